import assert from 'node:assert/strict';
import test from 'node:test';
import { cloudformation } from './cloudformation/format.ts';
import { terraform } from './terraform/index.ts';
import { assetsOf } from '../../../test/support/code/format.ts';

// Receivers of alarms, rules and hooks, and roles that act: topics, subscriptions, queues, functions, policies.

const HCL = `
resource "aws_sns_topic" "alerts" {}
resource "aws_sns_topic_policy" "alerts" {
  arn    = aws_sns_topic.alerts.arn
  policy = data.aws_iam_policy_document.alerts.json
}
data "aws_iam_policy_document" "alerts" {
  statement {
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.alerts.arn, "arn:aws:sns:\${var.region}:1:x"]
    principals {
      type        = "Service"
      identifiers = ["events.amazonaws.com"]
    }
  }
}
resource "aws_sns_topic_subscription" "mail" {
  topic_arn = aws_sns_topic.alerts.arn
  protocol  = "email"
  endpoint  = var.address
}
resource "aws_cloudwatch_event_rule" "gone" {
  event_pattern = jsonencode({ source = ["aws.autoscaling"], detail = { AutoScalingGroupName = [var.group] } })
}
resource "aws_cloudwatch_event_target" "save" {
  rule = aws_cloudwatch_event_rule.gone.name
  arn  = aws_lambda_function.save.arn
}
resource "aws_lambda_function" "save" {
  function_name = "save"
  role          = aws_iam_role.save.arn
}
resource "aws_lambda_permission" "save" {
  function_name = aws_lambda_function.save.function_name
  action        = "lambda:InvokeFunction"
  principal     = "events.amazonaws.com"
  source_arn    = aws_cloudwatch_event_rule.gone.arn
}
resource "aws_iam_role" "save" {
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole" }] })
}
resource "aws_iam_role_policy" "save" {
  role   = aws_iam_role.save.id
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "autoscaling:CompleteLifecycleAction" }] })
}
resource "aws_iam_role_policy_attachment" "save" {
  role       = aws_iam_role.save.name
  policy_arn = aws_iam_policy.save.arn
}
resource "aws_iam_policy" "save" {
  policy = "{\\"Statement\\":[]}"
}
resource "aws_lb" "web" {}
resource "aws_lb_target_group" "web" {}
resource "aws_cloudwatch_metric_alarm" "health" {
  dimensions = { TargetGroup = aws_lb_target_group.web.arn_suffix, LoadBalancer = aws_lb.web.arn }
}
`;

test('links receivers in Terraform, and reads the known part of a policy', () => {
  const assets = assetsOf(terraform, '.', { 'main.tf': HCL });
  const links = (name: string): string[] =>
    (assets.get(name)?.links ?? []).map(({ role, assetId }) => `${role} ${assetId.split('#')[1]}`);
  const setting = (name: string, key: string): unknown => assets.get(name)?.settings[key];
  assert.deepEqual(setting('aws_sns_topic.alerts', 'policy'), {
    Statement: [
      {
        Action: ['sns:Publish'],
        Resource: ['aws_sns_topic.alerts', 'arn:aws:sns:${var.region}:1:x'],
        Principal: { Service: ['events.amazonaws.com'] },
      },
    ],
  });
  assert.deepEqual(links('aws_sns_topic_subscription.mail'), ['member-of aws_sns_topic.alerts']);
  assert.deepEqual(setting('aws_cloudwatch_event_rule.gone', 'eventPattern'), {
    source: ['aws.autoscaling'],
    detail: { AutoScalingGroupName: [null] },
  });
  assert.deepEqual(links('aws_cloudwatch_event_target.save'), [
    'member-of aws_cloudwatch_event_rule.gone',
    'notifies aws_lambda_function.save',
  ]);
  assert.deepEqual(setting('aws_lambda_function.save', 'permissions'), [
    {
      principal: 'events.amazonaws.com',
      action: 'lambda:InvokeFunction',
      sourceArn: 'aws_cloudwatch_event_rule.gone',
    },
  ]);
  assert.deepEqual(links('aws_iam_role.save').sort(), [
    'policy aws_iam_policy.save',
    'policy aws_iam_role_policy.save',
  ]);
  assert.deepEqual(setting('aws_cloudwatch_metric_alarm.health', 'dimensions'), [
    { name: 'TargetGroup', value: 'aws_lb_target_group.web.arn_suffix' },
    { name: 'LoadBalancer', value: 'aws_lb.web.arn' },
  ]);
});

const TEMPLATE = `
Resources:
  Topic:
    Type: AWS::SNS::Topic
    Properties:
      Subscription: [{ Protocol: email, Endpoint: team@example.com }]
  TopicPolicy:
    Type: AWS::SNS::TopicPolicy
    Properties:
      Topics: [!Ref Topic]
      PolicyDocument: { Statement: [{ Effect: Allow, Action: 'sns:Publish', Resource: !Sub 'arn:\${AWS::Region}' }] }
  Targets: { Type: AWS::ElasticLoadBalancingV2::TargetGroup }
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      AlarmActions: [!Ref Topic]
      Dimensions: [{ Name: TargetGroup, Value: !GetAtt Targets.TargetGroupFullName }]
  Save:
    Type: AWS::Lambda::Function
    Properties: { Role: !GetAtt Role.Arn }
  Role:
    Type: AWS::IAM::Role
  Rule:
    Type: AWS::Events::Rule
    Properties:
      Targets: [{ Id: save, Arn: !GetAtt Save.Arn }]
  MayCall:
    Type: AWS::Lambda::Permission
    Properties: { FunctionName: !Ref Save, Action: 'lambda:InvokeFunction', Principal: events.amazonaws.com }
`;

test('links receivers in CloudFormation, and reads the known part of a policy', () => {
  const assets = assetsOf(cloudformation, 'a.yaml', { 'a.yaml': TEMPLATE });
  const links = (name: string): string[] =>
    (assets.get(name)?.links ?? []).map(({ role, assetId }) => `${role} ${assetId.split('#')[1]}`);
  assert.deepEqual(assets.get('Topic')?.settings, {
    subscriptions: [{ protocol: 'email', endpoint: 'team@example.com' }],
    policy: { Statement: [{ Effect: 'Allow', Action: 'sns:Publish', Resource: null }] },
  });
  assert.deepEqual(links('Alarm'), ['watches Targets', 'notifies Topic']);
  assert.deepEqual(assets.get('Alarm')?.settings.dimensions, [
    { name: 'TargetGroup', value: 'Targets.TargetGroupFullName' },
  ]);
  assert.deepEqual(links('Save'), ['role Role']);
  assert.deepEqual(links('Rule'), ['notifies Save']);
  assert.deepEqual(assets.get('Save')?.settings.permissions, [
    { principal: 'events.amazonaws.com', action: 'lambda:InvokeFunction' },
  ]);
});
