import assert from 'node:assert/strict';
import test from 'node:test';
import { cloudformation } from './cloudformation/format.ts';
import { terraform } from './terraform/index.ts';
import type { AssetKind } from '../../model/index.ts';
import { kindsThatMatter } from '../../vocabulary/index.ts';
import { assetsOf } from '../../../test/support/code/format.ts';

const BUCKET = 'resource "aws_s3_bucket" "logs" {\n}\n';

function kindsIn(code: string): string[] {
  return [...assetsOf(terraform, '.', { 'main.tf': code }).values()].map(({ kind }) => kind);
}

test('reads a bucket beside a load balancer that can write to it, but not beside a database', () => {
  assert.deepEqual(kindsIn(`resource "aws_rds_cluster" "main" {\n}\n${BUCKET}`), ['database']);
  assert.deepEqual(kindsIn(`resource "aws_lb" "main" {\n}\n${BUCKET}`).sort(), ['bucket', 'load-balancer']);
});

test('reads a function and its role if a link leads to it', () => {
  const functionWith = (rest: string): string => `resource "aws_cloudwatch_event_rule" "main" {
}
resource "aws_iam_role" "worker" {
}
resource "aws_lambda_function" "worker" {
  role = aws_iam_role.worker.arn
}
${rest}`;
  assert.deepEqual(kindsIn(functionWith('')), ['event-rule']);
  const target = `resource "aws_cloudwatch_event_target" "main" {
  rule = aws_cloudwatch_event_rule.main.name
  arn  = aws_lambda_function.worker.arn
}
`;
  assert.deepEqual(kindsIn(functionWith(target)).sort(), ['event-rule', 'event-target', 'function', 'role']);
});

test('finds relevant kinds across nested stacks', () => {
  const resources = { Logs: { Type: 'AWS::S3::Bucket' }, Topic: { Type: 'AWS::SNS::Topic' } };
  const balancer = { Balancer: { Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer' } };
  for (const [more, kinds] of [
    [{}, ['topic']],
    [balancer, ['bucket', 'load-balancer', 'topic']],
  ] as const) {
    const template = JSON.stringify({ Resources: { ...resources, ...more } });
    const assets = assetsOf(cloudformation, 'stack.json', { 'stack.json': template });
    assert.deepEqual([...assets.values()].map(({ kind }) => kind).sort(), kinds);
  }
});

test('reaches a kind through others and through policies inside a group', () => {
  const policyMatters = (kind: AssetKind): boolean => kindsThatMatter([kind])('policy');
  assert.equal(policyMatters('launch-template'), true);
  assert.equal(policyMatters('auto-scaling-group'), true);
  assert.equal(policyMatters('target-group'), false);
  assert.equal(kindsThatMatter(['auto-scaling-group'])('queue'), true);
});
