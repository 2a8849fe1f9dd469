import type { CheckAnswer } from '../../../../src/model/index.ts';
import { SHIPS_ELSEWHERE } from '../agents.ts';
import { examplesFromCode, type Examples } from './example.ts';
import { CFN_CONSUMER, CFN_TOPIC, TF_CONSUMER, TF_TOPIC, alarmCode } from './alarms.ts';

/** A group behind a load balancer; given texts are added to its parts. */
interface Parts {
  group?: string;
  type?: string;
  target?: string;
  balancer?: string;
  balancerType?: string;
  template?: string;
  image?: string;
  rest?: string;
  max?: string;
}

const AL2023 = 'al2023-ami-2023.12.20261102.0-kernel-6.1-x86_64';

export function groupTf({
  group = '',
  type = '"ELB"',
  target = '',
  balancer = '',
  balancerType = '"application"',
  template = '',
  image = AL2023,
  rest = '',
  max = '4',
}: Parts): string {
  return `
variable "later" {}
resource "aws_autoscaling_group" "web" {
  name                = "web"
  min_size            = 2
  max_size            = ${max}
  health_check_type   = ${type}
  target_group_arns   = [aws_lb_target_group.web.arn]
  launch_template { id = aws_launch_template.web.id }
  ${group}
}
resource "aws_lb_target_group" "web" {
  name = "web"
  port = 80
  protocol = "HTTP"
  ${target}
}
resource "aws_lb" "web" {
  name               = "web"
  load_balancer_type = ${balancerType}
  ${balancer}
}
resource "aws_lb_listener" "web" {
  load_balancer_arn = aws_lb.web.arn
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.web.arn
  }
}
resource "aws_launch_template" "web" {
  image_id = ${image.startsWith('var.') ? image : 'data.aws_ami.web.id'}
  ${template}
}
data "aws_ami" "web" {
  owners = ["amazon"]
  filter {
    name   = "name"
    values = ["${image}"]
  }
}
${rest}`;
}

function cfn({
  group = '',
  type = 'ELB',
  target = '',
  balancer = '',
  balancerType = 'application',
  template = '',
  image = '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64',
  rest = '',
  max = '4',
}: Parts): string {
  return `
AWSTemplateFormatVersion: '2010-09-09'
Parameters:
  Later: { Type: String }
  Image: { Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>', Default: ${image} }
Resources:
  Web:
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties:
      AutoScalingGroupName: web
      MinSize: '2'
      MaxSize: '${max}'
      HealthCheckType: ${type}
      TargetGroupARNs: [!Ref Targets]
      LaunchTemplate: { LaunchTemplateId: !Ref Template, Version: '1' }
      ${group}
  Targets:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties:
      Port: 80
      Protocol: HTTP
      ${target}
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Type: ${balancerType}
      ${balancer}
  Template:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateData:
        ImageId: ${image === 'later' ? '!Ref Later' : '!Ref Image'}
        ${template}
${rest}`;
}

const attributes = (list: string, pairs: Record<string, string>): string =>
  `${list}: [${Object.entries(pairs)
    .map(([key, value]) => `{ Key: ${key}, Value: ${value} }`)
    .join(', ')}]`;
const tfHook = (transition: string, more = ''): string =>
  `resource "aws_autoscaling_lifecycle_hook" "h" {\n name = "h"\n autoscaling_group_name = aws_autoscaling_group.web.name\n lifecycle_transition = ${transition}\n ${more}\n}\n`;
const cfnHook = (transition: string, more = ''): string =>
  `  Hook:\n    Type: AWS::AutoScaling::LifecycleHook\n    Properties: { AutoScalingGroupName: !Ref Web, LifecycleTransition: ${transition}${more} }\n`;
const TERMINATING = 'autoscaling:EC2_INSTANCE_TERMINATING';
const tfRule = (type: string): string =>
  `resource "aws_cloudwatch_event_rule" "r" {\n event_pattern = jsonencode({ source = ["aws.autoscaling"], detail-type = [${type}] })\n}\n`;
const cfnRule = (type: string): string =>
  `  Rule:\n    Type: AWS::Events::Rule\n    Properties: { EventPattern: { source: [aws.autoscaling], detail-type: [${type}] }, Targets: [{ Id: t, Arn: !Ref Alerts }] }\n`;
