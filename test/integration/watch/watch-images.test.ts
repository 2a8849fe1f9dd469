import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { advisoryItem, bulletinPage, feedOf } from '../../support/pages/alas.ts';
import { wrapped } from '../../support/pages/aurora-page.ts';
import { startMirror } from '../../support/mirror/mirror.ts';
import { bullets, tableOf } from '../../support/pages/os-page.ts';
import { alertOutline, look } from '../../support/watch/watch.ts';
import { temporaryFolder } from '../../support/workspace.ts';

const GUIDE = '/linux/al2023/release-notes/';
const FEED = '/AL2023/alas.rss';
const RELEASES = {
  '2023.30.20270105': ['curl-8.1-1.amzn2023'],
  '2023.30.20270202': ['curl-8.1-2.amzn2023', 'openssl-3.2-1.amzn2023'],
};
const [FIRST, SECOND] = ['2023.30.20270105', '2023.30.20270202'] as const;

function releasePage(version: keyof typeof RELEASES): string {
  const packages = tableOf(['Package'], ...RELEASES[version].map((name) => [name]));
  return wrapped(
    `<h2>Repository Updates</h2><h3>Core Updated Packages</h3>${packages}`,
    `Amazon Linux 2023 version ${version} release notes`,
  );
}

function guideWith(...versions: (keyof typeof RELEASES)[]): Record<string, string> {
  const links = versions.map(
    (version) => `<a href="./relnotes-${version}.html">AL2023 version ${version}</a>`,
  );
  return {
    [`${GUIDE}toc-contents.json`]: JSON.stringify({ contents: [{ href: 'relnotes.html' }] }),
    [`${GUIDE}relnotes.html`]: wrapped(bullets('<a href="relnotes-2023.30.html">2023.30</a>')),
    [`${GUIDE}relnotes-2023.30.html`]: wrapped(bullets(...links)),
    [`${GUIDE}document-history.html`]: wrapped(''),
    ...Object.fromEntries(
      versions.map((version) => [`${GUIDE}relnotes-${version}.html`, releasePage(version)]),
    ),
  };
}

const OPENSSL = advisoryItem('ALAS2023-2027-1', 'important', 'openssl', ['CVE-2027-0001'], '2027-01-20');
/** The security center dates an advisory back to the day on which the packages were built. */
const CURL = advisoryItem('ALAS2023-2027-2', 'critical', 'curl', ['CVE-2027-0002'], '2027-01-28');
const AGAIN = advisoryItem('ALAS2023-2027-3', 'medium', 'curl', ['CVE-2027-0002'], '2027-01-29');
const LATER = advisoryItem('ALAS2023-2027-4', 'low', 'curl', ['CVE-2027-0003'], '2027-02-01');
const FIXED = bulletinPage(['curl'], { x86_64: ['curl-8.1-2.amzn2023.x86_64'] });

/** Two images, one of them the newest. */
const CODE = [
  ['web', FIRST],
  ['batch', SECOND],
]
  .map(
    ([name, version]) => `data "aws_ami" "${name}" {
  owners = ["amazon"]
  filter {
    name   = "name"
    values = ["al2023-ami-${version}.0-kernel-6.1-x86_64"]
  }
}
`,
  )
  .join('');

async function setUp(t: TestContext, feedAtFirst: string | null) {
  const mirror = await startMirror({
    timeline: [
      {
        from: '2027-01-06',
        pages: { ...guideWith(FIRST), ...(feedAtFirst === null ? {} : { [FEED]: feedAtFirst }) },
      },
      { from: '2027-02-03', pages: { ...guideWith(FIRST, SECOND), [FEED]: feedOf(OPENSSL) } },
      {
        from: '2027-02-12',
        pages: { [FEED]: feedOf(OPENSSL, CURL), '/AL2023/ALAS2023-2027-2.html': FIXED },
      },
      { from: '2027-02-20', pages: { [FEED]: feedOf(OPENSSL, CURL, AGAIN) } },
      { from: '2027-02-27', pages: { [FEED]: feedOf(OPENSSL, CURL, AGAIN, LATER) } },
    ],
  });
  t.after(() => mirror.close());
  const workspace = temporaryFolder(t, { 'images.tf': CODE });
  const setup = { cache: temporaryFolder(t), workspace, docsOrigin: mirror.origin };
  async function on(day: string, builtBy = 'test'): Promise<string[]> {
    mirror.moveTo(day);
    mirror.forget();
    return alertOutline(await look(setup, day, { builtBy }));
  }
  return { mirror, on };
}

test('alerts about a release that fixes bugs of an image, and about fixes of later advisories', async (t) => {
  const { mirror, on } = await setUp(t, feedOf());
  assert.deepEqual(await on('2027-01-06'), []);
  assert.deepEqual(await on('2027-02-03'), [`new-release ${SECOND} medium: web`]);
  assert.deepEqual(await on('2027-02-12'), [`new-bug ${SECOND} critical: web`]);
  assert.deepEqual(await on('2027-02-13'), []);
  assert.deepEqual(mirror.bodies(), [], 'an unchanged day');
  assert.deepEqual(await on('2027-02-20'), [], 'the same CVE under another name');
  assert.deepEqual(await on('2027-02-27'), [`new-bug ${SECOND} low: web`]);
});

test('a first reading of a feed, and a better reading of it, are no news', async (t) => {
  const { on } = await setUp(t, null);
  assert.deepEqual(await on('2027-01-06'), []);
  // The release is news, which includes everything in the feed about it.
  assert.deepEqual(await on('2027-02-03'), [`new-release ${SECOND} medium: web`]);
  assert.deepEqual(await on('2027-02-12', 'a later version'), []);
  assert.deepEqual(await on('2027-02-27', 'a later version'), [`new-bug ${SECOND} low: web`]);
});
