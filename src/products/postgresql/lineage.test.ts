import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { FixCommits, KnownBug, Release } from '../../model/index.ts';
import { boundsIn } from './bounds.ts';
import { LINEAGE } from './lineage.ts';
import { bugOf, itemOf, releaseOf } from '../../../test/support/catalogue/catalogue.ts';

const release = (version: string, date: string, more: Partial<Release> = {}): Release =>
  releaseOf(version, date, {
    product: 'postgresql',
    line: version.split('.', 1).join(''),
    branch: version.split('.', 1).join(''),
    ...more,
  });

const RELEASES = [
  release('15.0', '2022-10-13'),
  release('15.9', '2024-11-14', { items: [{ ...itemOf('a fix of a hole'), cves: ['CVE-2031-1000'] }] }),
  release('15.10', '2024-11-21'),
  release('16.0', '2023-09-14'),
  release('16.4', '2024-08-08'),
  release('16.5', '2024-11-14', { items: [{ ...itemOf('a fix of a hole'), cves: ['CVE-2031-1000'] }] }),
  release('16.6', '2024-11-21'),
  release('17.0', '2024-09-26'),
  release('17.1', '2024-11-14'),
];
const lineage = LINEAGE.trace(RELEASES);

function judged(bug: KnownBug, version: string): string {
  const found = lineage.judge(bug, version);
  if (found !== null) return found.confidence;
  return lineage.containsFix(version, bug) === 'yes' ? 'fixed' : 'never';
}

const commits = (day: string, lines: readonly string[], main = ['aaaaaaaaa']): FixCommits => ({
  main,
  lines,
  day,
});
const bug = (fixedIn: readonly string[], more: Parameters<typeof bugOf>[2] = {}): KnownBug =>
  bugOf('a', fixedIn, { product: 'postgresql', ...more });

describe('affected releases of PostgreSQL', () => {
  test('follow the listings of their own major version', () => {
    const fixed = bug(['16.5'], { commits: commits('2024-11-01', ['16']) });
    assert.equal(judged(fixed, '16.4'), 'high');
    assert.equal(judged(fixed, '16.5'), 'fixed');
    assert.equal(judged(fixed, '16.6'), 'fixed');
  });

  test('are undetermined in a major version that does not list the bug', () => {
    assert.equal(judged(bug(['16.5'], { commits: commits('2024-11-01', ['16']) }), '15.9'), 'low');
  });

  test('exclude a newer major version if the fix was committed before its first release', () => {
    const onBranch = bug(['16.5'], { commits: commits('2024-08-20', ['16', '17']) });
    const onMain = bug(['16.5'], { commits: commits('2024-05-20', ['15', '16']) });
    assert.equal(judged(onBranch, '17.0'), 'fixed');
    assert.equal(judged(onMain, '17.0'), 'fixed');
    // The commit is on main after the branch of 17 began, and not on that branch.
    assert.equal(judged(bug(['16.5'], { commits: commits('2024-10-20', ['16']) }), '17.1'), 'low');
  });

  test('exclude the next release after a commit on its branch, even without a note', () => {
    const silent = bug(['16.5'], { commits: commits('2024-11-10', ['15', '16']) });
    assert.equal(judged(silent, '15.9'), 'fixed');
    assert.equal(judged(silent, '15.0'), 'low');
    // The commit is too close to the release: its packages were older.
    assert.equal(judged(bug(['16.5'], { commits: commits('2024-11-12', ['15', '16']) }), '15.9'), 'low');
  });

  test('lie between the two commits of a regression', () => {
    const bySibling = bug(['15.10', '16.6'], {
      bounds: boundsIn('The fix for CVE-2031-1000 accidentally broke lists.'),
    });
    assert.deepEqual(
      ['15.0', '15.9', '15.10', '16.4', '16.5', '16.6'].map((version) => judged(bySibling, version)),
      ['never', 'high', 'fixed', 'never', 'high', 'fixed'],
    );
    const byPrevious = bug(['16.6'], {
      bounds: boundsIn('It was introduced in our previous minor releases.'),
    });
    assert.deepEqual(
      ['16.4', '16.5', '16.6'].map((version) => judged(byPrevious, version)),
      ['never', 'high', 'fixed'],
    );
  });

  test('begin with the major version that the note names', () => {
    const since = (words: string) => boundsIn(words).introducedIn;
    assert.equal(since('Refactoring in version 15 broke this.'), '15.0');
    assert.equal(since('An optimization added in v14 caused it.'), '14.0');
    assert.equal(since('That is new in version 18, and so is the bug.'), '18.0');
    assert.equal(since('In version 15 this could hang.'), null);
    const by = (words: string) => boundsIn(words).broughtBy;
    assert.equal(by('This oversight in the fix for CVE-2031-1000 let users in.'), 'CVE-2031-1000');
    assert.equal(by('The fix for CVE-2031-1000 was incomplete.'), undefined);
    assert.equal(by('Attacks like CVE-2031-1000 were possible.'), undefined);
  });
});
