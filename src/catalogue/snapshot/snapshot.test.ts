import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { decodeSnapshot, encodeSnapshot, loadSnapshot, type SnapshotFile } from './index.ts';
import type { Catalogue } from '../../model/index.ts';
import {
  bugOf,
  catalogueOf,
  itemOf,
  releaseOf,
  supportOf,
} from '../../../test/support/catalogue/catalogue.ts';

const FILE = path.resolve(import.meta.dirname, 'aurora-mysql.json');

/** Catalogue with a value in every field of the model. */
function fullCatalogue(): Catalogue {
  const fix = itemOf('Mends a thing.', {
    cves: ['CVE-2024-1'],
    communityBugs: ['12345'],
    features: ['binlog'],
    why: ['impact unavailability: "restart"'],
  });
  const feature = itemOf('A new thing.', {
    section: 'New features',
    kind: 'feature',
    impact: null,
    severity: null,
  });
  const releases = [
    releaseOf('2.11.2', '2023-03-24', {
      status: ['default', 'extended-support'],
      communityVersion: '5.7.12',
      osUpgrade: true,
      items: [fix, feature],
    }),
    releaseOf('3.01.0', '2021-11-18', {
      lts: true,
      comparedTo: '2.10.0',
      upgradeFrom: ['2'],
      items: [{ ...fix, digest: 'b'.repeat(10) }],
    }),
  ];
  const { digest, why, cves, communityBugs, features } = fix;
  const bug = bugOf(digest, [], {
    listings: [
      { version: '2.11.2', digest },
      { version: '3.01.0', digest: 'b'.repeat(10) },
    ],
    aliases: ['b'.repeat(10)],
    bounds: { introducedIn: '2.09.0', introducedInCommunity: '8.0.30', names: ['2.11.1'], upgradeOnly: true },
    cves,
    communityBugs,
    features,
    why,
    names: ['max_connections', '1040'],
    commits: {
      main: ['aaaaaaaaa'],
      lines: ['2'],
      day: '2024-01-02',
      mainDay: '2023-01-02',
      harmlessFrom: '3',
    },
  });
  return {
    ...catalogueOf(releases, [bug, bugOf('c', ['3.01.0'], { aliases: [] })]),
    support: [supportOf('2', { extendedOffered: true, extendedStarts: '2024-12-01' })],
    cveDifferences: [{ cve: 'CVE-2024-1', versionsOnlyInTable: [], versionsOnlyInPages: ['2.11.2'] }],
  };
}

/** Catalogue without the parts that a snapshot omits: words of the vendor, and labels of other items than bugs. */
function withoutText(catalogue: Catalogue): Catalogue {
  const releases = catalogue.releases.map((release) => ({
    ...release,
    items: release.items.map((item) => ({ ...item, text: null })),
  }));
  return { ...catalogue, releases, bugs: catalogue.bugs.map((bug) => ({ ...bug, text: null })) };
}

describe('a snapshot', () => {
  test("restores the catalogue without the vendor's words", () => {
    const catalogue = fullCatalogue();
    assert.deepEqual(decodeSnapshot(encodeSnapshot(catalogue)), withoutText(catalogue));
  });

  test('survives a round trip through JSON', () => {
    const written = JSON.parse(JSON.stringify(encodeSnapshot(fullCatalogue()))) as SnapshotFile;
    assert.deepEqual(decodeSnapshot(written), withoutText(fullCatalogue()));
  });

  test('contains no words of the vendor', () => {
    const written = JSON.stringify(encodeSnapshot(fullCatalogue()));
    assert.doesNotMatch(written, /Mends|A new thing/);
  });

  test('restores all CVEs of a bullet that lists several', () => {
    const digest = 'd'.repeat(10);
    const item = itemOf('CVE-2024-1, CVE-2024-2', { digest, cves: ['CVE-2024-1', 'CVE-2024-2'] });
    const bugs = item.cves.map((cve, nth) =>
      bugOf(`${digest}${nth}`, [], { cves: [cve], listings: [{ version: '2.11.2', digest }] }),
    );
    const catalogue = catalogueOf([releaseOf('2.11.2', '2023-03-24', { items: [item] })], bugs);
    const [release] = decodeSnapshot(encodeSnapshot(catalogue)).releases;
    assert.deepEqual(release?.items[0]?.cves, ['CVE-2024-1', 'CVE-2024-2']);
  });

  test('keeps its terms if a later version has more of them', () => {
    const file = encodeSnapshot(fullCatalogue());
    const { features, ...terms } = file.taxonomy;
    const older = {
      ...file,
      taxonomy: { ...terms, features: ['clone', ...features] },
      bugs: file.bugs.map((row) =>
        row.with(
          4,
          row[4].map((number) => number + 1),
        ),
      ),
    } as unknown as SnapshotFile;
    assert.deepEqual(decodeSnapshot(older).bugs, decodeSnapshot(file).bugs);
  });

  test('rejects a reference to a missing row', () => {
    const file = encodeSnapshot(fullCatalogue());
    assert.throws(() => decodeSnapshot({ ...file, words: [] }), RangeError);
  });
});

describe('the embedded snapshot', () => {
  test('is at most 400 KB, and encodes to the same file again', () => {
    assert.ok(statSync(FILE).size <= 400 * 1024);
    const file = JSON.parse(readFileSync(FILE, 'utf8')) as SnapshotFile;
    assert.deepEqual(encodeSnapshot(decodeSnapshot(file)), file);
  });

  test('loads with releases, bugs and dates of every line, and no text', async () => {
    const { source, releases, bugs, support, problems } = await loadSnapshot();
    assert.deepEqual([source, problems], ['snapshot', []]);
    for (const line of ['2', '3', '8.4']) {
      assert.ok(
        releases.some((release) => release.line === line),
        line,
      );
      assert.ok(
        support.some(({ product, scope }) => product === 'aurora-mysql' && scope === line),
        line,
      );
    }
    assert.ok(bugs.length > 900);
    assert.ok(bugs.every(({ text }) => text === null));
    assert.ok(releases.every(({ items }) => items.every(({ text }) => text === null)));
  });
});
