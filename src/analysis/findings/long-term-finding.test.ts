import assert from 'node:assert/strict';
import test from 'node:test';
import { findingsOf } from '../index.ts';
import { loadCatalogue } from '../../catalogue/index.ts';
import { scanFiles } from '../../../test/support/workspace.ts';

const cluster = (name: string, engine: string, version: string): string =>
  `resource "aws_rds_cluster" "${name}" {\n  engine = "${engine}"\n  engine_version = "${version}"\n}\n`;
const member = (name: string, of: string, more = ''): string =>
  `resource "aws_rds_cluster_instance" "${name}" {\n  cluster_identifier = aws_rds_cluster.${of}.id\n  engine = aws_rds_cluster.${of}.engine\n  instance_class = "db.r6g.large"\n  ${more}\n}\n`;
const ON = 'auto_minor_version_upgrade = true';
const OFF = 'auto_minor_version_upgrade = false';

test('reports long-term versions that automatic minor upgrades leave, in both Aurora engines', async (t) => {
  const inventory = await scanFiles(t, {
    'main.tf': [
      cluster('left_out', 'aurora-mysql', '8.0.mysql_aurora.3.10.4') + member('m1', 'left_out'),
      cluster('on', 'aurora-postgresql', '16.8') + member('m2', 'on', ON),
      cluster('off', 'aurora-postgresql', '16.8') + member('m3', 'off', OFF),
      cluster('one_off', 'aurora-postgresql', '16.8') +
        member('m4', 'one_off', ON) +
        member('m5', 'one_off', OFF),
      cluster('no_member', 'aurora-postgresql', '16.8'),
      cluster('unknown', 'aurora-postgresql', '16.8') +
        member('m6', 'unknown', 'auto_minor_version_upgrade = var.auto'),
      cluster('other', 'aurora-postgresql', '16.6') + member('m7', 'other', ON),
    ].join(''),
  });
  const findings = findingsOf(await loadCatalogue(null), inventory, { today: '2026-11-20' });
  assert.deepEqual(
    findings
      .filter(({ ruleId }) => ruleId === 'leaves-long-term')
      .map(({ assetId, message }) => [assetId, message.args]),
    [
      [
        'main.tf#aws_rds_cluster.left_out',
        { name: 'Aurora MySQL', minor: '3.10', setting: 'auto_minor_version_upgrade' },
      ],
      [
        'main.tf#aws_rds_cluster.on',
        { name: 'Aurora PostgreSQL', minor: '16.8', setting: 'auto_minor_version_upgrade' },
      ],
    ],
  );
});
