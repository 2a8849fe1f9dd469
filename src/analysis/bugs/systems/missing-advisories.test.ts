import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { catalogueAsOf, missingAdvisories, upgradeAnswer, versionAnswer } from '../../index.ts';
import { wholeCatalogue } from '../../../catalogue/index.ts';
import { loadSnapshot } from '../../../catalogue/snapshot/index.ts';
import { say } from '../../../l10n/index.ts';
import { notesDay, type Catalogue } from '../../../model/index.ts';
import { productIds, productName } from '../../../products/index.ts';

const EMBEDDED =
  'Not embedded: the advisories of Amazon Linux 2, Amazon Linux 2023. The first refresh (errata-lens catalogue update) brings them.';

function sentence(catalogue: Catalogue, ids: readonly (string | null)[]): string | null {
  const missing = missingAdvisories(catalogue, ids as Parameters<typeof missingAdvisories>[1]);
  return missing && say(missing, 'en');
}

test('lists systems with unknown advisories once, with the effect of a refresh', async () => {
  const snapshot = await loadSnapshot();
  const engines = productIds().filter((id) => id !== 'bottlerocket');
  assert.equal(sentence(snapshot, [...engines, ...engines]), EMBEDDED);
  assert.equal(sentence(snapshot, ['aurora-mysql', 'amazon-linux-1', null]), null);
  assert.match(
    sentence({ ...snapshot, source: 'cache' }, ['amazon-linux-2']) ?? '',
    /^Not in the catalogue: the advisories of Amazon Linux 2\. The next refresh /,
  );
});

test('counts advisories for parts that no known release contains, and names the newest release', async () => {
  const snapshot = await loadSnapshot();
  const later =
    /^64 advisories are for kits later than those of Bottlerocket 1\.50\.0, the newest known release:/;
  assert.match(sentence(snapshot, ['bottlerocket', 'bottlerocket']) ?? '', later);
  assert.match(
    sentence(snapshot, productIds()) ?? '',
    /^Not embedded: .* brings them\. 64 advisories are for kits/,
  );
  const { standing } = versionAnswer(snapshot, 'bottlerocket', '1.50.0', '2026-12-01');
  assert.ok(standing.some((each) => later.test(say(each, 'en'))));
  assert.equal(
    sentence(catalogueAsOf(snapshot, '2025-10-20'), ['bottlerocket']),
    null,
    'unknown for a past day',
  );
});

test('states missing advisories once for a version and its upgrade', async () => {
  const snapshot = await loadSnapshot();
  const day = '2026-12-01';
  for (const [product, version] of [
    ['amazon-linux-2', '2.0.20240329.0'],
    ['amazon-linux-2023', '2023.6.20250203'],
  ] as const) {
    const { standing } = versionAnswer(snapshot, product, version, day);
    const { scope } = upgradeAnswer(snapshot, product, version, { day });
    assert.equal(standing.filter(({ key }) => key === 'os.advisories.firstRefresh').length, 1);
    assert.equal(scope?.key, 'os.advisories.firstRefresh');
  }
});

for (const name of ['README.md', 'README.ja.md']) {
  test(`has the days of the embedded notes in the table of ${name}`, async () => {
    const snapshot = wholeCatalogue(await loadSnapshot());
    const readme = readFileSync(path.resolve(import.meta.dirname, '../../../..', name), 'utf8');
    const rows = [...readme.matchAll(/^\| (?<name>[A-Z][^|]+) \| (?<day>\d{4}-\d\d-\d\d) \|/gm)];
    assert.equal(rows.length, new Set(snapshot.releases.map(({ product }) => product)).size - 1);
    for (const { groups } of rows) {
      const names = (groups?.['name'] ?? '').replace(/^Amazon Linux 2 (?:and|と) 2023$/, 'Amazon Linux 2');
      const id = productIds().find((each) => productName(each) === names);
      assert.ok(id !== undefined, names);
      assert.equal(groups?.['day'], notesDay(snapshot, id), names);
    }
  });
}
