import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { applyEdits, fixForAll } from '../index.ts';
import { text } from '../../l10n/index.ts';
import type { CheckRow } from '../../model/index.ts';
import { inventoryOf, rowsOf } from '../../../test/support/checks/checklist.ts';
import { subscribed } from '../../../test/support/checks/subscribed.ts';

const INCIDENT = {
  tf: ['database.tf', 'web.tf']
    .map((file) => readFileSync(`test/workspaces/incident/terraform/${file}`, 'utf8'))
    .join('\n'),
  cfn: readFileSync('test/workspaces/incident/cloudformation/shop.yaml', 'utf8'),
};
const FILE = { tf: 'main.tf', cfn: 'stack.yaml' };

for (const kind of ['tf', 'cfn'] as const) {
  for (const about of ['database', 'auto-scaling-group', 'target-group'] as const) {
    test(`in ${FILE[kind]} all fixes of the ${about} together fix every check that code can fix, and break none`, () => {
      const before = inventoryOf(kind, INCIDENT[kind]);
      const asset = before.assets.find((each) => each.kind === about);
      assert.ok(asset);
      const read = (whole: string) => (file: string) => (file === FILE[kind] ? { file, text: whole } : null);
      const failed = (rows: readonly CheckRow[]): CheckRow[] =>
        rows.filter(({ assetId, answer }) => assetId === asset.id && answer === 'fail');
      const title = text('fix.all', { resource: asset.name });
      const broken = failed(rowsOf(before));
      const offer = fixForAll(broken, title, before.assets, read(INCIDENT[kind]));
      assert.ok(offer !== null);
      const whole = subscribed(
        kind,
        applyEdits(
          INCIDENT[kind],
          offer.edits.flatMap(({ edits }) => edits),
        ),
      );
      const after = inventoryOf(kind, whole);
      const still = failed(rowsOf(after));
      // Includes results of the fixes themselves: an alarm without actions, a log group without an expiry.
      const everywhere = (rows: readonly CheckRow[]): string[] =>
        rows
          // Only users can decide who subscribes to a topic.
          .filter(({ id, answer }) => answer === 'fail' && id !== 'topic-has-subscriber')
          .map(({ id, assetId }) => `${id} ${assetId}`);
      const known = new Set(everywhere(rowsOf(before)));
      assert.deepEqual(
        everywhere(rowsOf(after)).filter((row) => !known.has(row)),
        [],
        'nothing new fails',
      );
      assert.ok(broken.length - still.length >= 2, 'several are mended');
      assert.equal(fixForAll(still, title, after.assets, read(whole)), null);
    });
  }
}

const POSTGRESQL = `
resource "aws_rds_cluster_parameter_group" "ledger" {
  name   = "ledger"
  family = "aurora-postgresql16"

  parameter {
    name         = "shared_preload_libraries"
    value        = "pg_cron"
    apply_method = "pending-reboot"
  }
}

resource "aws_rds_cluster" "ledger" {
  cluster_identifier = "ledger"
  engine             = "aurora-postgresql"
  engine_version     = "16.4"
  GROUP
}
`;
for (const [has, group, loads] of [
  [
    'its own group',
    'db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.ledger.name',
    'pg_cron',
  ],
  ['no group', '', 'pg_stat_statements'],
] as const)
  test(`all fixes together load every library that they need where a cluster has ${has}`, () => {
    const code = POSTGRESQL.replace('GROUP', group);
    const before = inventoryOf('tf', code);
    const wanted = ['aurora-audit-changes', 'aurora-slow-plans-logged', 'aurora-tls-required'];
    const rows = rowsOf(before).filter(({ id }) => wanted.includes(id));
    assert.deepEqual(new Set(rows.map(({ answer }) => answer)), new Set(['fail']));
    const offer = fixForAll(rows, text('fix.all', { resource: 'ledger' }), before.assets, (file) =>
      file === FILE.tf ? { file, text: code } : null,
    );
    assert.ok(offer);
    const whole = applyEdits(
      code,
      offer.edits.flatMap(({ edits }) => edits),
    );
    // Changes are in the order of the checklist.
    assert.match(
      whole,
      new RegExp(`value += "${loads},auto_explain,pgaudit"\n +apply_method = "pending-reboot"`),
    );
    const after = rowsOf(inventoryOf('tf', whole)).filter(({ id }) => wanted.includes(id));
    assert.deepEqual(
      after.map(({ answer }) => answer),
      ['pass', 'pass', 'pass'],
      whole,
    );
  });
