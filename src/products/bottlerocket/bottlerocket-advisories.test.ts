import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { test } from 'node:test';
import { bottlerocketNotes } from './notes.ts';
import { say } from '../../l10n/index.ts';
import type { KnownBug, Release } from '../../model/index.ts';
import type { ReadPage } from '../source.ts';

const CHANGELOG = `# v1.36.0 (2031-06-20)
* Update \`bottlerocket-core-kit\` from 5.2.0 to 6.1.0 [CHANGELOG](https://example.com/CHANGELOG.md#v610-2031-06-19) ([#12])

# v1.35.0 (2031-05-20)
* Update bottlerocket-core-kit ([#11])

# v1.34.0 (2031-04-20)
* Fix what bottlerocket-core-kit 9.9.9 broke
* Add bottlerocket-kernel-kit 1.0.0 and update bottlerocket-core-kit from 5.2.0 to 5.2.0

# v1.33.0 (2031-03-20)
* Update bottlerocket-core-kit to 5.2.0 ([#9])

# v1.32.0 (2031-02-20)
* Update bottlerocket-core-kit to v5.1.0 ([#8])
* Patch openssl to address CVE-2031-0007 and CVE-2031-0001 ([#7])

# v1.31.0 (2031-01-20)
* Update bottlerocket-core-kit to 5.0.0

# v1.16.1 (2030-11-20)
* Something else
`;

interface Made {
  id: string;
  day: string;
  cve: string;
  severity?: string;
  page: string;
  version: string;
}

function update({ id, day, cve, severity = 'high', page, version }: Made): string {
  const [name, release] = version.split('-');
  const packages = ['glibc', 'bottlerocket-glibc'].flatMap((each) =>
    ['x86_64', 'aarch64'].map(
      (arch) => `<package arch="${arch}" name="${each}" version="${name}" release="${release}" epoch="0" />`,
    ),
  );
  return `<update author="a" from="a" status="final" type="security" version="1.4"><id>${id}</id><title>glibc ${cve}</title>
<issued date="${day}T19:52:52Z" /><updated date="${day}T19:52:52Z" /><severity>${severity}</severity><description>Made up.</description>
<references><reference href="https://cve.example/${cve}" id="${cve}" type="cve" /><reference href="${page}" id="${id}" type="brsa" /></references>
<pkglist><collection short="bottlerocket"><name>Bottlerocket</name>${packages.join('')}</collection></pkglist></update>`;
}

const kitPage = (version: string, kit = 'core'): string =>
  `https://github.com/bottlerocket-os/bottlerocket-${kit}-kit/blob/develop/advisories/${version}/BRSA-abc.toml`;
const BUILD = '2.43-1.1773716061.e2e9d7a9.br1';

const UPDATES = [
  update({ id: 'BRSA-kit', day: '2031-03-01', cve: 'CVE-2031-0001', page: kitPage('5.1.0'), version: BUILD }),
  update({
    id: 'BRSA-later',
    day: '2031-01-01',
    cve: 'CVE-2031-0002',
    page: kitPage('5.1.7'),
    version: BUILD,
  }),
  update({
    id: 'BRSA-first',
    day: '2031-02-01',
    cve: 'CVE-2031-0003',
    page: kitPage('4.0.0'),
    version: BUILD,
  }),
  update({
    id: 'GHSA-868r-x68r-5c5p',
    day: '2031-02-25',
    cve: 'CVE-2030-0004',
    severity: 'low',
    page: 'https://github.com/bottlerocket-os/bottlerocket/security/advisories/GHSA-868r-x68r-5c5p',
    version: '1.16.1-0',
  }),
  update({
    id: 'BRSA-odd',
    day: '2031-02-01',
    cve: 'CVE-2031-0005',
    page: 'https://evil.example/x',
    version: BUILD,
  }),
];

async function readWith(
  body: string | Error,
  changelog = CHANGELOG,
  before: readonly KnownBug[] = [],
): Promise<{ bugs: readonly KnownBug[]; later: number | undefined; sentences: string[] }> {
  const page = { url: 'https://example.com/CHANGELOG.md', body: changelog, contentType: 'text/plain' };
  const parsed = bottlerocketNotes.parse(page).releases;
  const releases = parsed.map((release): Release => ({ ...release, items: [] }));
  const read: ReadPage = (url) => {
    assert.equal(url, 'https://advisories.bottlerocket.aws/updateinfo.xml.gz');
    return body instanceof Error
      ? Promise.reject(body)
      : Promise.resolve({ url, body, contentType: 'application/gzip' });
  };
  const answer = await bottlerocketNotes.bugs?.(releases, read, before);
  assert.ok(answer);
  return {
    bugs: answer.bugs,
    later: answer.later,
    sentences: answer.problems.map(({ text }) => say(text, 'en')),
  };
}

