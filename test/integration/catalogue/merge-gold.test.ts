import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { PAIR_TARGETS, readGoldPairs, scorePairs } from '../../../scripts/score/pairs.ts';
import { CURATED_LINKS } from '../../../src/catalogue/curation/links.ts';
import { mergeBugs } from '../../../src/catalogue/merge/index.ts';
import type { Release } from '../../../src/model/index.ts';
import { releasesOfMirror } from '../../support/mirror/mirror-releases.ts';
import { needsShared, sharedPath } from '../../support/shared.ts';

describe('merging the notes of the mirror', { skip: needsShared }, () => {
  let releases: readonly Release[] = [];

  before(() => {
    releases = releasesOfMirror();
  });

  for (const [name, options] of Object.entries({ 'rules alone': {}, curated: { links: CURATED_LINKS } })) {
    test(`reaches the targets for pairs judged by hand: ${name}`, () => {
      const score = scorePairs(readGoldPairs(sharedPath('gold', 'pairs.jsonl')), releases, options);
      assert.equal(score.missing, 0);
      assert.ok(score.pairs >= 100, 'the pairs were read');
      assert.ok(score.precision >= PAIR_TARGETS.precision, `precision ${score.precision}`);
      assert.ok(score.recall >= PAIR_TARGETS.recall, `recall ${score.recall}`);
    });
  }

  test('lists every fix once, and joins no two fixes of one release without a shared number', () => {
    const bugs = mergeBugs(releases);
    const listed = new Set(
      bugs.flatMap(({ listings }) => listings.map(({ version, digest }) => `${version} ${digest}`)),
    );
    for (const { version, items } of releases) {
      for (const { kind, digest } of items) {
        if (kind === 'fix') assert.ok(listed.has(`${version} ${digest}`), `${version} ${digest}`);
      }
    }
    for (const { id, listings, communityBugs } of bugs) {
      if (communityBugs.length > 0) continue;
      const versions = listings.map(({ version }) => version);
      assert.deepEqual(versions, [...new Set(versions)], id);
    }
  });

  test('gives no two bugs the same id or alias', () => {
    const ids = mergeBugs(releases).flatMap(({ id, aliases }) => [id, ...aliases]);
    assert.deepEqual(ids.length, new Set(ids).size);
  });

  test('keeps the ids of a catalogue of two years ago', () => {
    const today = new Map(mergeBugs(releases).map((bug) => [bug.id, bug]));
    for (const day of ['2021-01-01', '2023-06-01', '2024-11-20']) {
      for (const bug of mergeBugs(releases.filter(({ date }) => date <= day))) {
        const now = today.get(bug.id);
        assert.ok(now, `${bug.id} as of ${day}`);
        for (const { version, digest } of bug.listings) {
          assert.ok(now.listings.some((listing) => listing.version === version && listing.digest === digest));
        }
      }
    }
  });
});
