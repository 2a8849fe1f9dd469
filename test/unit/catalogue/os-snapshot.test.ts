import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { decodeOsSnapshot, encodeOsSnapshot, loadSnapshot } from '../../../src/catalogue/snapshot/index.ts';
import { osBugs } from '../../../src/products/amazon-linux/notes/os-bugs.ts';
import type { Release } from '../../../src/model/index.ts';
import { itemOf, releaseOf } from '../../support/catalogue.ts';
import { osReleaseOf, packageOf } from '../../support/os-catalogue.ts';

const NOTICE = itemOf('This one was taken back', {
  section: 'Important',
  kind: 'notice',
  impact: null,
  severity: null,
  topic: 'recalled',
  cves: ['CVE-2031-0003'],
});
const RELEASES: readonly Release[] = [
  osReleaseOf('2.0.20310401.0', [
    packageOf('kernel', '5.10.90-2.amzn2', ['CVE-2031-0001', 'CVE-2031-0002']),
    { ...packageOf('runc', '2:1.2-1.amzn2'), arches: ['aarch64', 'x86_64'], channel: 'docker' },
    { ...packageOf('tzdata', '2031a-1.amzn2'), arches: [] },
  ]),
  osReleaseOf('2.0.20310506.1', [], [NOTICE, itemOf('Fixes a leak')]),
  osReleaseOf('2023.30.20310506', null),
];

test('what was written reads back: packages, CVEs, notices without words, releases that were not read', () => {
  const file = JSON.stringify(
    encodeOsSnapshot({
      asOf: '2031-06-01T00:00:00Z',
      releases: [...RELEASES, releaseOf('3.04.0', '2031-01-01')],
    }),
  );
  const { asOf, releases, bugs } = decodeOsSnapshot(JSON.parse(file) as ReturnType<typeof encodeOsSnapshot>);
  assert.equal(asOf, '2031-06-01T00:00:00Z');
  assert.deepEqual(
    releases,
    RELEASES.map((release) => ({
      ...release,
      items: release.items.filter(({ kind }) => kind === 'notice').map((item) => ({ ...item, text: null })),
    })),
  );
  assert.deepEqual(bugs, osBugs('amazon-linux-2', RELEASES, []));
  assert.ok(!file.includes('taken back'));
});

test('the order of releases does not matter', () => {
  const asOf = '2031-06-01T00:00:00Z';
  assert.deepEqual(
    encodeOsSnapshot({ asOf, releases: [...RELEASES].reverse() }),
    encodeOsSnapshot({ asOf, releases: RELEASES }),
  );
});

test('a damaged snapshot is refused, not half read', () => {
  const file = encodeOsSnapshot({ asOf: '2031-06-01T00:00:00Z', releases: RELEASES });
  assert.throws(() => decodeOsSnapshot({ ...file, names: [] }), /names row 0 of a table of 0/);
});

test('the embedded snapshot holds all products in less than a megabyte, and no words of the vendor', async () => {
  const folder = path.resolve(import.meta.dirname, '../../../src/catalogue/snapshot');
  const bytes = ['aurora-mysql.json', 'amazon-linux.json'].map(
    (name) => statSync(path.join(folder, name)).size,
  );
  assert.ok(bytes.reduce((sum, size) => sum + size) < 1_000_000, bytes.join(' + '));
  const { releases, bugs, support } = await loadSnapshot();
  for (const product of ['aurora-mysql', 'amazon-linux-2', 'amazon-linux-2023']) {
    assert.ok(
      releases.some((release) => release.product === product),
      product,
    );
    assert.ok(
      support.some((period) => period.product === product),
      product,
    );
  }
  assert.ok(bugs.some(({ os }) => os?.package === 'kernel'));
  assert.ok(releases.every(({ items }) => items.every(({ text }) => text === null)));
});