const packed = (xml: string): string =>
  gzipSync(`<?xml version="1.0"?><updates>${xml}</updates>`).toString('base64');

test('assigns an advisory by its kit, by the release that it names, or else by its day', async () => {
  const { bugs, sentences } = await readWith(packed(UPDATES.join('')));
  assert.deepEqual(sentences, []);
  assert.deepEqual(
    bugs.map(({ os, severity, listings }) => [
      os?.advisory,
      os?.package,
      severity,
      listings[0]?.version,
      os?.assigned,
    ]),
    [
      ['BRSA-kit', 'glibc', 'high', '1.32.0', 'by version'],
      ['BRSA-later', 'glibc', 'high', '1.33.0', 'by version'],
      ['BRSA-first', 'glibc', 'high', '1.31.0', 'by version'],
      ['GHSA-868r-x68r-5c5p', 'glibc', 'low', '1.16.1', 'by version'],
      ['BRSA-odd', 'glibc', 'high', '1.32.0', 'by date'],
      [null, 'openssl', 'unrated', '1.32.0', 'by version'],
    ],
  );
  const pages = bugs.map(({ os }) => os?.url ?? null);
  assert.equal(pages[0], kitPage('5.1.0'));
  assert.equal(pages[4], null, 'no page of somebody else');
  assert.deepEqual(bugs.at(-1)?.cves, ['CVE-2031-0007'], 'a CVE of an advisory is not listed twice');
});

test('assigns an advisory by the kit alone, and by its day between two kits; counts later kits', async () => {
  const made = [
    { id: 'BRSA-early', day: '2031-06-29', page: kitPage('6.0.0') },
    { id: 'BRSA-silent', day: '2031-05-02', page: kitPage('5.3.0') },
    { id: 'BRSA-after-all', day: '2031-05-02', page: kitPage('6.2.0') },
    { id: 'BRSA-added', day: '2031-06-01', page: kitPage('1.0.0', 'kernel') },
    { id: 'BRSA-none-yet', day: '2031-01-01', page: kitPage('1.0.1', 'kernel') },
  ];
  const { bugs, later } = await readWith(
    packed(made.map((each, i) => update({ cve: `CVE-2031-100${i}`, version: BUILD, ...each })).join('')),
  );
  assert.deepEqual(
    bugs.flatMap(({ os, listings }) =>
      typeof os?.advisory === 'string' ? [[os.advisory, listings[0]?.version, os.assigned]] : [],
    ),
    [
      ['BRSA-early', '1.36.0', 'by version'],
      ['BRSA-silent', '1.35.0', 'by date'],
      ['BRSA-added', '1.34.0', 'by version'],
    ],
  );
  assert.equal(later, 2);
  assert.equal((await readWith(new Error('refused'))).later, undefined);
});

test('withdraws a fix from a release that reverts to an older kit', async () => {
  const reverted = [
    '# v2.3.0 (2031-03-01)\n* Update bottlerocket-core-kit from 5.0.0 to 5.2.0',
    '# v2.2.0 (2031-02-01)\n* Move bottlerocket-core-kit to 5.0.0',
    '# v2.1.0 (2031-01-01)\n* Update bottlerocket-core-kit to 5.1.0',
    '# v2.0.0 (2030-12-01)\n* Update bottlerocket-core-kit to 5.0.0',
  ].join('\n\n');
  const advisory = update({
    id: 'BRSA-back',
    day: '2030-12-30',
    cve: 'CVE-2031-2000',
    page: kitPage('5.1.0'),
    version: BUILD,
  });
  const { bugs } = await readWith(packed(advisory), reverted);
  assert.deepEqual(
    bugs.map(({ listings, os }) => [listings[0]?.version, os?.assigned]),
    [['2.3.0', 'by version']],
  );
});

test('does not repeat bugs of known advisories after a failed read', async () => {
  const { bugs: before } = await readWith(packed(UPDATES.join('')));
  const { bugs } = await readWith(new Error('no route'), CHANGELOG, before);
  assert.deepEqual(
    bugs.map(({ cves }) => cves),
    [['CVE-2031-0007']],
  );
});

test('reports unreadable advisories with the consequence, and keeps bugs of the changelog', async () => {
  const answers = [
    new Error('no route'),
    packed('<update><id>x</broken>'),
    packed(UPDATES[0] ?? '').slice(0, 200),
  ];
  for (const answer of answers) {
    const { bugs, sentences } = await readWith(answer);
    assert.deepEqual(
      bugs.map(({ os, cves }) => [os?.package, ...cves]),
      [['openssl', 'CVE-2031-0007', 'CVE-2031-0001']],
    );
    assert.equal(sentences.length, 1);
    assert.match(
      sentences[0] ?? '',
      /Known advisories are kept; without the rest, most of its CVEs are missing/,
    );
  }
});
