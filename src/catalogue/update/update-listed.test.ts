import assert from 'node:assert/strict';
import { test } from 'node:test';
import { osRelease } from '../../products/amazon-linux/notes/os-release.ts';
import type { RawRelease, ReleaseNoteSource } from '../../products/source.ts';
import { updateCatalogue } from './update.ts';
import type { Release } from '../../model/index.ts';

const URL_OF = { old: 'https://docs.example/old', fresh: 'https://docs.example/fresh' };
const CURL = { name: 'curl', version: '8.1-1', arches: [], cves: [], channel: null };

/** Pages by address (a missing one is unreadable), and releases listed by an index. */
async function releasesOf(
  pages: Readonly<Record<string, RawRelease | RawRelease[]>>,
  listed: readonly RawRelease[],
  before: readonly Release[] = [],
): Promise<{ summaries: string[]; releases: readonly Release[] }> {
  const source: ReleaseNoteSource = {
    product: 'amazon-linux-2',
    hosts: ['docs.example'],
    discover: () => Promise.resolve({ pages: Object.values(URL_OF), listed, problems: [] }),
    parse: ({ url }) => ({ releases: [pages[url] ?? []].flat(), problems: [] }),
    support: () => Promise.resolve({ periods: [], problems: [] }),
    classify: () => ({
      kind: 'notice',
      impact: null,
      severity: null,
      consequences: [],
      features: [],
      needs: [],
      traits: [],
      why: [],
    }),
  };
  const { releases } = await updateCatalogue({
    sources: [source],
    read: (url) =>
      pages[url] ? Promise.resolve({ url, body: '', contentType: '' }) : Promise.reject(new Error('404')),
    previous: { releases: before, support: [], bugs: [], cveDifferences: [] },
  });
  const summaries = releases.map(
    ({ version, date, packages }) => `${version} ${date} ${packages ? 'read' : 'listed'}`,
  );
  return { summaries, releases };
}

function release(version: string, date: string, url: string, isRead = true): RawRelease {
  return { ...osRelease('amazon-linux-2', version, date, url), ...(isRead && { packages: [CURL] }) };
}

test('lists a release with an unreadable page by name and day, and not as one without packages', async () => {
  const listed = [release('2.0.20310506', '2031-05-09', URL_OF.fresh, false)];
  const { summaries } = await releasesOf(
    { [URL_OF.old]: release('2.0.20310401.0', '2031-04-01', URL_OF.old) },
    listed,
  );
  assert.deepEqual(summaries, ['2.0.20310401.0 2031-04-01 read', '2.0.20310506 2031-05-09 listed']);
});

test('takes the day of publication from the index, in any spelling of the version', async () => {
  const listed = [
    release('2.0.20310401.0', '2031-04-03', URL_OF.old, false),
    release('2.0.20310506', '2031-05-09', URL_OF.fresh, false),
  ];
  const pages = {
    [URL_OF.old]: release('2.0.20310401.0', '2031-04-01', URL_OF.old),
    [URL_OF.fresh]: release('2.0.20310506.1', '2031-05-06', URL_OF.fresh),
  };
  const { summaries } = await releasesOf(pages, listed);
  assert.deepEqual(summaries, ['2.0.20310401.0 2031-04-03 read', '2.0.20310506.1 2031-05-09 read']);
});

test('replaces a listed release by its page', async () => {
  const listed = [release('2.0.20310506', '2031-05-06', URL_OF.fresh, false)];
  const before = await releasesOf({}, listed);
  assert.deepEqual(before.summaries, ['2.0.20310506 2031-05-06 listed']);
  const pages = { [URL_OF.fresh]: release('2.0.20310506.1', '2031-05-06', URL_OF.fresh) };
  const { summaries } = await releasesOf(pages, listed, before.releases);
  assert.deepEqual(summaries, ['2.0.20310506.1 2031-05-06 read']);
});

test('lists every release that an index names on one page', async () => {
  const index = 'https://docs.example/history';
  const listed = ['2.0.20310506', '2.0.20310512'].map((version, row) =>
    release(version, `2031-05-1${row}`, index, false),
  );
  const { summaries, releases } = await releasesOf({}, listed);
  assert.deepEqual(summaries, ['2.0.20310506 2031-05-10 listed', '2.0.20310512 2031-05-11 listed']);
  assert.deepEqual((await releasesOf({}, listed, releases)).summaries, summaries);
});

test('keeps a release without contents that its page, which has others, no longer contains', async () => {
  const [empty, ...others] = ['2.0.20310401.0', '2.0.20310506.0', '2.0.20310512.0'].map((version, row) =>
    release(version, `2031-05-1${row}`, URL_OF.old, row > 0),
  );
  assert.ok(empty);
  const before = await releasesOf({ [URL_OF.old]: [empty, ...others] }, []);
  assert.equal(before.releases.length, 3);
  for (const left of [others, others.slice(0, 1)]) {
    const { summaries } = await releasesOf({ [URL_OF.old]: left }, [], before.releases);
    assert.ok(summaries.includes('2.0.20310401.0 2031-05-10 listed'), summaries.join());
  }
});
