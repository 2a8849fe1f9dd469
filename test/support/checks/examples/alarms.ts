import type { Asset } from '../../../../src/model/index.ts';
import { apiAsset } from '../checklist.ts';

/** Condition under which a sound alarm on a metric fires. */
interface AlarmSettings {
  statistic: 'Average' | 'Maximum' | 'Minimum' | 'Sum';
  comparisonOperator: 'GreaterThanThreshold' | 'LessThanThreshold';
  threshold: number;
  period: number;
  evaluationPeriods: number;
  treatMissingData?: string;
}

const high = (threshold: number, statistic: AlarmSettings['statistic'] = 'Maximum'): AlarmSettings => ({
  ...{ statistic, comparisonOperator: 'GreaterThanThreshold', threshold },
  ...{ period: 60, evaluationPeriods: 5 },
});
const low = (threshold: number): AlarmSettings => ({
  ...{ statistic: 'Minimum', comparisonOperator: 'LessThanThreshold', threshold },
  ...{ period: 60, evaluationPeriods: 5 },
});
const RINGING: Readonly<Record<string, AlarmSettings>> = {
  AbortedClients: high(50, 'Sum'),
  AuroraReplicaLag: high(2000),
  AuroraReplicaLagMaximum: high(2000),
  AuroraVolumeBytesLeftTotal: low(10_995_116_277_760),
  CPUUtilization: high(90, 'Average'),
  DatabaseConnections: high(800),
  EngineUptime: { ...low(300), treatMissingData: 'breaching' },
  FreeableMemory: low(1_600_000_000),
  FreeLocalStorage: low(6_000_000_000),
  GroupInServiceCapacity: low(2),
  GroupInServiceInstances: low(2),
  HealthyHostCount: low(2),
  UnHealthyHostCount: high(0),
};

/** The settings of a sound alarm on a metric. */
export function alarmSettings(metric: string): AlarmSettings {
  return RINGING[metric] ?? high(1);
}

/** The same as arguments of Terraform, and as properties of CloudFormation on one line. */
export function alarmCode(metric: string): { tf: string; cfn: string } {
  const rows = Object.entries(alarmSettings(metric));
  const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return {
    tf: rows.map(([name, value]) => `  ${snake(name)} = ${JSON.stringify(value)}\n`).join(''),
    cfn: rows.map(([name, value]) => `, ${name.charAt(0).toUpperCase()}${name.slice(1)}: ${value}`).join(''),
  };
}

/** A topic with a subscription, to which any service may publish. */
export const TF_TOPIC = `resource "aws_sns_topic" "alerts" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sns:Publish", Principal = "*" }] })
}
resource "aws_sns_topic_subscription" "mail" {
  topic_arn = aws_sns_topic.alerts.arn
  protocol  = "email"
  endpoint  = "team@example.com"
}
`;
export const CFN_TOPIC = `  Alerts:
    Type: AWS::SNS::Topic
    Properties: { Subscription: [{ Protocol: email, Endpoint: team@example.com }] }
  AlertsPolicy:
    Type: AWS::SNS::TopicPolicy
    Properties:
      Topics: [!Ref Alerts]
      PolicyDocument: { Statement: [{ Effect: Allow, Action: 'sns:Publish', Principal: '*' }] }
`;

/** A running topic with a confirmed subscription. */
export function topicAsset(): Asset {
  return apiAsset('topic', 'alerts', {
    policy: { Statement: [{ Effect: 'Allow', Action: 'sns:Publish', Principal: '*' }] },
    subscriptions: [
      {
        protocol: 'email',
        endpoint: 'team@example.com',
        subscriptionArn: 'arn:aws:sns:eu-west-1:1:alerts:1',
      },
    ],
  });
}

/** A link to that topic. */
export const LINK_TO_TOPIC = { role: 'notifies', assetId: topicAsset().id } as const;

/** A function that receives the events of a rule, and may complete a lifecycle action. */
export const TF_CONSUMER = `resource "aws_cloudwatch_event_target" "save" {
  rule = aws_cloudwatch_event_rule.r.name
  arn  = aws_lambda_function.save.arn
}
resource "aws_lambda_function" "save" {
  role = aws_iam_role.save.arn
}
resource "aws_lambda_permission" "save" {
  function_name = aws_lambda_function.save.function_name
  action        = "lambda:InvokeFunction"
  principal     = "events.amazonaws.com"
}
resource "aws_iam_role" "save" {
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }] })
}
resource "aws_iam_role_policy" "save" {
  role   = aws_iam_role.save.id
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "autoscaling:CompleteLifecycleAction", Resource = "*" }] })
}
`;

/** A queue that a hook may send to, and a function that reads it. */
export const CFN_CONSUMER = `  Queue: { Type: AWS::SQS::Queue }
  Reads:
    Type: AWS::Lambda::EventSourceMapping
    Properties: { EventSourceArn: !GetAtt Queue.Arn, FunctionName: !Ref Save }
  Save:
    Type: AWS::Lambda::Function
    Properties: { Role: !GetAtt SaveRole.Arn }
  SaveRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Action: 'sts:AssumeRole', Principal: { Service: lambda.amazonaws.com } }] }
      Policies: [{ PolicyName: a, PolicyDocument: { Statement: [{ Effect: Allow, Action: 'autoscaling:*', Resource: '*' }] } }]
  HookRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Action: 'sts:AssumeRole', Principal: { Service: autoscaling.amazonaws.com } }] }
      ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AutoScalingNotificationAccessRole']
`;
