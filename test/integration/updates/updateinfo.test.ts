import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { osReleaseGap } from '../../../src/analysis/index.ts';
import { exchange, type Exchange } from '../../../src/catalogue/fetch/exchange.ts';
import { buildCatalogue } from '../../../src/catalogue/index.ts';
import { readUpdates } from '../../../src/products/amazon-linux/updateinfo/index.ts';
import { unpackText } from '../../../src/products/amazon-linux/updateinfo/unpack.ts';
import { say } from '../../../src/l10n/index.ts';
import type { Catalogue, KnownBug } from '../../../src/model/index.ts';
import { advisoryItem, feedOf } from '../../support/pages/alas.ts';
import { wrapped } from '../../support/pages/aurora-page.ts';
import { startMirror, type Mirror } from '../../support/mirror/mirror.ts';
import { bullets, tableOf } from '../../support/pages/os-page.ts';
import { needsShared, sharedPath } from '../../support/shared.ts';
import {
  CORE_2023,
  LIVEPATCH_2023,
  NVIDIA_2023,
  REPOMD_WITHOUT,
  repositoryPages,
  updateinfoOf,
} from '../../support/pages/updateinfo.ts';

const GUIDE = '/linux/al2023/release-notes/';
const RELEASES = ['2023.30.20260105', '2023.30.20260119', '2023.30.20260202'] as const;
const PINNED = { product: 'amazon-linux-2023', version: RELEASES[0], byDate: false } as const;

function releasePage(version: string, ...packages: string[]): string {
  const rows = packages.map((name) => [name]);
  const content = `<h2>Repository Updates</h2><h3>Core Updated Packages</h3>${tableOf(['Package'], ...rows)}`;
  return wrapped(content, `Amazon Linux 2023 version ${version} release notes`);
}

const CURL = {
  id: 'ALAS2023-2026-2',
  name: 'curl',
  severity: 'Medium',
  // Three weeks before the release with the fix: only the notes name that release.
  day: '2026-01-10',
  cves: ['CVE-2026-0002', 'CVE-2026-0003'],
  packages: ['curl 8.1-2.amzn2023'],
};
const OPENSSL = {
  id: 'ALAS2023-2026-1',
  name: 'openssl',
  day: '2026-01-20',
  cves: ['CVE-2026-0001'],
  packages: ['openssl 1:3.2-1.amzn2023'],
};
const CORE = updateinfoOf(CURL, OPENSSL);
const LIVE_PATCH = updateinfoOf({
  id: 'ALAS2023LIVEPATCH-2026-9',
  name: 'kernel-livepatch-6.1.9-1.2',
  day: '2026-01-25',
  cves: ['CVE-2026-0009'],
  packages: ['kernel-livepatch-6.1.9-1.2 1.0-3.amzn2023'],
});

function toldOf({ problems }: Pick<Catalogue, 'problems'>): string {
  const own = problems.filter(({ text: { key } }) => /^os\.(?:updateinfo|feed|bulletin)/.test(key));
  return own
    .filter(({ text: { args } }) => args['name'] !== 'Amazon Linux 2')
    .map(({ text }) => say(text, 'en'))
    .join('\n');
}

function advisoriesIn({ bugs }: Pick<Catalogue, 'bugs'>): string[] {
  return bugs
    .filter(({ product, os }) => product === 'amazon-linux-2023' && (os?.advisory ?? null) !== null)
    .map((bug) => `${placeOf(bug)}${bug.os?.channel === undefined ? '' : ` of ${bug.os.channel}`}`)
    .sort();
}

function placeOf({ os, listings, severity }: KnownBug): string {
  return `${os?.advisory} ${severity} ${listings[0]?.version} ${os?.assigned}`;
}

/** Real requests, with a short time limit for matching pages. */
function impatient(paths: RegExp): Exchange {
  return (url, options) => exchange(url, paths.test(url.pathname) ? { ...options, timeoutMs: 150 } : options);
}

const PLACED = [
  `ALAS2023-2026-1 high ${RELEASES[2]} by version`,
  `ALAS2023-2026-2 medium ${RELEASES[2]} by version`,
];

