import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { buildCatalogue } from '../../../src/catalogue/index.ts';
import { createFetcher } from '../../../src/catalogue/fetch/fetcher.ts';
import type { ReleaseNoteSource } from '../../../src/products/source.ts';
import { readCatalogue, writeCatalogue } from '../../../src/catalogue/store/catalogue-file.ts';
import { createFolderStore } from '../../../src/catalogue/store/folder-store.ts';
import { createPageCache } from '../../../src/catalogue/store/page-cache.ts';
import type { Store } from '../../../src/catalogue/store/store.ts';
import { updateCatalogue } from '../../../src/catalogue/update/update.ts';
import type { Problem } from '../../../src/model/index.ts';
import { catalogueOf, releaseOf } from '../../support/catalogue/catalogue.ts';
import { startMirror } from '../../support/mirror/mirror.ts';
import type { Mirror } from '../../support/mirror/mirror.ts';

const HOST = 'docs.aws.amazon.com';
const VERSIONS = ['2.11.1', '2.11.2', '2.11.3', '2.11.4'];

const pathOf = (version: string) => `/${version}.html`;
const pageOf = (fixes: readonly string[]) => `<html>${fixes.map((fix) => `<li>${fix}`).join('')}</html>`;
const indexOf = (versions: readonly string[]) => versions.join(' ');
const fixesOf = (version: string) =>
  ['first', 'second', 'third', 'fourth'].map((nth) => `Fixed the ${nth} thing of ${version}`);

/** Pages of bullets, named by their version, and an index that lists the versions. */
const source: ReleaseNoteSource = {
  product: 'aurora-mysql',
  hosts: [HOST],
  async discover(read) {
    const { body } = await read(`https://${HOST}/index.txt`);
    return { pages: body.split(' ').map((version) => `https://${HOST}${pathOf(version)}`), problems: [] };
  },
  parse({ url, body }) {
    const version = /([\d.]+)\.html$/.exec(url)?.[1] ?? '';
    const items = [...body.matchAll(/<li>([^<]+)/g)].map(([, fix = '']) => {
      return { section: 'Improvements', text: fix, cves: [], communityBugs: [] };
    });
    return { releases: [{ ...releaseOf(version, '2024-01-15', { url }), items }], problems: [] };
  },
  support: () => Promise.resolve({ periods: [], problems: [] }),
  classify: () => ({
    kind: 'fix',
    impact: 'memory',
    severity: 'low',
    consequences: [],
    features: [],
    needs: [],
    traits: [],
    why: [],
  }),
};

