import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FetchFailure } from '../../index.ts';
import { readAdvisories, readBulletin, readBulletinOf, readFeed } from './index.ts';
import { say } from '../../../l10n/index.ts';
import { advisoryItem, bulletinPage, feedOf } from '../../../../test/support/pages/alas.ts';

const FEED = 'https://alas.aws.amazon.com/AL2023/alas.rss';

test('reads an entry of the ALAS feed as an advisory', () => {
  const feed = feedOf(
    advisoryItem(
      'ALAS2023-2031-100',
      'important',
      'kernel',
      ['CVE-2031-0001', 'CVE-2031-0002'],
      '2031-05-06',
    ),
    advisoryItem('ALAS2-2031-7', 'medium', 'curl', [], '2031-05-07'),
    advisoryItem('ALAS2KERNEL-5.10-2031-9', 'critical', 'kernel', ['CVE-2031-0003'], '2031-05-08'),
  );
  const { advisories, problems } = readFeed(feed, FEED);
  assert.deepEqual(problems, []);
  assert.deepEqual(advisories[0], {
    id: 'ALAS2023-2031-100',
    severity: 'high',
    package: 'kernel',
    cves: ['CVE-2031-0001', 'CVE-2031-0002'],
    date: '2031-05-06',
    url: 'https://alas.aws.amazon.com/AL2023/ALAS2023-2031-100.html',
    fixed: [],
    channel: null,
  });
  assert.deepEqual(
    advisories.map(({ id, severity, cves }) => `${id} ${severity} ${cves.length}`),
    ['ALAS2023-2031-100 high 2', 'ALAS2-2031-7 medium 0', 'ALAS2KERNEL-5.10-2031-9 critical 1'],
  );
});

test('reports unreadable entries of the feed, and keeps the rest', () => {
  const good = advisoryItem('ALAS2-2031-7', 'low', 'curl', [], '2031-05-07');
  const odd = [
    '<item><title>Service notice</title></item>',
    advisoryItem('ALAS2-2031-8', 'grave', 'x', [], '2031-05-07'),
  ];
  const { advisories, problems } = readFeed(feedOf(good, ...odd), FEED);
  assert.equal(advisories.length, 1);
  assert.match(
    say(problems[0]?.text ?? { key: '', args: {} }, 'en'),
    /^2 advisories could not be understood, e\.g\. “Service notice”/,
  );
  for (const nothing of ['', '<html><body>Not found</body></html>', feedOf()]) {
    assert.equal(readFeed(nothing, FEED).problems.length, 1);
  }
});

function entry(title: string, link: string, description = 'CVE-2031-0001'): string {
  return `<item><title>${title}</title><description>${description}</description><link>${link}</link>
<pubDate>Tue, 06 May 2031 21:30:00 GMT</pubDate></item>`;
}

