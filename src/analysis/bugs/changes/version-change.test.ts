import assert from 'node:assert/strict';
import { test } from 'node:test';
import { versionChanges } from '../../index.ts';
import { loadCatalogue } from '../../../catalogue/index.ts';
import { LANGUAGES } from '../../../l10n/index.ts';
import type { Asset } from '../../../model/index.ts';
import { changeMarkdown } from '../../../report/index.ts';
import { inventoryOf } from '../../../../test/support/checks/checklist.ts';

const catalogue = await loadCatalogue(null);

function pinned(version: string): readonly Asset[] {
  return inventoryOf(
    'tf',
    `resource "aws_rds_cluster" "shop" {\n  engine         = "aurora-mysql"\n  engine_version = "${version}"\n}`,
  ).assets;
}

test('counts no bugs for a change from or to a version outside the catalogue', () => {
  for (const [from, to, unknown] of [
    ['5.7.mysql_aurora.2.11.1', '8.0.mysql_aurora.3.15.0', '3.15.0'],
    ['5.6.mysql_aurora.1.22.2', '5.7.mysql_aurora.2.11.1', '1.22.2'],
  ] as const) {
    const changes = versionChanges(catalogue, pinned(from), pinned(to));
    assert.deepEqual(
      changes.map((change) => [change.unknown, change.clears, change.leaves, change.brings]),
      [[unknown, [], [], []]],
    );
    for (const language of LANGUAGES) {
      const comment = changeMarkdown(changes, catalogue, language);
      assert.ok(comment.split('\n\n')[2]?.includes(unknown), comment);
      assert.doesNotMatch(comment, /Clears|Fixes|解消|details/);
    }
  }
});

test("counts PostgreSQL's bugs: those of RDS with its own, those of Aurora apart", () => {
  const asset = (engine: string, kind: string, version: string): readonly Asset[] =>
    inventoryOf(
      'tf',
      `resource "${kind}" "shop" {\n  engine = "${engine}"\n  engine_version = "${version}"\n}`,
    ).assets;
  const [rds] = versionChanges(
    catalogue,
    asset('postgres', 'aws_db_instance', '16.6'),
    asset('postgres', 'aws_db_instance', '16.9'),
  );
  assert.ok(rds);
  assert.ok(rds.clears.some(({ bug }) => bug.product === 'postgresql'));
  assert.equal(rds.upstream, null);
  const changes = versionChanges(
    catalogue,
    asset('aurora-postgresql', 'aws_rds_cluster', '16.6'),
    asset('aurora-postgresql', 'aws_rds_cluster', '16.9'),
  );
  assert.ok(changes[0]?.clears.every(({ bug }) => bug.product === 'aurora-postgresql'));
  assert.match(
    changeMarkdown(changes, catalogue, 'en'),
    /PostgreSQL in it, counted apart: 16\.6 → 16\.9 fixes \d+ bugs, \d+ urgent; \d+ stay/,
  );
});
