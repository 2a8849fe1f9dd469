import assert from 'node:assert/strict';
import test from 'node:test';
import { applyEdits, fixFor } from '../index.ts';
import { inventoryOf, rowOf } from '../../../test/support/checks/checklist.ts';

const FILE = { tf: 'main.tf', cfn: 'stack.yaml' };

/** Text after the fix, or the command if the code cannot be edited. */
function applyFix(kind: 'tf' | 'cfn', id: string, text: string): { text: string } | { command: string } {
  const inventory = inventoryOf(kind, text);
  const offer = fixFor(rowOf(inventory, id), inventory.assets, (file) =>
    file === FILE[kind] ? { file, text } : null,
  );
  assert.ok(offer);
  if (!('edits' in offer)) return { command: 'command' in offer ? offer.command : offer.snippet };
  return {
    text: applyEdits(
      text,
      offer.edits.flatMap(({ edits }) => edits),
    ),
  };
}

const CLUSTER = `resource "aws_rds_cluster" "shop" {
  engine = "aurora-mysql"
}
`;
const WITH_TOPIC = `
resource "aws_cloudwatch_metric_alarm" "queue" {
  metric_name   = "Depth"
  alarm_actions = [var.on_call_topic]
}
`;

test('reuses the topic of other alarms in the file for a new alarm', () => {
  const after = applyFix('tf', 'aurora-alarm-connections', CLUSTER + WITH_TOPIC);
  assert.ok('text' in after);
  assert.match(after.text, /alarm_actions {7}= \[var\.on_call_topic\]/);
  assert.doesNotMatch(after.text, /aws_sns_topic/);
});

test('creates one topic if no alarm has any, and leaves a topic for something else alone', () => {
  const orders = 'resource "aws_sns_topic" "orders" {\n  name = "orders"\n}\n';
  const first = applyFix('tf', 'aurora-alarm-connections', CLUSTER + orders);
  assert.ok('text' in first);
  const second = applyFix('tf', 'rds-event-subscription', first.text);
  assert.ok('text' in second);
  assert.equal(second.text.match(/resource "aws_sns_topic"/g)?.length, 2);
  assert.match(second.text, /sns_topic {8}= aws_sns_topic\.shop_database_alerts\.arn/);
  assert.doesNotMatch(second.text, /aws_sns_topic\.orders/);
});

test('reuses the topic of a template for a new alarm', () => {
  const template = `Resources:
  Db:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
  Depth:
    Type: AWS::CloudWatch::Alarm
    Properties:
      MetricName: Depth
      AlarmActions: [!Ref OnCall]
`;
  const after = applyFix('cfn', 'aurora-alarm-connections', template);
  assert.ok('text' in after);
  assert.match(after.text, / {6}AlarmActions:\n {8}- Ref: OnCall\n/);
  assert.doesNotMatch(after.text, /SNS/);
});

test('offers a command for a resource with count, and avoids the name of an existing alarm', () => {
  const several = CLUSTER.replace('{\n', '{\n  count = 2\n');
  const command = applyFix('tf', 'aurora-alarm-connections', several);
  assert.ok('command' in command);
  assert.match(
    command.command,
    /^aws cloudwatch put-metric-alarm .* --threshold 800 --evaluation-periods 5 /,
  );
  const taken =
    'resource "aws_cloudwatch_metric_alarm" "shop_database_connections" {\n  metric_name = "x"\n}\n';
  const after = applyFix('tf', 'aurora-alarm-connections', CLUSTER + taken);
  assert.ok('text' in after);
  assert.match(after.text, /"shop_own_database_connections" \{/);
});

test('offers a command for a target group with count, which an alarm could not watch', () => {
  const group = `resource "aws_autoscaling_group" "web" {
  max_size          = 2
  enabled_metrics   = ["GroupInServiceInstances"]
  target_group_arns = [aws_lb_target_group.web[0].arn]
}
resource "aws_lb_target_group" "web" {
  count = 1
}
`;
  assert.ok('command' in applyFix('tf', 'asg-alarms', group));
});

test('inserts attributes of a target group before the existing ones', () => {
  const template = `Resources:
  Web:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties:
      TargetGroupAttributes:
        - Key: deregistration_delay.timeout_seconds # short
          Value: '30'
  Servers:
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties:
      MinSize: 1
      MaxSize: 2
      HealthCheckType: ELB
      TargetGroupARNs: [!Ref Web]
`;
  const after = applyFix('cfn', 'tg-fail-open-policy', template);
  assert.ok('text' in after);
  assert.match(
    after.text,
    /TargetGroupAttributes:\n {8}- Key: target_group_health\S+percentage\n {10}Value: '50'\n {8}- Key: deregistration_delay/,
  );
});