const tfAlarm = (namespace: string, metric: string, dimensions: string, more = TF_ALARM_ACTIONS): string =>
  `resource "aws_cloudwatch_metric_alarm" "a${metric.length}" {
 namespace = ${namespace}
 metric_name = ${metric}
 dimensions = ${dimensions}
 ${more}
${alarmCode(metric.replaceAll('"', '')).tf}}
`;
const cfnAlarm = (
  id: string,
  namespace: string,
  metric: string,
  dimensions: string,
  more = CFN_ALARM_ACTIONS,
): string =>
  `  ${id}:
    Type: AWS::CloudWatch::Alarm
    Properties: { Namespace: ${namespace}, MetricName: ${metric}, Dimensions: [${dimensions}]${more}${alarmCode(metric).cfn} }
`;
const TF_ALARM_ACTIONS = 'alarm_actions = [aws_sns_topic.alerts.arn]';
const CFN_ALARM_ACTIONS = ', AlarmActions: [!Ref Alerts]';
const TF_TARGET =
  'resource "aws_cloudwatch_event_target" "r" {\n rule = aws_cloudwatch_event_rule.r.name\n arn = aws_sns_topic.alerts.arn\n}\n';
const USER_DATA = {
  tf: (script: string) => `user_data = base64encode(<<-EOT\n${script}\nEOT\n)`,
  cfn: (script: string) => `UserData: { 'Fn::Base64': '${script}' }`,
};

/** A bucket that load balancers may write to. */
const BUCKET = {
  tf: `resource "aws_s3_bucket" "logs" {
 bucket = "logs"
}
resource "aws_s3_bucket_policy" "logs" {
 bucket = aws_s3_bucket.logs.id
 policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "s3:PutObject", Principal = { Service = "logdelivery.elasticloadbalancing.amazonaws.com" }, Resource = "*" }] })
}
`,
  cfn: `  Logs: { Type: AWS::S3::Bucket }
  LogsPolicy:
    Type: AWS::S3::BucketPolicy
    Properties: { Bucket: !Ref Logs, PolicyDocument: { Statement: [{ Effect: Allow, Action: 's3:PutObject', Principal: { Service: logdelivery.elasticloadbalancing.amazonaws.com }, Resource: '*' }] } }
`,
};
const WARM = { tf: 'default_instance_warmup = 120', cfn: 'DefaultInstanceWarmup: 120' };
const TF_QUIET_TOPIC = 'resource "aws_sns_topic" "t" {\n name = "t"\n}\n';
const tfSubscription = (topic: string): string =>
  `resource "aws_sns_topic_subscription" "s" {\n topic_arn = ${topic}\n protocol = "email"\n endpoint = "ops@example.com"\n}\n`;
const CFN_QUIET_TOPIC = '  T: { Type: AWS::SNS::Topic }\n';
const cfnSubscription = (topic: string): string =>
  `  S: { Type: AWS::SNS::Subscription, Properties: { TopicArn: ${topic}, Protocol: email, Endpoint: ops@example.com } }\n`;

type Written = { tf?: Parts; cfn?: Parts };
const SSM_POLICY = 'arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore';
const TF_PROFILE = `resource "aws_iam_role" "web" {
  name                = "web"
  managed_policy_arns = ["${SSM_POLICY}"]
  assume_role_policy  = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }] })
}
resource "aws_iam_instance_profile" "web" {
  name = "web"
  role = aws_iam_role.web.name
}`;
const CFN_PROFILE = `  Profile:
    Type: AWS::IAM::InstanceProfile
    Properties: { Roles: [!Ref Role] }
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Action: 'sts:AssumeRole', Principal: { Service: ec2.amazonaws.com } }] }
      ManagedPolicyArns: ['${SSM_POLICY}']
`;
const NO_ELB: Written = { tf: { type: '"EC2"' }, cfn: { type: 'EC2' } };
const EMPTY: Written = { tf: { max: '0' }, cfn: { max: '0' } };
const both = (tfParts: Parts, cfnParts: Parts): Written => ({ tf: tfParts, cfn: cfnParts });