test('joins repeated entries of an advisory, with the worse severity and all CVEs', () => {
  const id = 'ALAS2023-2031-100';
  const { advisories, problems } = readFeed(
    feedOf(
      advisoryItem(id, 'medium', 'kernel', ['CVE-2031-0001'], '2031-05-06'),
      advisoryItem(id, 'critical', 'kernel', ['CVE-2031-0001', 'CVE-2031-0002'], '2031-05-09'),
    ),
    FEED,
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(
    advisories.map(({ severity, cves, date }) => [severity, cves.length, date]),
    [['critical', 2, '2031-05-06']],
  );
});

test('reads CDATA, entities and lists of packages, and leaves custom entities as text', () => {
  const link = 'https://alas.aws.amazon.com/AL2023/ALAS2023-2031-100.html';
  const titles = [
    '<![CDATA[ALAS2023-2031-100 (important): libstdc++]]>',
    'ALAS2023-2031-101 &#40;low&#41;: libstdc&#43;&#43;',
    'ALAS2023-2031-102 (low): python3.11, python3.12',
    'ALAS2023-2031-103 (low): &bomb;',
  ];
  const { advisories } = readFeed(
    `<!DOCTYPE rss [<!ENTITY bomb "a very long text">]>${feedOf(
      ...titles.map((title) => entry(title, link, '&lt;p&gt;CVE-2031-0001&#44; CVE-2031-0002&lt;/p&gt;')),
    )}`,
    FEED,
  );
  assert.deepEqual(
    advisories.map((advisory) => advisory.package),
    ['libstdc++', 'libstdc++', 'python3.11', '&bomb'],
  );
  assert.ok(advisories.every(({ cves }) => cves.length === 2));
});

test('reports links to other hosts, and never follows them', () => {
  const links = [
    'javascript:alert(1)',
    'https://elsewhere.example/ALAS2023-2031-101.html',
    'http://169.254.169.254/latest/meta-data',
    '/AL2023/ALAS2023-2031-103.html',
    'http://alas.aws.amazon.com/AL2023/ALAS2023-2031-104.html',
  ];
  const items = links.map((link, i) => entry(`ALAS2023-2031-10${i} (low): curl`, link));
  const { advisories, problems } = readFeed(feedOf(...items), FEED);
  assert.deepEqual(
    advisories.map(({ url }) => url),
    [
      '',
      '',
      '',
      'https://alas.aws.amazon.com/AL2023/ALAS2023-2031-103.html',
      'https://alas.aws.amazon.com/AL2023/ALAS2023-2031-104.html',
    ],
  );
  assert.deepEqual(
    problems.map(({ text }) => say(text, 'en')),
    ['3 advisories link outside the security center, e.g. ALAS2023-2031-100; such links are not followed.'],
  );
});

test('reports a truncated feed, because its missing entries are not withdrawn', () => {
  const feed = feedOf(
    advisoryItem('ALAS2-2031-7', 'low', 'curl', [], '2031-05-07'),
    advisoryItem('ALAS2-2031-8', 'low', 'curl', [], '2031-05-08'),
  );
  const { advisories, problems } = readFeed(feed.slice(0, feed.indexOf('</item>') + 8), FEED);
  assert.equal(advisories.length, 1);
  assert.match(say(problems[0]?.text ?? { key: '', args: {} }, 'en'), /^The feed ends early/);
});

test('reports an unreadable feed as a problem', async () => {
  const { advisories, problems } = await readAdvisories('amazon-linux-2023', () =>
    Promise.reject(new Error('no route')),
  );
  assert.deepEqual(advisories, []);
  assert.equal(problems[0]?.source, FEED);
});

test('reads affected and fixed packages of a bulletin', async () => {
  const page = { url: 'https://alas.aws.amazon.com/AL2023/ALAS2023-2031-100.html', contentType: 'text/html' };
  const body = bulletinPage(['openssl'], {
    aarch64: ['openssl-libs-3.2-1.amzn2023.aarch64'],
    src: ['openssl-1:3.2-1.amzn2023.src'],
  });
  const { bulletin, problems } = readBulletin({ ...page, body });
  assert.deepEqual(problems, []);
  assert.deepEqual(bulletin.affected, ['openssl']);
  assert.deepEqual(
    bulletin.fixed.map(({ name, version, arch }) => `${name} ${version} ${arch ?? ''}`),
    ['openssl-libs 3.2-1.amzn2023 aarch64', 'openssl 1:3.2-1.amzn2023 src'],
  );
  assert.equal(readBulletin({ ...page, body: '<html></html>' }).problems.length, 1);
  const failed = await readBulletinOf(page, () => Promise.reject(new Error('no route')));
  assert.equal(failed.bulletin, null);
  assert.equal(failed.problems.length, 1);
});

test('rejects a feed of nested entries early', () => {
  const nested = `<rss><channel>${'<item><title>a</title>'.repeat(2000)}</channel></rss>`;
  assert.throws(() => readFeed(nested, 'https://alas.aws.amazon.com/AL2023/alas.rss'), FetchFailure);
});
