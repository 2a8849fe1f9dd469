import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { decodeOsSnapshot, encodeOsSnapshot, loadSnapshot } from '../index.ts';
import { osBugs } from '../../../products/amazon-linux/notes/fixes/os-bugs.ts';
import type { NumberedImage, Release } from '../../../model/index.ts';
import type { Advisory } from '../../../products/system/advisory.ts';
import { itemOf, releaseOf } from '../../../../test/support/catalogue/catalogue.ts';
import { osReleaseOf, packageOf } from '../../../../test/support/catalogue/os-catalogue.ts';

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

test('restores packages, CVEs, notices and listed releases from a snapshot', () => {
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

test('does not depend on the order of releases', () => {
  const asOf = '2031-06-01T00:00:00Z';
  assert.deepEqual(
    encodeOsSnapshot({ asOf, releases: [...RELEASES].reverse() }),
    encodeOsSnapshot({ asOf, releases: RELEASES }),
  );
});

test('rejects a damaged snapshot', () => {
  const file = encodeOsSnapshot({ asOf: '2031-06-01T00:00:00Z', releases: RELEASES });
  assert.throws(() => decodeOsSnapshot({ ...file, names: [] }), /names row 0 of a table of 0/);
});

test('embeds engines in 900 KB and systems in 400 KB, without words of the vendor', async () => {
  const folder = path.resolve(import.meta.dirname, '..');
  const bytes = ['aurora-mysql.json', 'aurora-postgresql.json', 'amazon-linux.json'].map(
    (name) => statSync(path.join(folder, name)).size,
  );
  const [mysql = 0, postgresql = 0, systems = 0] = bytes;
  assert.ok(mysql + postgresql < 900_000 && systems < 400_000, bytes.join(' + '));
  const { releases, bugs, support } = await loadSnapshot();
  for (const product of ['aurora-mysql', 'aurora-postgresql', 'amazon-linux-2', 'amazon-linux-2023']) {
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

const ADVISORY: Advisory = {
  id: 'ALAS2-2031-7',
  severity: 'unrated',
  package: 'runc',
  cves: ['CVE-2031-0001', 'CVE-2031-0009'],
  date: '2031-03-30',
  url: '',
  fixed: [{ name: 'runc', version: '2:1.2-1.amzn2' }],
  channel: 'docker',
};
const IMAGES: readonly NumberedImage[] = [
  {
    publisher: 'eks',
    product: 'amazon-linux-2',
    day: '2031-05-10',
    version: '2.0.20310506.1',
    isWithdrawn: false,
  },
  { publisher: 'ecs', product: 'amazon-linux-2', day: '2031-04-02', version: null, isWithdrawn: true },
  {
    publisher: 'eks',
    product: 'amazon-linux-2023',
    day: '2031-04-01',
    version: '2023.30.20310326',
    isWithdrawn: false,
    contents: [
      { kubernetes: ['1.36', '1.35'], kernel: '6.12.9-1.amzn2023', containerd: null, runc: '1.3.5-1' },
    ],
    changes: [
      { kind: 'revert', part: 'source AMI', version: '2023.30.20310301', pull: 30, by: null },
      { kind: 'taken-back', part: null, version: null, pull: null, by: '2031-05-01' },
    ],
  },
];

test('restores advisories, and images with their own numbering', () => {
  const byDay = {
    ...ADVISORY,
    id: 'ALAS2-2031-8',
    package: 'nss',
    fixed: [],
    date: '2031-05-01',
    channel: null,
  };
  const bugs = osBugs('amazon-linux-2', RELEASES, [ADVISORY, byDay]);
  const snapshot = { asOf: '2031-06-01T00:00:00Z', releases: RELEASES, bugs, imageBases: IMAGES };
  const file = JSON.parse(JSON.stringify(encodeOsSnapshot(snapshot))) as ReturnType<typeof encodeOsSnapshot>;
  const read = decodeOsSnapshot(file);
  assert.deepEqual(read.bugs, bugs);
  assert.deepEqual(bugs.map(({ os }) => `${os?.advisory} ${os?.assigned}`).slice(0, 2), [
    'ALAS2-2031-7 by version',
    'ALAS2-2031-8 by date',
  ]);
  assert.deepEqual(read.imageBases, IMAGES);
});

test('stores only the package named after its source if several have one version', () => {
  const fixed = ['libcurl', 'curl', 'curl-minimal'].map((name) => ({ name, version: '8.1-2.amzn2' }));
  const bugs = osBugs('amazon-linux-2', RELEASES, [{ ...ADVISORY, package: 'curl', fixed }]);
  const [bug] = decodeOsSnapshot(
    encodeOsSnapshot({ asOf: '2031-06-01T00:00:00Z', releases: RELEASES, bugs }),
  ).bugs;
  assert.deepEqual(bug?.os?.fixed, [{ name: 'curl', version: '8.1-2.amzn2' }]);
});

test('adds less than 400 KB for three thousand advisories', () => {
  const many = Array.from({ length: 3_000 }, (_, i) => ({
    ...ADVISORY,
    id: `ALAS2-2031-${1000 + i}`,
    package: `package-${i % 400}`,
    cves: [`CVE-2031-${10_000 + i}`, `CVE-2031-${20_000 + (i % 900)}`],
    fixed: [`package-${i % 400}`, `package-${i % 400}-devel`].map((name) => ({
      name,
      version: `1.${i}-1.amzn2`,
    })),
  }));
  const snapshot = {
    asOf: '2031-06-01T00:00:00Z',
    releases: RELEASES,
    bugs: osBugs('amazon-linux-2', RELEASES, many),
  };
  const size = (bugs: typeof snapshot.bugs) => JSON.stringify(encodeOsSnapshot({ ...snapshot, bugs })).length;
  assert.ok(size(snapshot.bugs) - size([]) < 400_000, `${size(snapshot.bugs)}`);
});

test('embeds the day of every listed release, and marks recalled ones', async () => {
  const { releases } = await loadSnapshot();
  const known = releases.filter(({ product }) => product === 'amazon-linux-2023');
  const days = new Map(known.map(({ version, date }) => [version, date]));
  assert.ok(days.size >= 125, `${days.size}`);
  // The history has wrong days for these releases, so the version number decides.
  assert.equal(days.get('2023.6.20250218'), '2025-02-18');
  assert.equal(days.get('2023.3.20240122'), '2024-01-22');
  assert.equal(days.get('2023.1.20230906'), '2023-09-06');
  assert.equal(days.get('2023.12.20260720'), '2026-07-20');
  const recalled = known.filter(({ items }) => items.some(({ topic }) => topic === 'recalled'));
  assert.deepEqual(recalled.map(({ version }) => version).sort(), [
    '2023.10.20260316',
    '2023.6.20241028',
    '2023.6.20241209',
    '2023.8.20250804',
  ]);
});

test('embeds the base release of images', async () => {
  const { imageBases = [] } = await loadSnapshot();
  const of = (publisher: string, day: string) =>
    imageBases.find(
      (base) => base.publisher === publisher && base.day === day && base.product === 'amazon-linux-2023',
    );
  const newest = of('eks', '2026-07-14');
  assert.equal(newest?.version, '2023.12.20260710');
  const contents = newest.contents?.find(({ kubernetes }) => kubernetes.includes('1.33'));
  assert.equal(contents?.kernel, '6.12.94-123.180.amzn2023');
  assert.deepEqual(
    newest.changes?.map(({ kind, part, pull }) => [kind, part, pull]),
    [['revert', 'source AMI', 2766]],
  );
  assert.equal(of('eks', '2026-01-07')?.version, '2023.9.20251208', 'not the newest of its day');
  assert.equal(of('ecs', '2026-08-13')?.version, '2023.12.20260803', 'of the image before');
});