/** Code and the answer of each check of the web tier, in Terraform and in CloudFormation. */
const WRITTEN: Record<string, Partial<Record<CheckAnswer, Written>>> = {
  'asg-elb-health-grace': {
    // By default, Terraform gives 300 s and CloudFormation none.
    pass: both({}, { group: 'HealthCheckGracePeriod: 300' }),
    fail: both({ group: 'health_check_grace_period = 0' }, {}),
    unknown: both({ group: 'health_check_grace_period = var.later' }, { type: '!Ref Later' }),
    'not-applicable': NO_ELB,
  },
  'asg-termination-hook': {
    pass: both(
      {
        rest:
          TF_CONSUMER +
          tfHook(`"${TERMINATING}"`, 'heartbeat_timeout = 300') +
          tfRule('"EC2 Instance-terminate Lifecycle Action"'),
      },
      {
        rest:
          CFN_CONSUMER +
          cfnHook(TERMINATING, ', NotificationTargetARN: !GetAtt Queue.Arn, RoleARN: !GetAtt HookRole.Arn'),
      },
    ),
    // A hook without a reaction only delays the termination.
    fail: both({ rest: tfHook(`"${TERMINATING}"`) }, {}),
    unknown: both({ rest: tfHook('var.later') }, { rest: cfnHook('!Ref Later') }),
    'not-applicable': EMPTY,
  },
  'asg-retain-on-abandon': {
    pass: both(
      {
        group:
          'instance_lifecycle_policy {\n retention_triggers {\n terminate_hook_abandon = "retain"\n }\n }',
        rest: tfHook(`"${TERMINATING}"`, 'default_result = "ABANDON"'),
      },
      {
        group: 'InstanceLifecyclePolicy: { RetentionTriggers: { TerminateHookAbandon: retain } }',
        rest: cfnHook(TERMINATING),
      },
    ),
    fail: both(
      {},
      {
        group: 'InstanceLifecyclePolicy: { RetentionTriggers: { TerminateHookAbandon: retain } }',
        rest: cfnHook(TERMINATING, ', DefaultResult: CONTINUE'),
      },
    ),
    unknown: both(
      {
        group:
          'instance_lifecycle_policy {\n retention_triggers {\n terminate_hook_abandon = var.later\n }\n }',
        rest: tfHook(`"${TERMINATING}"`),
      },
      {
        group: 'InstanceLifecyclePolicy: { RetentionTriggers: { TerminateHookAbandon: !Ref Later } }',
        rest: cfnHook(TERMINATING),
      },
    ),
    'not-applicable': EMPTY,
  },
  'asg-instance-maintenance-policy': {
    pass: both(
      {
        group:
          'instance_maintenance_policy {\n min_healthy_percentage = 100\n max_healthy_percentage = 120\n }',
      },
      { group: 'InstanceMaintenancePolicy: { MinHealthyPercentage: 110, MaxHealthyPercentage: 150 }' },
    ),
    fail: both(
      {},
      { group: 'InstanceMaintenancePolicy: { MinHealthyPercentage: 90, MaxHealthyPercentage: 100 }' },
    ),
    unknown: both(
      {
        group:
          'instance_maintenance_policy {\n min_healthy_percentage = var.later\n max_healthy_percentage = 120\n }',
      },
      { group: 'InstanceMaintenancePolicy: { MinHealthyPercentage: !Ref Later, MaxHealthyPercentage: 150 }' },
    ),
    'not-applicable': EMPTY,
  },
  'asg-no-forgotten-suspension': {
    pass: both({}, {}),
    fail: { tf: { group: 'suspended_processes = ["ReplaceUnhealthy"]' } },
    unknown: { tf: { group: 'suspended_processes = var.later' } },
    'not-applicable': EMPTY,
  },
  'asg-unhealthy-loop-live': {
    'not-applicable': both({}, {}),
  },
  'asg-group-metrics': {
    pass: both(
      {
        group:
          'enabled_metrics = ["GroupInServiceInstances", "GroupDesiredCapacity", "GroupPendingInstances", "GroupTerminatingInstances", "GroupTotalInstances"]',
      },
      { group: 'MetricsCollection: [{ Granularity: 1Minute }]' },
    ),
    fail: both({ group: 'enabled_metrics = ["GroupMinSize"]' }, {}),
    unknown: both(
      { group: 'enabled_metrics = var.later' },
      { group: 'MetricsCollection: [{ Granularity: 1Minute, Metrics: !Ref Later }]' },
    ),
    'not-applicable': EMPTY,
  },
  'asg-alarms': {
    pass: both(
      {
        group: 'enabled_metrics = ["GroupInServiceInstances"]',
        rest:
          TF_TOPIC +
          tfAlarm(
            '"AWS/AutoScaling"',
            '"GroupInServiceInstances"',
            '{ AutoScalingGroupName = aws_autoscaling_group.web.name }',
          ) +
          tfAlarm(
            '"AWS/ApplicationELB"',
            '"UnHealthyHostCount"',
            '{ TargetGroup = aws_lb_target_group.web.arn_suffix, LoadBalancer = aws_lb.web.arn_suffix }',
          ),
      },
      {
        group: 'MetricsCollection: [{ Granularity: 1Minute }]',
        rest:
          CFN_TOPIC +
          cfnAlarm(
            'Capacity',
            'AWS/AutoScaling',
            'GroupInServiceCapacity',
            '{ Name: AutoScalingGroupName, Value: !Ref Web }',
          ) +
          cfnAlarm(
            'Health',
            'AWS/ApplicationELB',
            'HealthyHostCount',
            '{ Name: TargetGroup, Value: !GetAtt Targets.TargetGroupFullName }, { Name: LoadBalancer, Value: !GetAtt Balancer.LoadBalancerFullName }',
          ),
      },
    ),
    fail: both(
      {
        rest: tfAlarm(
          '"AWS/AutoScaling"',
          '"GroupInServiceInstances"',
          '{ AutoScalingGroupName = aws_autoscaling_group.web.name }',
        ),
      },
      {},
    ),
    unknown: both(
      { rest: tfAlarm('"AWS/AutoScaling"', 'var.later', '{ AutoScalingGroupName = var.later }') },
      {
        rest: cfnAlarm(
          'Any',
          'AWS/AutoScaling',
          '!Ref Later',
          '{ Name: AutoScalingGroupName, Value: !Ref Later }',
        ),
      },
    ),
    'not-applicable': EMPTY,
  },
  'asg-notifications': {
    pass: both(
      {
        rest: `${TF_TOPIC}resource "aws_autoscaling_notification" "n" {\n group_names = [aws_autoscaling_group.web.name]\n notifications = ["autoscaling:EC2_INSTANCE_TERMINATE"]\n topic_arn = aws_sns_topic.alerts.arn\n}`,
      },
      { rest: CFN_TOPIC + cfnRule('EC2 Instance Terminate Successful') },
    ),
    fail: both(
      {},
      {
        group:
          "NotificationConfigurations: [{ TopicARN: t, NotificationTypes: ['autoscaling:EC2_INSTANCE_LAUNCH'] }]",
      },
    ),
    unknown: both(
      {
        rest: `${TF_TOPIC}${TF_TARGET}resource "aws_cloudwatch_event_rule" "r" {\n event_pattern = var.later\n}`,
      },
      { group: 'NotificationConfigurations: !Ref Later' },
    ),
    'not-applicable': EMPTY,
  },
  'lt-log-shipping': {
    pass: both(
      {
        template: USER_DATA.tf(SHIPS_ELSEWHERE),
      },
      { template: USER_DATA.cfn(SHIPS_ELSEWHERE) },
    ),
    fail: both({ template: USER_DATA.tf('dnf install -y nginx') }, {}),
    unknown: both({ template: 'user_data = var.later' }, { image: 'later' }),
  },
  'lt-ssm-managed': {
    pass: both(
      { template: 'iam_instance_profile {\n name = aws_iam_instance_profile.web.name\n }', rest: TF_PROFILE },
      { template: 'IamInstanceProfile: { Arn: !GetAtt Profile.Arn }', rest: CFN_PROFILE },
    ),
    fail: both({}, {}),
    unknown: both(
      { image: 'var.later', template: 'iam_instance_profile {\n name = "web"\n }' },
      { image: 'later', template: 'IamInstanceProfile: { Name: web }' },
    ),
  },
  'lt-os-release-supported': {
    pass: both({}, {}),
    fail: both(
      { image: 'amzn2-ami-hvm-2.0.20230307.0-x86_64-gp2' },
      { image: '/aws/service/ami-amazon-linux-latest/amzn2-ami-hvm-x86_64-gp2' },
    ),
    unknown: both({ image: 'var.later' }, { image: 'later' }),
  },
  'tg-health-path-shallow': {
    pass: both({ target: 'health_check {\n path = "/healthz"\n }' }, { target: 'HealthCheckPath: /ping' }),
    fail: both({ target: 'health_check {\n path = "/check/db"\n }' }, { target: 'HealthCheckPath: /ready' }),
    // By default the path is the root; a page of an application needs a database only if there is one.
    unknown: both({}, { target: 'HealthCheckPath: /index.php' }),
    'not-applicable': NO_ELB,
  },
  'tg-health-thresholds': {
    pass: both({ target: 'health_check {\n interval = 30\n unhealthy_threshold = 2\n }' }, {}),
    fail: both(
      { target: 'health_check {\n interval = 10\n unhealthy_threshold = 2\n }' },
      {
        target:
          'HealthCheckIntervalSeconds: 30\n      HealthCheckTimeoutSeconds: 30\n      UnhealthyThresholdCount: 5',
      },
    ),
    unknown: both(
      { target: 'health_check {\n interval = var.later\n }' },
      { target: 'HealthCheckIntervalSeconds: !Ref Later' },
    ),
    'not-applicable': NO_ELB,
  },
  'tg-fail-open-policy': {
    pass: both(
      {
        target:
          'target_group_health {\n unhealthy_state_routing {\n minimum_healthy_targets_percentage = 50\n }\n }',
      },
      {
        target: attributes('TargetGroupAttributes', {
          'target_group_health.unhealthy_state_routing.minimum_healthy_targets.count': "'2'",
        }),
      },
    ),
    fail: both({}, {}),
    unknown: both(
      {
        target:
          'target_group_health {\n unhealthy_state_routing {\n minimum_healthy_targets_percentage = var.later\n }\n }',
      },
      {
        target: attributes('TargetGroupAttributes', {
          'target_group_health.unhealthy_state_routing.minimum_healthy_targets.count': '!Ref Later',
        }),
      },
    ),
    'not-applicable': NO_ELB,
  },
  'alb-access-logs': {
    pass: both(
      { balancer: 'access_logs {\n bucket = aws_s3_bucket.logs.id\n enabled = true\n }', rest: BUCKET.tf },
      {
        balancer: attributes('LoadBalancerAttributes', {
          'access_logs.s3.enabled': "'true'",
          'access_logs.s3.bucket': '!Ref Logs',
        }),
        rest: BUCKET.cfn,
      },
    ),
    fail: both({ balancer: 'access_logs {\n bucket = "b"\n }' }, {}),
    unknown: both(
      { balancer: 'access_logs {\n bucket = "b"\n enabled = var.later\n }' },
      { balancer: attributes('LoadBalancerAttributes', { 'access_logs.s3.enabled': '!Ref Later' }) },
    ),
    'not-applicable': both({ balancerType: '"gateway"' }, { balancerType: 'gateway' }),
  },
  'alb-health-check-logs': {
    pass: both(
      {
        balancer: 'health_check_logs {\n bucket = aws_s3_bucket.logs.id\n enabled = true\n }',
        rest: BUCKET.tf,
      },
      {
        balancer: attributes('LoadBalancerAttributes', {
          'health_check_logs.s3.enabled': "'true'",
          'health_check_logs.s3.bucket': '!Ref Logs',
        }),
        rest: BUCKET.cfn,
      },
    ),
    fail: both({}, {}),
    unknown: both(
      { balancer: 'health_check_logs {\n bucket = "b"\n enabled = var.later\n }' },
      { balancer: attributes('LoadBalancerAttributes', { 'health_check_logs.s3.enabled': '!Ref Later' }) },
    ),
    'not-applicable': both({ balancerType: '"network"' }, { balancerType: 'network' }),
  },
  'asg-alarm-replacements': {
    pass: both(
      {
        group: 'enabled_metrics = ["GroupTerminatingInstances"]',
        rest:
          TF_TOPIC +
          tfAlarm(
            '"AWS/AutoScaling"',
            '"GroupTerminatingInstances"',
            '{ AutoScalingGroupName = aws_autoscaling_group.web.name }',
          ),
      },
      {
        group: 'MetricsCollection: [{ Granularity: 1Minute }]',
        rest:
          CFN_TOPIC +
          cfnAlarm(
            'A',
            'AWS/AutoScaling',
            'GroupTerminatingInstances',
            '{ Name: AutoScalingGroupName, Value: !Ref Web }',
          ),
      },
    ),
    fail: both({}, {}),
    unknown: both(
      {
        group: 'enabled_metrics = ["GroupTerminatingInstances"]',
        rest:
          TF_TOPIC +
          tfAlarm('"AWS/AutoScaling"', '"GroupTerminatingInstances"', '{ AutoScalingGroupName = var.later }'),
      },
      {
        group: 'MetricsCollection: [{ Granularity: 1Minute }]',
        rest:
          CFN_TOPIC +
          cfnAlarm(
            'A',
            'AWS/AutoScaling',
            'GroupTerminatingInstances',
            '{ Name: AutoScalingGroupName, Value: !Ref Later }',
          ),
      },
    ),
    'not-applicable': EMPTY,
  },
  'asg-reconnection-surge': {
    pass: both(
      { group: WARM.tf, target: 'slow_start = 60' },
      {
        group: WARM.cfn,
        target: attributes('TargetGroupAttributes', { 'slow_start.duration_seconds': "'60'" }),
      },
    ),
    fail: both({ group: WARM.tf }, { group: WARM.cfn }),
    unknown: both(
      { group: WARM.tf, target: 'slow_start = var.later' },
      {
        group: WARM.cfn,
        target: attributes('TargetGroupAttributes', { 'slow_start.duration_seconds': '!Ref Later' }),
      },
    ),
    'not-applicable': EMPTY,
  },
  'topic-has-subscriber': {
    pass: both(
      { rest: TF_QUIET_TOPIC + tfSubscription('aws_sns_topic.t.arn') },
      { rest: CFN_QUIET_TOPIC + cfnSubscription('!Ref T') },
    ),
    fail: both({ rest: TF_QUIET_TOPIC }, { rest: CFN_QUIET_TOPIC }),
    unknown: both(
      { rest: TF_QUIET_TOPIC + tfSubscription('var.later') },
      { rest: CFN_QUIET_TOPIC + cfnSubscription('!Ref Later') },
    ),
  },
  'alarm-actions': {
    pass: both(
      {
        rest: TF_TOPIC + tfAlarm('"AWS/RDS"', '"CPUUtilization"', '{}'),
      },
      {
        rest: CFN_TOPIC + cfnAlarm('A', 'AWS/RDS', 'CPUUtilization', ''),
      },
    ),
    fail: both(
      { rest: tfAlarm('"AWS/RDS"', '"CPUUtilization"', '{}', '') },
      { rest: cfnAlarm('A', 'AWS/RDS', 'CPUUtilization', '', ', AlarmActions: [a], ActionsEnabled: false') },
    ),
    unknown: both(
      { rest: tfAlarm('"AWS/RDS"', '"CPUUtilization"', '{}', 'alarm_actions = var.later') },
      { rest: cfnAlarm('A', 'AWS/RDS', 'CPUUtilization', '', ', AlarmActions: !Ref Later') },
    ),
    'not-applicable': both(
      { rest: tfAlarm('"AWS/Lambda"', '"Errors"', '{}') },
      { rest: cfnAlarm('A', 'AWS/Lambda', 'Errors', '') },
    ),
  },
  'cloudtrail-rds-asg': {
    pass: both(
      { rest: 'resource "aws_cloudtrail" "t" {\n name = "t"\n s3_bucket_name = "b"\n}' },
      {
        rest: '  T:\n    Type: AWS::CloudTrail::Trail\n    Properties: { IsLogging: true, S3BucketName: b }',
      },
    ),
    fail: both(
      {
        rest: 'resource "aws_cloudtrail" "t" {\n name = "t"\n s3_bucket_name = "b"\n enable_logging = false\n}',
      },
      {
        rest: '  T:\n    Type: AWS::CloudTrail::Trail\n    Properties: { IsLogging: false, S3BucketName: b }',
      },
    ),
    unknown: both(
      {
        rest: 'resource "aws_cloudtrail" "t" {\n name = "t"\n s3_bucket_name = "b"\n enable_logging = var.later\n}',
      },
      {
        rest: '  T:\n    Type: AWS::CloudTrail::Trail\n    Properties: { IsLogging: !Ref Later, S3BucketName: b }',
      },
    ),
  },
};

export const GROUP_EXAMPLES: Examples = examplesFromCode(WRITTEN, groupTf, cfn);
