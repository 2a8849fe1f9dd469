import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { loadCatalogue, refreshCatalogue, wholeCatalogue } from '../../../src/catalogue/index.ts';
import type { Catalogue, KnownBug } from '../../../src/model/index.ts';
import { auroraSite, type SiteRelease } from '../../support/pages/aurora-site.ts';
import { startMirror, type Mirror } from '../../support/mirror/mirror.ts';
import { temporaryFolder } from '../../support/workspace.ts';

const CRASH = 'Fixed an issue where the writer restarts while a partition of a zebra table is renamed.';
const FIRST: SiteRelease = { date: '2030-06-01', fixes: [CRASH] };
const NEXT: SiteRelease = { date: '2030-11-05', fixes: ['Fixed an issue that makes walrus queries slower.'] };

/**
 * Asserts that both have the same releases and bugs, in the same order within each product. Shows only the first difference:
 * a list of all differences of thousands of bugs exceeds the memory.
 */
function assertSame(one: Contents, other: Contents): void {
  for (const part of ['releases', 'bugs'] as const) {
    const [ours, theirs] = [byProduct(one[part]), byProduct(other[part])];
    assert.equal(ours.length, theirs.length, part);
    for (const [nth, each] of ours.entries())
      assert.ok(isDeepStrictEqual(each, theirs[nth]), `${part} ${nth}: ${JSON.stringify(each)}`);
  }
}

function byProduct(list: readonly { product: string }[]): readonly object[] {
  return list.toSorted((a, b) => a.product.localeCompare(b.product));
}

type Contents = Pick<Catalogue, 'releases' | 'bugs'>;

describe('a second refresh', () => {
  let mirror: Mirror;
  let cache: string;
  beforeEach(async (t) => {
    assert.ok('after' in t);
    mirror = await startMirror(
      auroraSite({
        '2031-01-10': { releases: { '2.30.0': FIRST } },
        '2031-02-10': { releases: { '2.30.0': FIRST, '2.31.0': NEXT } },
      }),
    );
    mirror.moveTo('2031-01-10');
    cache = temporaryFolder(t);
  });
  afterEach(() => mirror.close());

  const refresh = (builtBy = 'test') => refreshCatalogue({ cache, docsOrigin: mirror.origin, builtBy });
  const stored = (): string => readFileSync(path.join(cache, 'catalogue.json'), 'utf8');
  /** Metadata of the stored catalogue. */
  const written = () => {
    const { builtBy, catalogue } = JSON.parse(stored()) as {
      builtBy: string;
      catalogue: { asOf: string; bugs: KnownBug[] };
    };
    return { builtBy, asOf: catalogue.asOf, bugs: catalogue.bugs };
  };

  test('leaves an unchanged catalogue alone, and updates the date of its notes', async () => {
    const first = await refresh();
    const before = stored();
    const second = await refresh();
    assert.equal(stored(), before);
    assert.ok(second.isKept && second.asOf > first.asOf);
    assertSame(second, first);
    const loaded = await loadCatalogue(cache);
    assert.deepEqual([loaded.asOf, loaded.source], [second.asOf, 'cache']);
    assertSame(wholeCatalogue(loaded), second);
  });

  test('writes a changed catalogue, with the day', async () => {
    await refresh();
    await refresh();
    mirror.moveTo('2031-02-10');
    const third = await refresh();
    assert.equal(written().asOf, third.asOf);
    assert.ok(third.bugs.some(({ listings }) => listings.some(({ version }) => version === '2.31.0')));
    assert.equal((await loadCatalogue(cache)).asOf, third.asOf);
  });

  test('by another version rebuilds everything', async () => {
    await refresh();
    const bugs = written().bugs.map((bug) => ({ ...bug, title: `Of old: ${bug.title}`.slice(0, 90) }));
    const file = JSON.parse(stored()) as { catalogue: object };
    const old = { ...file, catalogue: { ...file.catalogue, bugs } };
    writeFileSync(path.join(cache, 'catalogue.json'), JSON.stringify(old));
    const { bugs: made } = await refresh('a later version');
    const crash = made.find(({ text }) => text === CRASH);
    assert.ok(crash !== undefined && !crash.title.startsWith('Of old'));
    assert.equal(written().builtBy, 'a later version');
  });

  test('repairs a damaged catalogue although no page has changed', async () => {
    const { bugs } = await refresh();
    const file = JSON.parse(stored()) as { catalogue: { bugs: unknown[] } };
    const own = bugs.findIndex(({ text }) => text === CRASH);
    file.catalogue.bugs[own] = 'no bug';
    writeFileSync(path.join(cache, 'catalogue.json'), JSON.stringify(file));
    const { problems } = await loadCatalogue(cache);
    assert.deepEqual(
      problems.map(({ text }) => text.key),
      ['catalogue.store.partlyDamaged'],
    );
    await refresh();
    assert.ok(written().bugs.some(({ text }) => text === CRASH));
    assert.deepEqual((await loadCatalogue(cache)).problems, []);
  });
});
