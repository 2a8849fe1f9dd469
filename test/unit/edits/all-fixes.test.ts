import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { applyEdits, fixForAll } from '../../../src/edits/index.ts';
import { text } from '../../../src/l10n/index.ts';
import type { CheckRow } from '../../../src/model/index.ts';
import { inventoryOf, rowsOf } from '../../support/checklist.ts';

const INCIDENT = {
  tf: ['database.tf', 'web.tf']
    .map((file) => readFileSync(`test/workspaces/incident/terraform/${file}`, 'utf8'))
    .join('\n'),
  cfn: readFileSync('test/workspaces/incident/cloudformation/shop.yaml', 'utf8'),
};
const FILE = { tf: 'main.tf', cfn: 'stack.yaml' };

for (const kind of ['tf', 'cfn'] as const) {
  for (const about of ['aurora-cluster', 'auto-scaling-group', 'target-group'] as const) {
    test(`in ${FILE[kind]} all fixes of the ${about} at once leave no check that code can mend, and break none`, () => {
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
      const whole = applyEdits(
        INCIDENT[kind],
        offer.edits.flatMap(({ edits }) => edits),
      );
      const after = inventoryOf(kind, whole);
      const still = failed(rowsOf(after));
      // Of what the fixes add, too: an alarm that tells nobody, a log group that is kept for ever.
      const everywhere = (rows: readonly CheckRow[]): string[] =>
        rows.filter(({ answer }) => answer === 'fail').map(({ id, assetId }) => `${id} ${assetId}`);
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
