import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  readAdvisories,
  readBulletin,
  readBulletinOf,
  readFeed,
} from '../../../src/catalogue/sources/alas/index.ts';
import { say } from '../../../src/l10n/index.ts';
import { advisoryItem, bulletinPage, feedOf } from '../../support/alas.ts';

const FEED = 'https://alas.aws.amazon.com/AL2023/alas.rss';

test('an entry of the feed becomes an advisory', () => {
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
  });
  assert.deepEqual(
    advisories.map(({ id, severity, cves }) => `${id} ${severity} ${cves.length}`),
    ['ALAS2023-2031-100 high 2', 'ALAS2-2031-7 medium 0', 'ALAS2KERNEL-5.10-2031-9 critical 1'],
  );
});

test('what cannot be understood is told, the rest is kept', () => {
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

test('a feed that cannot be read is a problem, not an exception', async () => {
  const { advisories, problems } = await readAdvisories('amazon-linux-2023', () =>
    Promise.reject(new Error('no route')),
  );
  assert.deepEqual(advisories, []);
  assert.equal(problems[0]?.source, FEED);
});

test('a bulletin names the affected and the fixed packages', async () => {
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
