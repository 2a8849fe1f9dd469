import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { placeOfDeclaration, placeOfSetting } from './index.ts';
import type { Asset } from '../model/index.ts';
import { inventoryOf } from '../../test/support/checks/checklist.ts';

const TEXT = {
  tf: ['database.tf', 'web.tf']
    .map((file) => readFileSync(`test/workspaces/incident/terraform/${file}`, 'utf8'))
    .join('\n'),
  cfn: readFileSync('test/workspaces/incident/cloudformation/shop.yaml', 'utf8'),
};

function lineOf(kind: 'tf' | 'cfn', of: Asset['kind'], setting: string | null): string | null {
  const text = TEXT[kind];
  const asset = inventoryOf(kind, text).assets.find((each) => each.kind === of);
  assert.ok(asset);
  const source = { file: kind === 'tf' ? 'main.tf' : 'stack.yaml', text };
  const place = setting === null ? placeOfDeclaration(asset, source) : placeOfSetting(asset, setting, source);
  return place === null ? null : (text.split('\n')[place.line - 1]?.trim() ?? null);
}

test('finds a setting in a resource, in a nested block and in a list of parameters', () => {
  assert.equal(
    lineOf('tf', 'auto-scaling-group', 'health_check_grace_period'),
    'health_check_grace_period = 0',
  );
  assert.equal(lineOf('tf', 'target-group', 'health_check.path'), 'path                = "/"');
  assert.equal(lineOf('tf', 'cluster-parameter-group', 'time_zone'), 'value = "Asia/Tokyo"');
  assert.match(lineOf('cfn', 'auto-scaling-group', 'HealthCheckType') ?? '', /^HealthCheckType:/);
  assert.match(lineOf('cfn', 'cluster-parameter-group', 'time_zone') ?? '', /^time_zone:/);
});

test('returns no place for an absent setting, and the place of its resource', () => {
  assert.equal(lineOf('tf', 'database', 'monitoring_interval'), null);
  assert.equal(lineOf('cfn', 'database', 'MonitoringInterval'), null);
  assert.equal(lineOf('tf', 'database', null), 'resource "aws_rds_cluster" "shop" {');
  assert.match(lineOf('cfn', 'database', null) ?? '', /^\w+:$/);
});
