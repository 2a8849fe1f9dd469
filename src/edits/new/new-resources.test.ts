import assert from 'node:assert/strict';
import test from 'node:test';
import { applyEdits, fixFor, fixForAll } from '../index.ts';
import { text as words } from '../../l10n/index.ts';
import { inventoryOf, rowOf, rowsOf } from '../../../test/support/checks/checklist.ts';

const FILE = { tf: 'main.tf', cfn: 'stack.yaml' };

/** Text after the fix of one check, or of all checks of its resource; null if there is only a command. */
function applyFix(kind: 'tf' | 'cfn', id: string, text: string, isAll = false): string | null {
  const { assets, ...rest } = inventoryOf(kind, text);
  const row = rowOf({ assets, ...rest }, id);
  assert.equal(row.answer, 'fail');
  const source = { file: FILE[kind], text };
  const read = (): typeof source => source;
  const rows = rowsOf({ assets, ...rest }).filter(
    (each) => each.assetId === row.assetId && each.fix !== null,
  );
  const offer = isAll
    ? fixForAll(rows, words('fix.all', { resource: 'it' }), assets, read)
    : fixFor(row, assets, read);
  if (offer === null || !('edits' in offer)) return null;
  const edits = offer.edits.flatMap((each) => each.edits);
  return applyEdits(text, edits);
}

const BALANCER = `resource "aws_lb" "front" {
  load_balancer_type = "application"
}
`;

test('sends all logs of a load balancer to one bucket', () => {
  const all = applyFix('tf', 'alb-access-logs', BALANCER, true) ?? '';
  assert.equal(all.match(/resource "aws_s3_bucket" /g)?.length, 1);
  for (const log of ['access_logs', 'health_check_logs'])
    assert.match(
      all,
      new RegExp(`${log} \\{\n    enabled = true\n    bucket  = aws_s3_bucket_policy\\.front_logs\\.bucket`),
    );
  const first = applyFix('tf', 'alb-access-logs', BALANCER) ?? '';
  const second = applyFix('tf', 'alb-health-check-logs', first) ?? '';
  assert.equal(second.match(/resource "aws_s3_bucket" /g)?.length, 1);
  const template = `Resources:
  Front:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Type: application
`;
  const both = applyFix('cfn', 'alb-access-logs', template, true) ?? '';
  assert.equal(both.match(/LoadBalancerAttributes:/g)?.length, 1);
  assert.equal(both.match(/Ref: FrontLogsPolicy/g)?.length, 2);
});

test('keeps a configured bucket, and grants access to another writer for a Network Load Balancer', () => {
  const off = BALANCER.replace(
    '\n}',
    '\n\n  access_logs {\n    bucket  = "ours"\n    enabled = false\n  }\n}',
  );
  assert.equal(applyFix('tf', 'alb-access-logs', off), off.replace('false', 'true'));
  const network = applyFix('tf', 'alb-access-logs', BALANCER.replace('"application"', '"network"')) ?? '';
  assert.match(network, /Service = "delivery\.logs\.amazonaws\.com"/);
  assert.match(network, /"s3:x-amz-acl" += "bucket-owner-full-control"/);
  assert.doesNotMatch(network, /logdelivery/);
});

const ONE = `resource "aws_rds_cluster" "shop" {
  engine = "aurora-mysql"
}

resource "aws_rds_cluster_instance" "shop" {
  identifier         = "shop-1"
  cluster_identifier = aws_rds_cluster.shop.id # ours
  engine             = "aurora-mysql"
  availability_zone  = "eu-west-1a"
  instance_class     = var.class
}
`;

test('copies an instance with another name and no Availability Zone, and adds an alarm on its replica lag', () => {
  const after = applyFix('tf', 'aurora-readers-multi-az', ONE) ?? '';
  const copy = ONE.slice(ONE.indexOf('\nresource "aws_rds_cluster_instance"'))
    .replace('"shop" {', '"shop_reader" {')
    .replace('"shop-1"', '"shop-1-reader"')
    .replace('  availability_zone  = "eu-west-1a"\n', '');
  assert.ok(after.startsWith(ONE + copy), after);
  assert.match(after, /"AuroraReplicaLagMaximum"/);
});

test('copies no instance with a computed name, and none of several', () => {
  assert.equal(applyFix('tf', 'aurora-readers-multi-az', ONE.replace('"shop-1"', 'var.name')), null);
  assert.equal(
    applyFix('tf', 'aurora-readers-multi-az', ONE.replace('{\n  id', '{\n  count = 1\n  id')),
    null,
  );
});

test('a launch configuration refers to its instance profile by name, a launch template by ARN', () => {
  const old = `resource "aws_launch_configuration" "web" {
  image_id      = "ami-1"
  instance_type = "m5.large"
}
`;
  const after = applyFix('tf', 'lt-ssm-managed', old) ?? '';
  assert.match(after, /iam_instance_profile = aws_iam_instance_profile\.web_instances\.name\n/);
  const template = old.replace('aws_launch_configuration', 'aws_launch_template');
  const block = applyFix('tf', 'lt-ssm-managed', template) ?? '';
  assert.match(
    block,
    /iam_instance_profile \{\n {4}arn = aws_iam_instance_profile\.web_instances\.arn\n {2}\}/,
  );
});