let mirror: Mirror;
describe('advisories from package repositories', () => {
  beforeEach(async () => {
    const links = RELEASES.map((each) => `<a href="./relnotes-${each}.html">AL2023 version ${each}</a>`);
    mirror = await startMirror({
      pages: {
        [`${GUIDE}toc-contents.json`]: JSON.stringify({ contents: [{ href: 'relnotes.html' }] }),
        [`${GUIDE}relnotes.html`]: wrapped(bullets('<a href="relnotes-2023.30.html">2023.30</a>')),
        [`${GUIDE}relnotes-2023.30.html`]: wrapped(bullets(...links)),
        [`${GUIDE}document-history.html`]: wrapped(''),
        [`${GUIDE}relnotes-${RELEASES[0]}.html`]: releasePage(RELEASES[0], 'curl-8.1-1.amzn2023'),
        [`${GUIDE}relnotes-${RELEASES[1]}.html`]: releasePage(RELEASES[1], 'tar-1.3-1.amzn2023'),
        [`${GUIDE}relnotes-${RELEASES[2]}.html`]: releasePage(
          RELEASES[2],
          'curl-8.1-2.amzn2023',
          'openssl-3.2-1.amzn2023',
        ),
        ...repositoryPages(CORE_2023, CORE),
        ...repositoryPages(LIVEPATCH_2023, LIVE_PATCH),
        ...repositoryPages(NVIDIA_2023, updateinfoOf()),
        '/AL2023/alas.rss': feedOf(
          advisoryItem(OPENSSL.id, 'important', 'openssl', OPENSSL.cves, OPENSSL.day),
          advisoryItem(CURL.id, 'medium', 'curl', CURL.cves, CURL.day),
        ),
      },
    });
  });
  afterEach(() => mirror.close());

  test('need three requests for all of a repository, and name the release with each fix', async () => {
    const catalogue = await buildCatalogue({ docsOrigin: mirror.origin });
    assert.deepEqual(advisoriesIn(catalogue), [
      ...PLACED,
      'ALAS2023LIVEPATCH-2026-9 high 2023.30.20260202 by date of kernel-livepatch',
    ]);
    assert.equal(toldOf(catalogue), '');
    const asked = mirror.requests.map(({ path }) => path).filter((path) => path.startsWith(CORE_2023));
    assert.equal(asked.length, 3, asked.join(' '));
    assert.ok(mirror.requests.every(({ path }) => path !== '/AL2023/alas.rss'));
  });

  test('exclude live patches, which concern one running kernel and no image', async () => {
    const catalogue = await buildCatalogue({ docsOrigin: mirror.origin });
    const behind = osReleaseGap(catalogue, PINNED);
    assert.deepEqual(behind?.advisories, { critical: 0, high: 1, medium: 1, unrated: 0, low: 0 });
    assert.equal(behind.cves, 3);
  });

  test('come from the next line of the mirror list if a copy is broken, incomplete or another file', async () => {
    const good = repositoryPages(CORE_2023, CORE, 'c0ffee-');
    const copies = ['gone', 'html', 'half', 'bomb', 'other', 'without', 'guids/1/x86_64'];
    const list = copies.map((copy) => `https://cdn.amazonlinux.com${CORE_2023}/${copy}`).join('\n');
    for (const [path, page] of Object.entries(good)) mirror.change(path, page);
    mirror.change(`${CORE_2023}/mirror.list`, `http://elsewhere.example/a\n${list}\n`);
    mirror.change(`${CORE_2023}/html/repodata/repomd.xml`, '<html><body>Sorry</body></html>');
    const packed = gzipSync(CORE);
    const broken: [string, Buffer][] = [
      ['half', packed.subarray(0, 200)],
      ['bomb', gzipSync(Buffer.alloc(130_000_000))],
    ];
    for (const [copy, file] of broken) {
      const { [`${CORE_2023}/${copy}/guids/1/x86_64/repodata/repomd.xml`]: index = '' } = repositoryPages(
        `${CORE_2023}/${copy}`,
        'x',
      );
      const without = index.toString().replace(/<checksum type="sha256">(?!0)[^<]*<\/checksum>/, '');
      mirror.change(`${CORE_2023}/${copy}/repodata/repomd.xml`, without);
      mirror.change(`${CORE_2023}/${copy}/repodata/updateinfo.xml.gz`, file);
    }
    const index = Object.entries(repositoryPages('/x', 'another file')).find(([path]) =>
      path.endsWith('.xml'),
    );
    mirror.change(`${CORE_2023}/other/repodata/repomd.xml`, index?.[1] ?? null);
    mirror.change(`${CORE_2023}/other/repodata/updateinfo.xml.gz`, packed);
    mirror.change(`${CORE_2023}/without/repodata/repomd.xml`, REPOMD_WITHOUT);
    const catalogue = await buildCatalogue({ docsOrigin: mirror.origin });
    assert.deepEqual(advisoriesIn(catalogue).slice(0, 2), PLACED);
    assert.equal(toldOf(catalogue), '', 'nothing is missing');
    assert.ok(mirror.bodies().some((path) => path.endsWith('/c0ffee-updateinfo.xml.gz')));
  });

  test('come from the feed if no copy answers; the gap is reported, and known ones are kept', async () => {
    const before = await buildCatalogue({ docsOrigin: mirror.origin });
    mirror.misbehave(/repomd\.xml$/, { kind: 'answer', body: REPOMD_WITHOUT, contentType: 'text/xml' });
    const alone = await buildCatalogue({ docsOrigin: mirror.origin });
    assert.deepEqual(advisoriesIn(alone), [
      `ALAS2023-2026-1 high ${RELEASES[2]} by date`,
      `ALAS2023-2026-2 medium ${RELEASES[1]} by date`,
    ]);
    assert.match(
      toldOf(alone),
      /^The package repository of Amazon Linux 2023 provides no advisories: The repository index names no advisories\. The security center feed is read instead; it names no fixed versions\. Known advisories are kept\.$/m,
    );
    const after = await buildCatalogue({ docsOrigin: mirror.origin, previous: before });
    assert.deepEqual(advisoriesIn(after), advisoriesIn(before));
  });

  test('come from the next line of the mirror list if a copy accepts and never answers', async () => {
    const list = ['slow', 'guids/1/x86_64'].map((copy) => `https://cdn.amazonlinux.com${CORE_2023}/${copy}/`);
    mirror.change(`${CORE_2023}/mirror.list`, list.join('\n'));
    mirror.misbehave(/\/slow\//, { kind: 'hang' });
    const catalogue = await buildCatalogue({ docsOrigin: mirror.origin, exchange: impatient(/\/slow\//) });
    assert.deepEqual(advisoriesIn(catalogue).slice(0, 2), PLACED);
    assert.equal(toldOf(catalogue), '', 'nothing is missing');
    assert.equal(mirror.requests.filter(({ path }) => path.includes('/slow/')).length, 2);
  });

  test('come from the feed if all copies hang; the gap is reported, and known ones are kept', async () => {
    const before = await buildCatalogue({ docsOrigin: mirror.origin });
    const slow = /^\/al2023\/core\/.*\.gz$/;
    mirror.misbehave(slow, { kind: 'hang' });
    const alone = await buildCatalogue({ docsOrigin: mirror.origin, exchange: impatient(slow) });
    assert.deepEqual(advisoriesIn(alone), [
      `ALAS2023-2026-1 high ${RELEASES[2]} by date`,
      `ALAS2023-2026-2 medium ${RELEASES[1]} by date`,
    ]);
    assert.match(
      toldOf(alone),
      /^The package repository of Amazon Linux 2023 provides no advisories: No complete answer within 1 second\. .*Known advisories are kept\.$/m,
    );
    const after = await buildCatalogue({
      ...{ docsOrigin: mirror.origin, previous: before },
      exchange: impatient(slow),
    });
    assert.deepEqual(advisoriesIn(after), advisoriesIn(before));
  });

  test('include all repositories but one that hangs, which is named', async () => {
    const before = await buildCatalogue({ docsOrigin: mirror.origin });
    mirror.misbehave(/^\/al2023\/nvidia\//, { kind: 'hang' });
    mirror.misbehave(/^\/al2023\/kernel-livepatch\/.*\.gz$/, { kind: 'trickle' });
    const after = await buildCatalogue({
      docsOrigin: mirror.origin,
      previous: before,
      exchange: impatient(/^\/al2023\/(?:nvidia|kernel-livepatch)\//),
    });
    assert.deepEqual(advisoriesIn(after), advisoriesIn(before));
    assert.match(
      toldOf(after),
      /^The repositories kernel-livepatch, nvidia of Amazon Linux 2023 provide no advisories: /,
    );
  });

  test('are kept without the repository and the feed', async () => {
    const before = await buildCatalogue({ docsOrigin: mirror.origin });
    mirror.misbehave(/^\/al2023\/core\//, { kind: 'status', status: 403 });
    mirror.change('/AL2023/alas.rss', null);
    const after = await buildCatalogue({ docsOrigin: mirror.origin, previous: before });
    assert.deepEqual(advisoriesIn(after), advisoriesIn(before));
    assert.match(toldOf(after), /HTTP 403\./);
    assert.match(toldOf(after), /Known advisories of Amazon Linux 2023 are kept/);
  });

  test('include all repositories but one that fails, which is named', async () => {
    const before = await buildCatalogue({ docsOrigin: mirror.origin });
    mirror.change(`${LIVEPATCH_2023}/mirror.list`, null);
    const after = await buildCatalogue({ docsOrigin: mirror.origin, previous: before });
    assert.deepEqual(advisoriesIn(after), advisoriesIn(before));
    assert.match(
      toldOf(after),
      /^The repositories kernel-livepatch of Amazon Linux 2023 provide no advisories: .*HTTP 404/,
    );
    const fresh = await buildCatalogue({ docsOrigin: mirror.origin });
    assert.equal(toldOf(fresh), '', 'nobody knows of one that is not there');
  });

  test('disappear when the vendor withdraws them', async () => {
    const before = await buildCatalogue({ docsOrigin: mirror.origin });
    for (const [path, page] of Object.entries(repositoryPages(CORE_2023, updateinfoOf(CURL))))
      mirror.change(path, page);
    const after = await buildCatalogue({ docsOrigin: mirror.origin, previous: before });
    assert.deepEqual(advisoriesIn(after).slice(0, 1), PLACED.slice(1));
  });
});

test(
  'reads real updateinfo files of four systems as their publishers describe them',
  { skip: needsShared },
  async () => {
    const golden: Record<string, readonly string[]> = {
      '1_item': ['ALAS2-2018-939'],
      '2_items': ['ALAS2-2018-942', 'ALAS2-2018-949'],
      AL2022: ['ALAS2022-2021-001'],
      AL2023: ['ALAS2023-2023-001'],
    };
    for (const [name, ids] of Object.entries(golden)) {
      const { advisories, unreadable } = await readUpdates(realFile(name), null);
      assert.deepEqual(unreadable, []);
      assert.deepEqual(
        advisories.map(({ id }) => id),
        ids,
      );
      for (const advisory of advisories) {
        const expected = JSON.parse(readFileSync(samplePath(`${advisory.id}.json`), 'utf8')) as Golden;
        const fixed = expected.packages.filter((each) => !/-debug(?:info|source)/.test(each.name));
        const names = new Set(
          fixed.map(({ name: each, version, release }) => `${each} ${version}-${release}`),
        );
        assert.deepEqual(
          new Set(advisory.fixed.map((each) => `${each.name} ${each.version.replace(/^\d+:/, '')}`)),
          names,
        );
        assert.deepEqual(advisory.cves, expected.cveids.toSorted());
        assert.equal(advisory.date, expected.issued.date.slice(0, 10));
        assert.ok(expected.title.endsWith(` for ${advisory.package}`));
      }
    }
    await assert.rejects(readUpdates(realFile('invalid'), null), /Not a whole XML document/);
  },
);

interface Golden {
  title: string;
  issued: { date: string };
  packages: readonly { name: string; version: string; release: string }[];
  cveids: readonly string[];
}

function samplePath(name: string): string {
  return sharedPath('docs-mirror', 'cdn.amazonlinux.com', name);
}

function realFile(name: string): AsyncIterable<string> {
  return unpackText(readFileSync(samplePath(`updateinfo_${name}.xml.gz`)).toString('base64'));
}
