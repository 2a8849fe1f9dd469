import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checklistOf, findingsOf } from './index.ts';
import { loadCatalogue } from '../catalogue/index.ts';
import { EMPTY_CONFIG } from '../config/index.ts';
import { say } from '../l10n/index.ts';
import { inventoryOf } from '../../test/support/checklist.ts';

test('the check of a version and its finding count the same urgent bugs', async () => {
  const known = await loadCatalogue(null);
  const seen = { pass: 0, fail: 0 };
  for (const version of ['3.04.6', '3.05.2', '3.07.1', '3.09.0', '3.10.5', '3.10.6', '3.12.0', '3.13.0']) {
    const code = inventoryOf(
      'tf',
      `resource "aws_rds_cluster" "a" {\n  engine = "aurora-mysql"\n  engine_version = "8.0.mysql_aurora.${version}"\n}`,
    );
    const found = findingsOf(known, code, { today: '2026-11-28' });
    const urgent = found.find(({ bugs }) => bugs !== null)?.bugs?.counts.urgent ?? 0;
    const { rows } = checklistOf(known, code, EMPTY_CONFIG, { today: '2026-11-28' });
    const row = rows.find(({ id }) => id === 'aurora-version-errata');
    const answer = urgent > 0 ? 'fail' : 'pass';
    seen[answer]++;
    assert.equal(row?.answer, answer, version);
    if (urgent > 0) assert.match(say(row.evidence, 'en'), new RegExp(`: ${urgent} urgent known`));
  }
  assert.ok(seen.pass > 0 && seen.fail > 0);
});
