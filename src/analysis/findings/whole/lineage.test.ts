import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { bugsOfVersion, isReported } from '../../index.ts';
import { lineageOf } from '../../../products/index.ts';
import { say } from '../../../l10n/index.ts';
import type { KnownBug } from '../../../model/index.ts';
import { bugOf, catalogueOf, releaseOf } from '../../../../test/support/catalogue/catalogue.ts';

const RELEASES = [
  releaseOf('2.09.0', '2020-09-17'),
  releaseOf('2.09.2', '2021-02-26'),
  releaseOf('2.10.0', '2021-05-25'),
  releaseOf('2.10.2', '2022-01-26'),
  releaseOf('2.11.0', '2022-10-25'),
  releaseOf('2.11.1', '2023-02-14'),
  releaseOf('2.11.4', '2023-10-17'),
  releaseOf('2.12.0', '2023-07-25'),
  releaseOf('2.12.0.1', '2023-10-25'),
  releaseOf('2.12.1', '2023-12-28'),
  releaseOf('3.01.0', '2021-11-18', { comparedTo: '2.10.0', communityVersion: '8.0.23' }),
  releaseOf('3.04.0', '2023-07-31', { communityVersion: '8.0.28' }),
  releaseOf('3.04.6', '2026-01-02', { communityVersion: '8.0.28' }),
  releaseOf('3.05.0', '2023-10-25', { communityVersion: '8.0.32' }),
  releaseOf('3.10.0', '2025-07-31', { communityVersion: '8.0.42' }),
  releaseOf('3.10.3', '2026-01-02', { communityVersion: '8.0.42' }),
  releaseOf('3.10.5', '2026-07-30', { communityVersion: '8.0.42' }),
  releaseOf('3.12.0', '2026-02-17', { communityVersion: '8.0.44' }),
  releaseOf('8.4.7', '2026-05-21', { comparedTo: '3.12.0', communityVersion: '8.4.7' }),
];
const VERSIONS = RELEASES.map(({ version }) => version);

function confidence(bug: KnownBug, version: string): string {
  const [match] = bugsOfVersion(catalogueOf(RELEASES, [bug]), 'aurora-mysql', version);
  return match?.confidence ?? 'none';
}

