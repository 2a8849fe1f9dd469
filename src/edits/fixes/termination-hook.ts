import { EVENT_RULE, LIFECYCLE_HOOK, LOG_GROUP } from '../../vocabulary/index.ts';
import type { TemplateObject, TemplateValue } from '../cloudformation.ts';
import { resourceInTemplate, resourceInTerraform } from '../new-resource.ts';
import { serviceRoleInTerraform } from './service-role.ts';

const TRANSITION = 'autoscaling:EC2_INSTANCE_TERMINATING';
const DETAIL_TYPE = 'EC2 Instance-terminate Lifecycle Action';
/** Seconds in which the logs are copied; scale-in waits no longer. */
const HEARTBEAT_SECONDS = 300;
const RETENTION_DAYS = 90;
/** What the automation runs on the instance: the output goes to a log group, and then the instance may go. */
const COMMANDS = [
  'journalctl --no-pager -n 20000 2>/dev/null || tail -n 20000 /var/log/messages',
  'tail -n 5000 /var/log/cloud-init-output.log 2>/dev/null || true',
];

/** The automation that saves the last logs of an instance and lets the group go on. */
function automation(logGroup: string, role: string): object {
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
          Parameters: { commands: COMMANDS },
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

const INPUT_PATHS = {
  instance: '$.detail.EC2InstanceId',
  group: '$.detail.AutoScalingGroupName',
  hook: '$.detail.LifecycleHookName',
} as const;
const INPUT_TEMPLATE = '{"InstanceId":[<instance>],"GroupName":[<group>],"HookName":[<hook>]}';
const ACTIONS = [
  'ssm:StartAutomationExecution',
  'ssm:SendCommand',
  'ssm:ListCommands',
  'ssm:ListCommandInvocations',
  'ssm:DescribeInstanceInformation',
  'autoscaling:CompleteLifecycleAction',
  'logs:CreateLogStream',
  'logs:PutLogEvents',
] as const;

/** Terraform for a group of this address: the hook, the rule that reacts to it and what it starts. */
export function hookInTerraform(address: string): string[] {
  const label = `${address.split('.')[1] ?? 'group'}_save_logs`;
  const physical = label.replaceAll('_', '-');
  const json = JSON.stringify(automation('LOG_GROUP', 'ROLE'), null, 2)
    .replace('"LOG_GROUP"', `aws_cloudwatch_log_group.${label}.name`)
    .replace('"ROLE"', `aws_iam_role.${label}.arn`);
  const document = json.split('\n').map((line, index) => (index === 0 ? line : `  ${line}`));
  return [
    `# Holds an instance of ${address} until its last logs are saved. It saves evidence; it ends no replacement loop.`,
    ...resourceInTerraform(LIFECYCLE_HOOK, label, {
      lifecycleHookName: `"${physical}"`,
      autoScalingGroupName: `${address}.name`,
      lifecycleTransition: `"${TRANSITION}"`,
      heartbeatTimeout: String(HEARTBEAT_SECONDS),
      defaultResult: '"CONTINUE"',
    }),
    '',
    ...resourceInTerraform(EVENT_RULE, label, {
      name: `"${physical}"`,
      eventPattern: [
        'jsonencode({',
        '  source      = ["aws.autoscaling"]',
        `  detail-type = ["${DETAIL_TYPE}"]`,
        `  detail      = { AutoScalingGroupName = [${address}.name] }`,
        '})',
      ],
    }),
    '',
    `resource "aws_cloudwatch_event_target" "${label}" {`,
    `  rule     = aws_cloudwatch_event_rule.${label}.name`,
    `  arn      = "\${replace(aws_ssm_document.${label}.arn, ":document/", ":automation-definition/")}:$DEFAULT"`,
    `  role_arn = aws_iam_role.${label}.arn`,
    '',
    '  input_transformer {',
    `    input_paths    = { instance = "${INPUT_PATHS.instance}", group = "${INPUT_PATHS.group}", ` +
      `hook = "${INPUT_PATHS.hook}" }`,
    `    input_template = ${JSON.stringify(INPUT_TEMPLATE)}`,
    '  }',
    '}',
    '',
    `resource "aws_ssm_document" "${label}" {`,
    `  name            = "${physical}"`,
    '  document_type   = "Automation"',
    '  document_format = "JSON"',
    `  content         = jsonencode(${document[0] ?? ''}`,
    ...document.slice(1, -1),
    '  })',
    '}',
    '',
    ...resourceInTerraform(LOG_GROUP, label, {
      logGroupName: `"/terminated/${physical}"`,
      retentionInDays: String(RETENTION_DAYS),
    }),
    '',
    ...serviceRoleInTerraform(label, physical, '["events.amazonaws.com", "ssm.amazonaws.com"]'),
    '',
    `resource "aws_iam_role_policy" "${label}" {`,
    `  name = "${physical}"`,
    `  role = aws_iam_role.${label}.id`,
    '',
    '  policy = jsonencode({',
    '    Version = "2012-10-17"',
    '    Statement = [',
    `      { Effect = "Allow", Resource = "*", Action = [${ACTIONS.map((action) => `"${action}"`).join(', ')}] },`,
    `      { Effect = "Allow", Resource = aws_iam_role.${label}.arn, Action = "iam:PassRole" },`,
    '    ]',
    '  })',
    '}',
  ];
}

/** The same as resources of a CloudFormation template. */
export function hookInTemplate(group: string): Record<string, TemplateObject> {
  const id = `${group}SaveLogs`;
  const statement = (more: TemplateValue): TemplateValue => ({ Version: '2012-10-17', Statement: more });
  return {
    [`${id}Hook`]: resourceInTemplate(LIFECYCLE_HOOK, {
      autoScalingGroupName: { Ref: group },
      lifecycleTransition: TRANSITION,
      heartbeatTimeout: HEARTBEAT_SECONDS,
      defaultResult: 'CONTINUE',
    }),
    [`${id}Rule`]: resourceInTemplate(EVENT_RULE, {
      eventPattern: {
        source: ['aws.autoscaling'],
        'detail-type': [DETAIL_TYPE],
        detail: { AutoScalingGroupName: [{ Ref: group }] },
      },
      targets: [
        {
          Id: 'save-logs',
          Arn: {
            'Fn::Sub': `arn:\${AWS::Partition}:ssm:\${AWS::Region}:\${AWS::AccountId}:automation-definition/\${${id}Document}:$DEFAULT`,
          },
          RoleArn: { 'Fn::GetAtt': [`${id}Role`, 'Arn'] },
          InputTransformer: { InputPathsMap: INPUT_PATHS, InputTemplate: INPUT_TEMPLATE },
        },
      ],
    }),
    [`${id}Document`]: {
      Type: 'AWS::SSM::Document',
      Properties: {
        DocumentType: 'Automation',
        Content: withReferences(automation('LOG_GROUP', 'ROLE'), {
          LOG_GROUP: { Ref: `${id}Group` },
          ROLE: { 'Fn::GetAtt': [`${id}Role`, 'Arn'] },
        }),
      },
    },
    [`${id}Group`]: resourceInTemplate(LOG_GROUP, { retentionInDays: RETENTION_DAYS }),
    [`${id}Role`]: {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: statement([
          {
            Effect: 'Allow',
            Action: 'sts:AssumeRole',
            Principal: { Service: ['events.amazonaws.com', 'ssm.amazonaws.com'] },
          },
        ]),
        Policies: [
          {
            PolicyName: 'save-logs',
            PolicyDocument: statement([{ Effect: 'Allow', Resource: '*', Action: [...ACTIONS] }]),
          },
        ],
      },
    },
    [`${id}PassRole`]: {
      Type: 'AWS::IAM::Policy',
      Properties: {
        PolicyName: 'pass-itself',
        Roles: [{ Ref: `${id}Role` }],
        PolicyDocument: statement([
          { Effect: 'Allow', Resource: { 'Fn::GetAtt': [`${id}Role`, 'Arn'] }, Action: 'iam:PassRole' },
        ]),
      },
    },
  };
}

/** An object with some of its texts replaced by references. */
function withReferences(value: unknown, references: Readonly<Record<string, TemplateValue>>): TemplateValue {
  if (typeof value === 'string') return references[value] ?? value;
  if (Array.isArray(value)) return value.map((item) => withReferences(item, references));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, withReferences(inner, references)]),
    );
  }
  return typeof value === 'number' || typeof value === 'boolean' ? value : '';
}
