import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { buildCatalogue } from '../../src/catalogue/index.ts';
import { CURATED_LINKS } from '../../src/catalogue/curation/links.ts';
import { mergeBugs } from '../../src/catalogue/merge/index.ts';
import { loadSnapshot } from '../../src/catalogue/snapshot/index.ts';
import type { KnownBug, Release } from '../../src/model/index.ts';
import { engines } from '../../src/products/index.ts';
import { anyCatalogue } from '../support/catalogue/any-catalogue.ts';
import { itemOf, releaseOf } from '../support/catalogue/catalogue.ts';

/** Releases as in a snapshot, where a bullet has the labels of its bug and no text, except for pages that were read again. */
function withoutText(
  releases: readonly Release[],
  bugs: readonly KnownBug[],
  isRead: (release: Release) => boolean = () => false,
): Release[] {
  return releases.map((release) => {
    if (isRead(release)) return release;
    const items = release.items.map((item) => {
      const listed = bugs.filter(({ listings }) =>
        listings.some(({ version, digest }) => version === release.version && digest === item.digest),
      );
      const cves = listed.flatMap((bug) => bug.cves);
      return { ...item, cves, communityBugs: listed[0]?.communityBugs ?? [], text: null };
    });
    return { ...release, items };
  });
}

/** Bullets and releases of each bug, by its id. */
function listingsOf(bugs: readonly KnownBug[]): Record<string, string[]> {
  return Object.fromEntries(
    bugs.map(({ id, listings }) => [id, listings.map(({ version, digest }) => `${version} ${digest}`)]),
  );
}

/** Sorted by id, because the catalogue orders bugs by product, and a merge by their appearance. */
function inOrder(bugs: readonly KnownBug[]): KnownBug[] {
  return bugs.toSorted((a, b) => `${a.product} ${a.id}`.localeCompare(`${b.product} ${b.id}`));
}

describe('known bugs, merged again', () => {
  test('stay the same when no bullet has its text any more', () => {
    fc.assert(
      fc.property(anyCatalogue, (releases) => {
        const known = mergeBugs(releases);
        const again = mergeBugs(withoutText(releases, known), { known });
        assert.deepEqual(listingsOf(again), listingsOf(known));
        assert.deepEqual(
          again.map(({ aliases, cves, communityBugs }) => ({ aliases, cves, communityBugs })),
          known.map(({ aliases, cves, communityBugs }) => ({ aliases, cves, communityBugs })),
        );
      }),
    );
  });

  test('stay the same when some pages were read again', () => {
    fc.assert(
      fc.property(anyCatalogue, fc.integer({ min: 0, max: 511 }), (releases, read) => {
        const known = mergeBugs(releases);
        const isRead = (release: Release): boolean => ((read >> releases.indexOf(release)) & 1) === 1;
        assert.deepEqual(
          listingsOf(mergeBugs(withoutText(releases, known, isRead), { known })),
          listingsOf(known),
        );
      }),
    );
  });

  test('keep a bullet in its bug, even if a lower version with the bug was published later', () => {
    const words = [
      'Fixed an issue where a reader restarts while it scans a compressed table.',
      'Fixed an issue where Aurora Replicas may restart when scanning compressed tables.',
      'Fixed an issue where scanning compressed tables can restart a reader instance.',
    ];
    const [first = '', second = '', third = ''] = words;
    const releases = [
      releaseOf('3.40.1', '2030-02-01', { items: [itemOf(first)] }),
      releaseOf('3.41.0', '2030-03-01', { items: [itemOf(second)] }),
      releaseOf('2.40.9', '2030-04-01', { items: [itemOf(third)] }),
    ];
    const known = mergeBugs(releases);
    assert.equal(known.length, 1);
    assert.deepEqual(listingsOf(mergeBugs(withoutText(releases, known), { known })), listingsOf(known));
  });

  test('keep several bugs of a bullet with several CVEs, each with its own title and bounds', () => {
    const both = itemOf('CVE-2030-0001, CVE-2030-0002', { cves: ['CVE-2030-0001', 'CVE-2030-0002'] });
    const releases = [releaseOf('3.40.1', '2030-02-01', { items: [both] })];
    const known = mergeBugs(releases);
    assert.equal(known.length, 2);
    const again = mergeBugs(withoutText(releases, known), { known });
    assert.deepEqual(
      again,
      known.map((bug) => ({ ...bug, text: null })),
    );
  });

  test('equal the bugs of the embedded catalogue, for all engines together and for each alone', async () => {
    const snapshot = await loadSnapshot();
    const titles = new Map(
      snapshot.bugs.flatMap((bug) =>
        bug.listings.map(({ digest }) => [digest, { en: bug.title, ...bug.titleIn }] as const),
      ),
    );
    const databases = new Set(engines().map(({ id }) => id));
    for (const products of [databases, ...[...databases].map((product) => new Set([product]))]) {
      const isOwn = ({ product }: { product: string }): boolean => products.has(product);
      const again = mergeBugs(snapshot.releases.filter(isOwn), {
        titles,
        links: CURATED_LINKS,
        known: snapshot.bugs,
        others: snapshot.bugs.filter((bug) => !isOwn(bug)),
      });
      const before = snapshot.bugs.filter(isOwn);
      assert.deepEqual(listingsOf(again), listingsOf(before));
      assert.deepEqual(inOrder(again), inOrder(before));
    }
  });
});

test('a refresh without any readable page leaves the bugs of the embedded catalogue unchanged', async () => {
  const previous = await loadSnapshot();
  const built = await buildCatalogue({
    previous,
    sameRules: false,
    exchange: () => Promise.reject(new Error('no network')),
  });
  assert.equal(built.stats.read, 0);
  assert.deepEqual(listingsOf(built.bugs), listingsOf(previous.bugs));
});
