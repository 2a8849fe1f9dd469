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

describe('affected releases of a bug', () => {
  const table: [name: string, fixedIn: string[], version: string, expected: string][] = [
    ['are high before a fix on the own branch', ['2.11.4'], '2.11.1', 'high'],
    ['exclude the release with the fix', ['2.11.1'], '2.11.1', 'none'],
    ['exclude releases after a fix on the own branch', ['2.11.1'], '2.11.4', 'none'],
    ['follow the own branch alone, whatever older branches list', ['2.10.2', '2.11.4'], '2.11.0', 'high'],
    [
      'include an earlier listing if a later one on its branch completes the fix',
      ['2.11.1', '2.11.4'],
      '2.11.1',
      'high',
    ],
    ['order four parts after three', ['2.12.0.1'], '2.12.0', 'high'],
    ['order four parts before the next patch', ['2.12.0.1'], '2.12.1', 'none'],
    ['are medium if only a later branch has the fix', ['2.12.1'], '2.11.4', 'medium'],
    ['exclude a branch that began after the fix on an older one', ['2.10.2'], '2.11.0', 'none'],
    ['are medium on a branch that began before the fix on an older one', ['3.10.5'], '3.12.0', 'medium'],
    ['are low if branches that began later do not list the fix either', ['3.04.6'], '3.10.3', 'low'],
    ['are medium between an older patch and a later main release', ['2.10.2', '2.12.0'], '2.11.0', 'medium'],
    [
      'are high if a later main release has the fix, despite older patches',
      ['3.04.6', '3.10.3', '3.12.0'],
      '3.10.0',
      'high',
    ],
    ['are low between an older patch and a later patch', ['2.10.2', '2.12.1'], '2.11.0', 'low'],
    [
      'exclude a branch after a fix in the first release of an older one',
      ['2.10.0', '2.12.1'],
      '2.11.0',
      'none',
    ],
    ['exclude a release whose stated base has the fix', ['2.10.0'], '3.04.0', 'none'],
    ['exclude a release whose base began after the fix', ['2.09.2'], '3.01.0', 'none'],
    ['exclude 8.4 after a fix before 3.12.0', ['3.05.0'], '8.4.7', 'none'],
    ['exclude 8.4 after a fix in the base of its base', ['2.10.0'], '8.4.7', 'none'],
    ['are medium after a fix on the base line later than the base', ['3.10.5'], '8.4.7', 'medium'],
    ['are medium after a fix on the line that starts from this one', ['8.4.7'], '3.12.0', 'medium'],
    ['are low in version 2 after a fix in version 3 only', ['3.05.0'], '2.11.4', 'low'],
    ['are low in version 3 after a fix in version 2 only', ['2.12.1'], '3.12.0', 'low'],
    ['exclude an LTS release with a fix on its own branch', ['3.04.6', '3.05.0'], '3.04.6', 'none'],
    ['are medium on an LTS branch after a fix elsewhere', ['3.05.0'], '3.04.6', 'medium'],
  ];
  for (const [name, fixedIn, version, expected] of table) {
    test(name, () => assert.equal(confidence(bugOf('b', fixedIn), version), expected));
  }

  test('are low after a community fix on an older branch only', () => {
    assert.equal(confidence(bugOf('b', ['3.10.5'], { communityBugs: ['111'] }), '3.12.0'), 'low');
    assert.equal(confidence(bugOf('b', ['3.10.5'], { cves: ['CVE-2026-0001'] }), '8.4.7'), 'low');
  });

  test('exclude the first release on a branch that lists a CVE', () => {
    const listed = ['2.12.0.1', '2.12.1'];
    assert.equal(confidence(bugOf('b', listed, { cves: ['CVE-2030-0001'] }), '2.12.0.1'), 'none');
    assert.equal(confidence(bugOf('b', listed), '2.12.0.1'), 'high');
    const repeated = bugOf('b', ['2.10.2', '2.12.0'], { cves: ['CVE-2030-0001'] });
    assert.equal(confidence(repeated, '2.11.0'), 'low');
  });

  test('exclude a release with both fixes of a joint bug', () => {
    const joins = [bugOf('x', ['3.10.3']), bugOf('y', ['3.10.5'])];
    const bug = bugOf('b', ['3.04.6'], { joins });
    assert.equal(confidence(bug, '3.10.5'), 'none');
    assert.equal(confidence(bug, '3.10.3'), 'low');
  });

  test('exclude a release that lists the bug together with another one', () => {
    const bug = bugOf('b', ['3.05.0'], { listedJointly: ['3.04.6'] });
    assert.equal(confidence(bug, '3.04.6'), 'none');
    assert.equal(confidence(bug, '3.04.0'), 'high');
  });

  test('have a reason with the fixed release and the branch without a listing', () => {
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

  test('are high if the item names the version', () => {
    assert.equal(confidence(bugOf('b', ['2.12.1'], { bounds: { names: ['2.11.1'] } }), '2.11.1'), 'high');
  });

  test('respect bounds in the text', () => {
    const introduced = bugOf('b', ['2.12.1'], { bounds: { introducedIn: '2.11.0' } });
    assert.equal(confidence(introduced, '2.10.2'), 'none');
    assert.equal(confidence(introduced, '2.11.0'), 'medium');
    const inMysql = bugOf('b', ['3.12.0'], { bounds: { introducedInCommunity: '8.0.32' } });
    assert.equal(confidence(inMysql, '3.04.6'), 'none');
    assert.equal(confidence(inMysql, '3.05.0'), 'medium');
  });

  test('are none for a bug of the upgrade itself', () => {
    assert.equal(confidence(bugOf('b', ['3.12.0'], { bounds: { upgradeOnly: true } }), '3.10.0'), 'none');
  });

  test('exclude releases before the feature of the bug', () => {
    const bug = bugOf('b', ['3.04.0'], { features: ['enhanced-binlog'] });
    assert.equal(confidence(bug, '3.01.0'), 'none');
    assert.equal(
      confidence(bugOf('b', ['3.04.0'], { features: ['enhanced-binlog', 'binlog'] }), '3.01.0'),
      'medium',
    );
  });

  test('exclude versions outside the notes', () => {
    const catalogue = catalogueOf(RELEASES, [bugOf('b', ['2.11.4', '3.12.0', '8.4.7'])]);
    for (const version of ['1.22.2', '2.11.9', '3.13.0', '8.4.9'])
      assert.deepEqual(bugsOfVersion(catalogue, 'aurora-mysql', version), []);
  });
});

describe('lineage of any bug', () => {
  const anyBug = fc
    .uniqueArray(fc.constantFrom(...VERSIONS), { minLength: 1, maxLength: 5 })
    .map((fixedIn) => bugOf('b', fixedIn));

  test('excludes the last release of a branch that lists the fix', () => {
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

  test('excludes every later release after a fix on the own branch', () => {
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

  test('does not depend on the order of releases and listings', () => {
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

test('does not report bugs of disabled features or low confidence', () => {
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
