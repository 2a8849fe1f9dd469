import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coverageMessage, coverageOf, upgradeAnswer, versionAnswer } from '../../index.ts';
import { asPreview } from '../../../../test/support/catalogue/any-catalogue.ts';
import { loadCatalogue } from '../../../catalogue/index.ts';
import { LANGUAGES, say } from '../../../l10n/index.ts';
import { notesDay, type ProductId } from '../../../model/index.ts';
import { osReleaseOf } from '../../../../test/support/catalogue/os-catalogue.ts';

const catalogue = await loadCatalogue(null);
const TODAY = '2026-11-27';

const advised = (product: ProductId, written: string, day = TODAY) =>
  upgradeAnswer(catalogue, product, written, { day });

function messageFor(product: ProductId, written: string): string {
  const message = coverageMessage(catalogue, coverageOf(catalogue, product, written));
  return message === null ? '' : say(message, 'en');
}

test('excludes previews from the releases of a major version', () => {
  const preview = asPreview(catalogue, '18');
  const { coverage, versions } = coverageOf(preview, 'aurora-postgresql', '18');
  assert.deepEqual([coverage, versions], ['not-covered', []]);
  assert.equal(upgradeAnswer(preview, 'aurora-postgresql', '18', { day: TODAY }).advice, null);
  assert.ok(!coverageOf(catalogue, 'aurora-postgresql', '17').versions.includes('17.0'));
  assert.equal(coverageOf(preview, 'aurora-postgresql', '18.4').coverage, 'known');
});

test('does not resolve a range without creatable releases', () => {
  const notes = (product: ProductId, written: string) =>
    advised(product, written)
      .advice?.notes.map((note) => say(note, 'en'))
      .join(' ') ?? '';
  assert.match(
    notes('aurora-postgresql', '9.6'),
    /“9\.6” is a range of \d+ releases \([\d. to]+\)\. Counts cover bugs that any of them has\./,
  );
  assert.match(
    notes('aurora-mysql', '8.0'),
    /“8\.0” is a range of \d+ releases \(.*\)\. New clusters can use \d+ of them /,
  );
});

test('does not advise a refresh for a version older than the catalogue', () => {
  for (const written of ['1.22.2', '5.6.10a']) {
    const message = messageFor('aurora-mysql', written);
    assert.match(message, /is older than the catalogue, which begins with 2\.\d+/);
    assert.doesNotMatch(message, /update/);
  }
  assert.match(messageFor('aurora-mysql', '3.04.5'), /is not in the catalogue .*catalogue update/);
});

test('does not advise to stay on a system release above the catalogue', () => {
  for (const [product, written] of [
    ['bottlerocket', '1.99.0'],
    ['amazon-linux-2023', '2023.13.20261120'],
  ] as const) {
    const { advice, standing } = advised(product, written);
    assert.equal(advice, null, written);
    assert.match(say(standing[0] ?? { key: 'upgrade.none', args: {} }, 'en'), /is newer than the catalogue/);
  }
});

test('advises to stay on the newest known release unless a later one is likely', () => {
  const release = osReleaseOf('2023.9.20260105', []);
  const known = { ...catalogue, releases: [release] };
  const at = (day: string) => upgradeAnswer(known, 'amazon-linux-2023', release.version, { day }).advice;
  assert.equal(at('2026-03-10')?.recommended, 'stay');
  const old = at('2027-03-10');
  assert.equal(old?.recommended, null);
  for (const language of LANGUAGES) assert.ok(say(old.reason, language).includes(release.date));
});

test('calls no fix serious without a rating', () => {
  const unrated = { ...catalogue, bugs: catalogue.bugs.filter(({ os }) => typeof os?.advisory !== 'string') };
  const { advice } = upgradeAnswer(unrated, 'bottlerocket', '1.0.0', { day: '2026-11-20' });
  const reason = advice === null ? '' : say(advice.reason, 'en');
  assert.match(reason, /\d+ known fixes with \d+ CVEs/);
  assert.doesNotMatch(reason, /serious/);
});

test('distinguishes releases of systems, and rejects partial numbers', () => {
  for (const written of ['2023.12.20260608', '2017.09.0', '2.0.20260601'])
    assert.equal(coverageOf(catalogue, 'bottlerocket', written).coverage, 'no-release', written);
  for (const [product, written] of [
    ['amazon-linux-1', '2018.03'],
    ['amazon-linux-2023', '2023.4'],
    ['bottlerocket', 'latest'],
  ] as const)
    assert.match(
      messageFor(product, written),
      /is not the full number of a release of (Amazon|Bottlerocket)/,
    );
});

test("states the day on which a product's notes were read, whatever was read since", () => {
  const known = {
    ...catalogue,
    asOf: '2026-10-06T00:00:00Z',
    readOn: { bottlerocket: '2024-10-24T00:00:00Z' },
  };
  assert.equal(notesDay(known, 'aurora-mysql'), '2026-10-06');
  assert.equal(versionAnswer(known, 'bottlerocket', '1.0.0', TODAY).asOf, '2024-10-24');
  const { standing, asOf } = upgradeAnswer(known, 'bottlerocket', '1.99.0', { day: TODAY });
  assert.equal(asOf, '2024-10-24');
  for (const language of LANGUAGES)
    assert.match(standing.map((each) => say(each, language)).join(' '), /2024-10-24/, language);
  // On an earlier day no later reading existed.
  const past = { ...known, asOf: '2024-01-01T00:00:00Z', calendarReadOn: '2026-10-06' };
  assert.equal(notesDay(past, 'bottlerocket'), '2024-01-01');
});
