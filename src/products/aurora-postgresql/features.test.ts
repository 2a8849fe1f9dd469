import assert from 'node:assert/strict';
import test from 'node:test';
import type { Feature } from '../../model/index.ts';
import { productOf } from '../index.ts';
import { scanWorkspace } from '../../inventory/index.ts';
import { temporaryFolder } from '../../../test/support/workspace.ts';

const { features, advice } = productOf('aurora-postgresql');

const CLUSTER = `
resource "aws_rds_cluster_parameter_group" "pg" {
  name   = "pg"
  family = "aurora-postgresql16"
  parameter {
    name  = "rds.logical_replication"
    value = "1"
  }
  parameter {
    name  = "shared_preload_libraries"
    value = "pg_stat_statements, pg_cron"
  }
}
resource "aws_rds_cluster" "a" {
  engine                          = "aurora-postgresql"
  engine_version                  = "16.4"
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.pg.name
  enable_http_endpoint            = true
}
resource "aws_rds_cluster_instance" "a" {
  cluster_identifier = aws_rds_cluster.a.id
  engine             = aws_rds_cluster.a.engine
  instance_class     = "db.r6gd.2xlarge"
}
resource "aws_rds_cluster" "open" {
  engine                          = "aurora-postgresql"
  engine_version                  = "16.4"
  db_cluster_parameter_group_name = var.group
}
resource "aws_rds_cluster" "limitless" {
  engine         = "aurora-postgresql"
  engine_version = "16.4-limitless"
}
`;

test('detects features of Aurora PostgreSQL by settings, parameters and loaded libraries', async (t) => {
  const { assets } = await scanWorkspace([temporaryFolder(t, { 'main.tf': CLUSTER })]);
  const states = (name: string, wanted: readonly Feature[]): (string | undefined)[] => {
    const cluster = assets.find((asset) => asset.kind === 'database' && asset.id.includes(name));
    assert.ok(cluster, name);
    return wanted.map((feature) => features?.states[feature]?.(cluster));
  };
  const byParameters: Feature[] = [
    'logical-replication',
    'pg-cron',
    'audit-log',
    'babelfish',
    'parallel-query',
  ];
  assert.deepEqual(states('cluster.a', byParameters), ['on', 'on', 'off', 'off', 'on']);
  assert.deepEqual(states('cluster.a', ['rds-data-api', 'optimized-reads', 'limitless', 'serverless']), [
    'on',
    'on',
    'off',
    'off',
  ]);
  assert.deepEqual(
    states('cluster.open', byParameters),
    byParameters.map(() => 'unknown'),
  );
  assert.deepEqual(states('cluster.limitless', ['limitless', 'babelfish', 'optimized-reads']), [
    'on',
    'off',
    'unknown',
  ]);
});

test('lists demands of a major upgrade in the order in which they block it', () => {
  const ids = advice?.demandsOf('16').map(({ id }) => id) ?? [];
  assert.deepEqual(ids.slice(0, 3), ['pg.targets', 'pg.slots', 'pg.prepared']);
  assert.equal(ids.at(-1), 'no-way-back');
  assert.equal(advice?.mayPassOverLines, true);
});
