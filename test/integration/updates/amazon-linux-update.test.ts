import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { osReleaseGap, osBugsOfVersion } from '../../../src/analysis/index.ts';
import { buildCatalogue } from '../../../src/catalogue/index.ts';
import { say } from '../../../src/l10n/index.ts';
import { advisoryItem, bulletinPage, feedOf } from '../../support/pages/alas.ts';
import { wrapped } from '../../support/pages/aurora-page.ts';
import { startMirror, type Mirror } from '../../support/mirror/mirror.ts';
import { bullets, tableOf } from '../../support/pages/os-page.ts';

const GUIDE = '/linux/al2023/release-notes/';
const RELEASES = ['2023.30.20260105', '2023.30.20260119', '2023.30.20260202'];

function releasePage(version: string, ...packages: string[]): string {
  const content = `<h2>Repository Updates</h2><h3>Core Updated Packages</h3>${tableOf(['Package'], ...packages.map((name) => [name]))}`;
  return wrapped(content, `Amazon Linux 2023 version ${version} release notes`);
}

let mirror: Mirror;
describe('notes and advisories of Amazon Linux', () => {
  beforeEach(async () => {
    const links = RELEASES.map(
      (version) => `<a href="./relnotes-${version}.html">AL2023 version ${version}</a>`,
    );
    mirror = await startMirror({
      pages: {
        [`${GUIDE}toc-contents.json`]: JSON.stringify({ contents: [{ href: 'relnotes.html' }] }),
        [`${GUIDE}relnotes.html`]: wrapped(bullets('<a href="relnotes-2023.30.html">2023.30</a>')),
        [`${GUIDE}relnotes-2023.30.html`]: wrapped(bullets(...links)),
        [`${GUIDE}document-history.html`]: wrapped(''),
        [`${GUIDE}relnotes-${RELEASES[0]}.html`]: releasePage(RELEASES[0] ?? '', 'curl-8.1-1.amzn2023'),
        [`${GUIDE}relnotes-${RELEASES[2]}.html`]: releasePage(
          RELEASES[2] ?? '',
          'curl-8.1-2.amzn2023',
          'openssl-3.2-1.amzn2023',
        ),
        '/AL2023/alas.rss': feedOf(
          advisoryItem('ALAS2023-2026-1', 'important', 'openssl', ['CVE-2026-0001'], '2026-01-20'),
          advisoryItem('ALAS2023-2026-2', 'medium', 'curl', ['CVE-2026-0002', 'CVE-2026-0003'], '2026-01-10'),
          advisoryItem('ALAS2023-2026-3', 'low', 'curl', ['CVE-2026-0004'], '2026-03-01'),
        ),
      },
    });
  });
  afterEach(() => mirror.close());

  test('reads notes and advisories from one origin, and fills gaps of the notes from the advisories', async () => {
    const catalogue = await buildCatalogue({ docsOrigin: mirror.origin });
    const releases = catalogue.releases.filter(({ product }) => product === 'amazon-linux-2023');
    assert.deepEqual(
      releases.map(({ version, packages }) => `${version} ${packages?.length ?? 'unread'}`).sort(),
      ['2023.30.20260105 1', '2023.30.20260119 unread', '2023.30.20260202 2'],
    );
    const pinned = { product: 'amazon-linux-2023', version: '2023.30.20260105', byDate: false } as const;
    const behind = osReleaseGap(catalogue, pinned);
    assert.equal(behind?.releases, 2);
    // The newest release is from February and the notes were read today, so later ones may be missing.
    assert.equal(behind.isAtLeast, true);
    assert.deepEqual(behind.advisories, { critical: 0, high: 1, medium: 1, unrated: 0, low: 0 });
    assert.equal(behind.cves, 3);
    assert.deepEqual(
      osBugsOfVersion(catalogue, pinned).map(
        ({ bug, fixedIn }) => `${bug.os?.advisory ?? ''} ${bug.os?.assigned ?? ''} ${fixedIn.join()}`,
      ),
      ['ALAS2023-2026-1 by date 2023.30.20260202', 'ALAS2023-2026-2 by date 2023.30.20260119'],
    );
    assert.ok(mirror.requests.some(({ path }) => path === '/AL2023/alas.rss'));
  });

  test('assigns an advisory to the release with the fixed version of its bulletin', async () => {
    const fixed = (version: string): string =>
      bulletinPage(['curl'], { x86_64: [`curl-${version}.amzn2023.x86_64`] });
    mirror.change('/AL2023/ALAS2023-2026-2.html', fixed('8.1-2'));
    const catalogue = await buildCatalogue({ docsOrigin: mirror.origin });
    const bug = catalogue.bugs.find(({ os }) => os?.advisory === 'ALAS2023-2026-2');
    assert.equal(bug?.os?.assigned, 'by version');
    assert.equal(bug.listings[0]?.version, '2023.30.20260202');
    const sentences = catalogue.problems.map(({ text }) => say(text, 'en')).join('\n');
    assert.match(sentences, /1 bulletin could not be read\./);
  });

  test('reports bulletins without a package, and reads the others', async () => {
    const days = ['2026-01-16', '2026-01-17', '2026-01-18'];
    const empty = days.map((day, i) => advisoryItem(`ALAS2023-2026-1${i}`, 'low', 'curl', [], day));
    const advisory = advisoryItem('ALAS2023-2026-2', 'medium', 'curl', ['CVE-2026-0002'], '2026-01-10');
    mirror.change('/AL2023/alas.rss', feedOf(...empty, advisory));
    for (const [i] of days.entries())
      mirror.change(`/AL2023/ALAS2023-2026-1${i}.html`, wrapped('<div id="new_packages"></div>', 'Bulletin'));
    mirror.change(
      '/AL2023/ALAS2023-2026-2.html',
      bulletinPage(['curl'], { x86_64: ['curl-8.1-2.amzn2023.x86_64'] }),
    );
    const { bugs, problems } = await buildCatalogue({ docsOrigin: mirror.origin });
    assert.equal(bugs.find(({ os }) => os?.advisory === 'ALAS2023-2026-2')?.os?.assigned, 'by version');
    const said = problems.map(({ text }) => say(text, 'en')).filter((sentence) => /bulletin/.test(sentence));
    assert.deepEqual(said, [
      '3 bulletins name no fixed package, this one for example; releases are assigned without them.',
    ]);
  });

  test('reports a missing page and a missing feed, and reads everything else', async () => {
    mirror.change('/AL2023/alas.rss', null);
    const { problems, releases } = await buildCatalogue({ docsOrigin: mirror.origin });
    const sentences = problems.map(({ source, text }) => `${source} ${say(text, 'en')}`).join('\n');
    assert.match(sentences, /AL2023\/alas\.rss .*Known advisories of Amazon Linux 2023 are kept/);
    assert.match(sentences, /relnotes-2023\.30\.20260119\.html /);
    assert.equal(releases.filter(({ product }) => product === 'amazon-linux-2023').length, 3);
  });
});