let folder: string;
let store: Store;
let mirror: Mirror;
describe('the refresh of a catalogue', () => {
  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'errata-lens-update-'));
    store = createFolderStore(folder);
    const pages = Object.fromEntries(VERSIONS.map((version) => [pathOf(version), pageOf(fixesOf(version))]));
    mirror = await startMirror({
      pages: { ...pages, '/index.txt': indexOf(VERSIONS) },
      timeline: [
        {
          from: '2026-02-01',
          pages: {
            '/index.txt': indexOf([...VERSIONS, '2.11.5']),
            [pathOf('2.11.5')]: pageOf(fixesOf('2.11.5')),
            [pathOf('2.11.4')]: pageOf([...fixesOf('2.11.4'), 'Fixed what was forgotten']),
          },
        },
      ],
    });
    mirror.moveTo('2026-01-01');
  });
  afterEach(async () => {
    await mirror.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** One update as a front end runs it: from the stored catalogue to the stored catalogue. */
  async function update() {
    mirror.forget();
    const cacheProblems: Problem[] = [];
    const { read } = createFetcher({
      hosts: source.hosts,
      origins: { [HOST]: mirror.origin },
      userAgent: 'errata-lens-test',
      cache: createPageCache(store, (problem) => cacheProblems.push(problem)),
      clock: { nowMs: () => 0, random: () => 0, sleep: () => Promise.resolve() },
    });
    const before = await readCatalogue(store);
    const updated = await updateCatalogue({
      sources: [source],
      read,
      previous: before.stored?.catalogue ?? null,
    });
    await writeCatalogue(store, { ...catalogueOf(updated.releases), source: 'live' }, 'test');
    const sizes = Object.fromEntries(updated.releases.map(({ version, items }) => [version, items.length]));
    const said = [...before.problems, ...cacheProblems, ...updated.problems].map(({ text: { key } }) => key);
    return { sizes, said, bodies: mirror.bodies(), asked: mirror.requests.length };
  }

  const ALL = { '2.11.1': 4, '2.11.2': 4, '2.11.3': 4, '2.11.4': 4 };

  test('sends only conditional requests on an unchanged day, and transfers only changed pages', async () => {
    assert.equal((await update()).bodies.length, 5);
    const unchanged = await update();
    assert.deepEqual(unchanged, { sizes: ALL, said: [], bodies: [], asked: 5 });
    assert.ok(mirror.requests.every(({ conditional }) => conditional));
    mirror.moveTo('2026-02-01');
    const changed = await update();
    assert.deepEqual(changed.bodies.toSorted(), [pathOf('2.11.4'), pathOf('2.11.5'), '/index.txt']);
    assert.deepEqual(changed.sizes, { ...ALL, '2.11.4': 5, '2.11.5': 4 });
  });

  test('reports a damaged catalogue, and rebuilds it from kept pages', async () => {
    await update();
    truncateSync(store.locate('catalogue.json'), 1_000);
    assert.deepEqual(await update(), { sizes: ALL, said: ['catalogue.store.damaged'], bodies: [], asked: 5 });
    assert.deepEqual((await update()).said, []);
  });

  test('loses nothing known if half of the pages fail in several ways', async () => {
    await update();
    mirror.moveTo('2026-02-01');
    mirror.misbehave(/2\.11\.1/, { kind: 'reset' });
    mirror.misbehave(/2\.11\.2/, { kind: 'answer', body: '<html>Maintenance</html>' });
    mirror.misbehave(/2\.11\.3/, { kind: 'redirect', to: 'https://example.com/login' });
    const { sizes, said } = await update();
    assert.deepEqual(sizes, { ...ALL, '2.11.4': 5, '2.11.5': 4 });
    assert.deepEqual(said, [
      'catalogue.update.shrunk',
      'catalogue.update.unreadKept',
      'catalogue.update.unreadKept',
    ]);
    mirror.behave();
    assert.deepEqual((await update()).said, []);
  });

  test('changes nothing on a day of errors, and continues normally on the next day', async () => {
    await update();
    mirror.misbehave(/./, { kind: 'status', status: 503 });
    const { sizes, said, bodies } = await update();
    assert.deepEqual([sizes, bodies], [ALL, []]);
    assert.deepEqual(said, ['catalogue.update.sourceFailed', 'catalogue.update.nothingListed']);
    mirror.behave();
    assert.deepEqual(await update(), { sizes: ALL, said: [], bodies: [], asked: 5 });
  });
});

test('keeps the date of the notes of an unreadable product', async (t) => {
  const mirror = await startMirror({ pages: {} });
  t.after(() => mirror.close());
  mirror.misbehave(/./, { kind: 'status', status: 503 });
  const previous = {
    ...catalogueOf([releaseOf('2.11.1', '2023-02-14'), releaseOf('2.11.2', '2023-02-14')]),
    asOf: '2026-10-06T00:00:00Z',
    readOn: { 'aurora-postgresql': '2026-04-06T00:00:00Z' },
  };
  const { asOf, readOn } = await buildCatalogue({ docsOrigin: mirror.origin, previous });
  assert.equal(asOf, previous.asOf);
  // The other products had no notes before.
  assert.deepEqual(readOn, { 'aurora-mysql': previous.asOf });
});