describe('which releases have a bug', () => {
  const table: [name: string, fixedIn: string[], version: string, expected: string][] = [
    ['fixed later on the own branch', ['2.11.4'], '2.11.1', 'high'],
    ['fixed by the version itself', ['2.11.1'], '2.11.1', 'none'],
    ['fixed before on the own branch', ['2.11.1'], '2.11.4', 'none'],
    ['the own branch decides alone, whatever older branches had', ['2.10.2', '2.11.4'], '2.11.0', 'high'],
    [
      'a later listing on a branch means the earlier one was not complete',
      ['2.11.1', '2.11.4'],
      '2.11.1',
      'high',
    ],
    ['four parts are after three', ['2.12.0.1'], '2.12.0', 'high'],
    ['four parts are before the next patch', ['2.12.0.1'], '2.12.1', 'none'],
    ['fixed only on a later branch', ['2.12.1'], '2.11.4', 'medium'],
    ['in an older branch before this branch began', ['2.10.2'], '2.11.0', 'none'],
    ['in an older branch after this branch began', ['3.10.5'], '3.12.0', 'medium'],
    ['and branches that began later do not list it either', ['3.04.6'], '3.10.3', 'low'],
    [
      'a patch before the branch began, and a main release after it',
      ['2.10.2', '2.12.0'],
      '2.11.0',
      'medium',
    ],
    ['a main release outranks every older patch', ['3.04.6', '3.10.3', '3.12.0'], '3.10.0', 'high'],
    ['a patch before the branch began, and a later patch', ['2.10.2', '2.12.1'], '2.11.0', 'low'],
    ['a first release of an older branch is inherited for certain', ['2.10.0', '2.12.1'], '2.11.0', 'none'],
    ['through the stated base', ['2.10.0'], '3.04.0', 'none'],
    ['an older branch of the base line before the base', ['2.09.2'], '3.01.0', 'none'],
    ['8.4 contains what 3.12.0 has', ['3.05.0'], '8.4.7', 'none'],
    ['8.4 contains what the base of its base has', ['2.10.0'], '8.4.7', 'none'],
    ['on the base line after the base', ['3.10.5'], '8.4.7', 'medium'],
    ['on the line that starts from this line', ['8.4.7'], '3.12.0', 'medium'],
    ['version 3 after its base on another MySQL: version 2 is another line', ['3.05.0'], '2.11.4', 'low'],
    ['and the other way round', ['2.12.1'], '3.12.0', 'low'],
    [
      'the LTS line beside newer ones: a fix on its own branch clears it',
      ['3.04.6', '3.05.0'],
      '3.04.6',
      'none',
    ],
    ['the LTS line beside newer ones: a fix elsewhere does not', ['3.05.0'], '3.04.6', 'medium'],
  ];
  for (const [name, fixedIn, version, expected] of table) {
    test(name, () => assert.equal(confidence(bugOf('b', fixedIn), version), expected));
  }

  test('a community fix on an older branch only is low: the newer base may hold it', () => {
    assert.equal(confidence(bugOf('b', ['3.10.5'], { communityBugs: ['111'] }), '3.12.0'), 'low');
    assert.equal(confidence(bugOf('b', ['3.10.5'], { cves: ['CVE-2026-0001'] }), '8.4.7'), 'low');
  });

  test('a CVE is fixed by the first release on a branch that lists it', () => {
    const listed = ['2.12.0.1', '2.12.1'];
    assert.equal(confidence(bugOf('b', listed, { cves: ['CVE-2030-0001'] }), '2.12.0.1'), 'none');
    assert.equal(confidence(bugOf('b', listed), '2.12.0.1'), 'high');
    const repeated = bugOf('b', ['2.10.2', '2.12.0'], { cves: ['CVE-2030-0001'] });
    assert.equal(confidence(repeated, '2.11.0'), 'low');
  });

  test('a bug that joins two is fixed where both are', () => {
    const joins = [bugOf('x', ['3.10.3']), bugOf('y', ['3.10.5'])];
    const bug = bugOf('b', ['3.04.6'], { joins });
    assert.equal(confidence(bug, '3.10.5'), 'none');
    assert.equal(confidence(bug, '3.10.3'), 'low');
  });

  test('a release that lists a bug together with another fixes it', () => {
    const bug = bugOf('b', ['3.05.0'], { listedJointly: ['3.04.6'] });
    assert.equal(confidence(bug, '3.04.6'), 'none');
    assert.equal(confidence(bug, '3.04.0'), 'high');
  });

  test('says where it is fixed and for which branch it is not listed', () => {
    const reason = (fixedIn: string, version: string): string => {
      const [match] = bugsOfVersion(catalogueOf(RELEASES, [bugOf('b', [fixedIn])]), 'aurora-mysql', version);
      return match === undefined ? '' : say(match.reason, 'en');
    };
    assert.equal(reason('3.10.5', '3.12.0'), 'fixed in 3.10.5; not listed for 3.12');
    assert.equal(
      reason('3.04.6', '3.10.5'),
      'fixed in 3.04.6; not listed for 3.10 or any later minor version',
    );
    assert.equal(
      reason('3.10.5', '8.4.7'),
      'fixed in 3.10.5, later than the base of 8.4 (3.12.0); not listed for 8.4',
    );
  });

  test('a version that the item names is high', () => {
    assert.equal(confidence(bugOf('b', ['2.12.1'], { bounds: { names: ['2.11.1'] } }), '2.11.1'), 'high');
  });

  test('bounds in the text rule versions out', () => {
    const introduced = bugOf('b', ['2.12.1'], { bounds: { introducedIn: '2.11.0' } });
    assert.equal(confidence(introduced, '2.10.2'), 'none');
    assert.equal(confidence(introduced, '2.11.0'), 'medium');
    const inMysql = bugOf('b', ['3.12.0'], { bounds: { introducedInCommunity: '8.0.32' } });
    assert.equal(confidence(inMysql, '3.04.6'), 'none');
    assert.equal(confidence(inMysql, '3.05.0'), 'medium');
  });

  test('a bug in upgrading to a release is not an asset’s', () => {
    assert.equal(confidence(bugOf('b', ['3.12.0'], { bounds: { upgradeOnly: true } }), '3.10.0'), 'none');
  });

  test('a bug whose feature arrived later is not this version’s', () => {
    const bug = bugOf('b', ['3.04.0'], { features: ['enhanced-binlog'] });
    assert.equal(confidence(bug, '3.01.0'), 'none');
    assert.equal(
      confidence(bugOf('b', ['3.04.0'], { features: ['enhanced-binlog', 'binlog'] }), '3.01.0'),
      'medium',
    );
  });

  test('nothing is claimed of versions that the notes do not cover', () => {
    const catalogue = catalogueOf(RELEASES, [bugOf('b', ['2.11.4', '3.12.0', '8.4.7'])]);
    for (const version of ['1.22.2', '2.11.9', '3.13.0', '8.4.9'])
      assert.deepEqual(bugsOfVersion(catalogue, 'aurora-mysql', version), []);
  });
});

