import { labelOf } from '../fixes/names.ts';
import { AUTOMATION, NEW_HOOK, NEW_RULE, ROLE, ROLE_POLICY, UNNAMED_LOG_GROUP } from '../new/types.ts';
import { document, reference, struct, type NewResource, type NewValue } from '../new/values.ts';
import { servicePolicy } from './roles.ts';
import { awsName, type Planner } from './plan.ts';

const NAME_WORDS = 'save logs';
const DETAIL_TYPE = 'EC2 Instance-terminate Lifecycle Action';
/** Seconds for copying the logs, after which the instance terminates. */
const HEARTBEAT_SECONDS = 300;
const RETENTION_DAYS = 90;
/** Commands on the instance. Their output goes to a log group before the instance may terminate. */
const SAVING_COMMANDS = [
  'journalctl --no-pager -n 20000 2>/dev/null || tail -n 20000 /var/log/messages',
  'tail -n 5000 /var/log/cloud-init-output.log 2>/dev/null || true',
];
const ALLOWED_ACTIONS = [
  'ssm:StartAutomationExecution',
  'ssm:SendCommand',
  'ssm:ListCommands',
  'ssm:ListCommandInvocations',
  'ssm:DescribeInstanceInformation',
  'autoscaling:CompleteLifecycleAction',
  'logs:CreateLogStream',
  'logs:PutLogEvents',
];
const RULE_INPUT = struct('InputTransformer', {
  inputPathsMap: {
    instance: '$.detail.EC2InstanceId',
    group: '$.detail.AutoScalingGroupName',
    hook: '$.detail.LifecycleHookName',
  },
  inputTemplate: '{"InstanceId":[<instance>],"GroupName":[<group>],"HookName":[<hook>]}',
});

/** Hook of a group, the rule that reacts to it, and the automation that the rule starts. */
export const hookPlan: Planner<'termination-hook'> = ({ defaultResult = 'CONTINUE' }, asset) => {
  const name = awsName(labelOf(asset), NAME_WORDS);
  const group = reference(asset, 'name');
  const logs: NewResource = {
    type: UNNAMED_LOG_GROUP,
    words: NAME_WORDS,
    settings: { logGroupName: `/terminated/${name}`, retentionInDays: RETENTION_DAYS },
  };
  const role: NewResource = {
    type: ROLE,
    words: NAME_WORDS,
    settings: { name, assumeRolePolicyDocument: servicePolicy('events.amazonaws.com', 'ssm.amazonaws.com') },
  };
  const automation: NewResource = {
    type: AUTOMATION,
    words: NAME_WORDS,
    settings: {
      name,
      documentType: 'Automation',
      documentFormat: 'JSON',
      content: document(automationOf(reference(logs, 'name'), reference(role, 'arn'))),
    },
  };
  const rule = startingRule(name, group, automation, role);
  const hook = terminationHook(name, group, defaultResult);
  return { settings: {}, resources: [logs, role, policyOfRole(name, role), automation, rule, hook] };
};

function policyOfRole(name: NewValue, role: NewResource): NewResource {
  return {
    type: ROLE_POLICY,
    words: NAME_WORDS,
    settings: {
      policyName: name,
      role: reference(role, 'name'),
      policyDocument: document({
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Resource: '*', Action: ALLOWED_ACTIONS },
          { Effect: 'Allow', Resource: reference(role, 'arn'), Action: 'iam:PassRole' },
        ],
      }),
    },
  };
}

/** Rule that starts the automation when an instance of the group waits for its termination. */
function startingRule(
  name: NewValue,
  group: NewValue,
  automation: NewResource,
  role: NewResource,
): NewResource {
  return {
    type: NEW_RULE,
    words: NAME_WORDS,
    settings: {
      name,
      eventPattern: document({
        source: ['aws.autoscaling'],
        'detail-type': [DETAIL_TYPE],
        detail: { AutoScalingGroupName: [group] },
      }),
      targets: [
        struct('Target', {
          id: 'save-logs',
          arn: reference(automation, 'automation'),
          roleArn: reference(role, 'arn'),
          inputTransformer: RULE_INPUT,
        }),
      ],
    },
  };
}

function terminationHook(name: NewValue, group: NewValue, defaultResult: NewValue): NewResource {
  return {
    type: NEW_HOOK,
    words: NAME_WORDS,
    settings: {
      lifecycleHookName: name,
      autoScalingGroupName: group,
      lifecycleTransition: 'autoscaling:EC2_INSTANCE_TERMINATING',
      heartbeatTimeout: HEARTBEAT_SECONDS,
      defaultResult,
    },
    remark:
      'Holds an instance until its last logs are saved. It saves evidence; it ends no replacement loop.',
  };
}

/** Automation that saves the last logs of an instance and lets the group continue. */
function automationOf(logGroup: NewValue, role: NewValue): NewValue {
  return {
    schemaVersion: '0.3',
    assumeRole: role,
    parameters: {
      InstanceId: { type: 'String' },
      GroupName: { type: 'String' },
      HookName: { type: 'String' },
    },
    mainSteps: [
      {
        name: 'SaveLogs',
        action: 'aws:runCommand',
        onFailure: 'Continue',
        timeoutSeconds: HEARTBEAT_SECONDS - 60,
        inputs: {
          DocumentName: 'AWS-RunShellScript',
          InstanceIds: ['{{ InstanceId }}'],
          Parameters: { commands: SAVING_COMMANDS },
          CloudWatchOutputConfig: { CloudWatchOutputEnabled: true, CloudWatchLogGroupName: logGroup },
        },
      },
      {
        name: 'LetGo',
        action: 'aws:executeAwsApi',
        inputs: {
          Service: 'autoscaling',
          Api: 'CompleteLifecycleAction',
          AutoScalingGroupName: '{{ GroupName }}',
          LifecycleHookName: '{{ HookName }}',
          InstanceId: '{{ InstanceId }}',
          LifecycleActionResult: 'CONTINUE',
        },
      },
    ],
  };
}