describe('for any bug', () => {
  const anyBug = fc
    .uniqueArray(fc.constantFrom(...VERSIONS), { minLength: 1, maxLength: 5 })
    .map((fixedIn) => bugOf('b', fixedIn));

  test('a release never has a bug that it is the last on its branch to fix', () => {
    fc.assert(
      fc.property(anyBug, (bug) => {
        const lineage = lineageOf(catalogueOf(RELEASES, [bug]), 'aurora-mysql');
        for (const { version } of bug.listings) {
          const branch = lineage.release(version)?.branch;
          const last = bug.listings
            .map((listing) => listing.version)
            .filter((other) => lineage.release(other)?.branch === branch)
            .sort((a, b) => VERSIONS.indexOf(a) - VERSIONS.indexOf(b))
            .at(-1);
          if (last === version) assert.equal(lineage.containsFix(version, bug), 'yes');
        }
      }),
    );
  });

  test('a fix on the own branch clears every later release of it', () => {
    fc.assert(
      fc.property(anyBug, fc.constantFrom(...VERSIONS), (bug, version) => {
        const lineage = lineageOf(catalogueOf(RELEASES, [bug]), 'aurora-mysql');
        const own = bug.listings.filter(
          (listing) => lineage.release(listing.version)?.branch === lineage.release(version)?.branch,
        );
        const isFixed =
          own.length > 0 && own.every((listing) => lineage.containsRelease(version, listing.version));
        if (isFixed) assert.equal(lineage.containsFix(version, bug), 'yes');
      }),
    );
  });

  test('the order in which releases and listings were read does not matter', () => {
    fc.assert(
      fc.property(
        anyBug,
        fc.shuffledSubarray(RELEASES, { minLength: RELEASES.length }),
        fc.constantFrom(...VERSIONS),
        (bug, shuffled, version) => {
          const reversed = { ...bug, listings: [...bug.listings].reverse() };
          const straight = bugsOfVersion(catalogueOf(RELEASES, [bug]), 'aurora-mysql', version);
          const mixed = bugsOfVersion(catalogueOf(shuffled, [reversed]), 'aurora-mysql', version);
          assert.deepEqual(
            mixed.map((match) => [match.confidence, match.reason, match.fixedIn]),
            straight.map((match) => [match.confidence, match.reason, match.fixedIn]),
          );
        },
      ),
    );
  });
});

test('bugs whose features are all off, and bugs of low confidence, are not reported', () => {
  const catalogue = catalogueOf(RELEASES, [
    bugOf('off', ['2.12.1'], { features: ['replicas'] }),
    bugOf('on', ['2.12.1'], { features: ['replicas', 'binlog'] }),
  ]);
  const states = new Map([
    ['replicas', 'off'],
    ['binlog', 'on'],
  ] as const);
  const matches = bugsOfVersion(catalogue, 'aurora-mysql', '2.11.4', states);
  assert.deepEqual(
    matches.map((match) => [match.bug.id, match.applies, isReported(match)]),
    [
      ['on', 'on', true],
      ['off', 'off', false],
    ],
  );
});
