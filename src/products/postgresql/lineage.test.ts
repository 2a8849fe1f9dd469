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
    // A major version that lists the bug and not its origin had both from the beginning.
    const ofOlder = { bounds: boundsIn('A problem was created by the fix for CVE-2031-2000.') };
    assert.deepEqual(
      ['15.0', '16.0', '16.6'].map((version) => judged(bug(['16.6'], ofOlder), version)),
      ['never', 'high', 'fixed'],
    );
    const byPrevious = bug(['16.6'], {
      bounds: boundsIn('It was introduced in our previous minor releases.'),
    });
    assert.deepEqual(
      ['16.4', '16.5', '16.6'].map((version) => judged(byPrevious, version)),
      ['never', 'high', 'fixed'],
    );
    // A major version without the listing can have it only since the day on which others got it.
    assert.deepEqual(
      ['15.0', '15.9', '17.0', '17.1'].map((version) => judged(byPrevious, version)),
      ['never', 'low', 'never', 'low'],
    );
    const byNumber = bug(['16.6'], { bounds: boundsIn('This undoes a change made two minor releases ago.') });
    assert.deepEqual(
      ['16.0', '16.4', '16.5'].map((version) => judged(byNumber, version)),
      ['never', 'low', 'high'],
    );
    const byMonth = bug(['16.6'], {
      bounds: boundsIn('Undo a cache (included in the August 2024 releases).'),
    });
    assert.deepEqual(
      ['16.0', '16.4', '16.5'].map((version) => judged(byMonth, version)),
      ['never', 'high', 'high'],
    );
    const byItem = bug(['16.6'], {
      bounds: { ...boundsIn(''), broughtBy: RELEASES[1]?.items[0]?.digest ?? '' },
    });
    assert.deepEqual(
      ['16.4', '16.5'].map((version) => judged(byItem, version)),
      ['never', 'high'],
    );
  });

  test('are undetermined before the last one if the notes attribute the bug to an unnamed earlier fix', () => {
    const byEarlier = bug(['16.6'], {
      bounds: boundsIn('A previous bug fix unintentionally disabled hints.'),
    });
    assert.deepEqual(
      ['16.0', '16.4', '16.5', '16.6'].map((version) => judged(byEarlier, version)),
      ['low', 'low', 'high', 'fixed'],
    );
  });

  test('exclude majors without the feature, and those on which a commit mends no bug', () => {
    const ofFeature = bug(['17.1'], { bounds: boundsIn('Fix a crash in JSON_TABLE. It was rare.') });
    assert.deepEqual(
      ['16.4', '17.0', '17.1'].map((version) => judged(ofFeature, version)),
      ['never', 'high', 'fixed'],
    );
    const harmless = bug(['15.10'], {
      commits: { ...commits('2024-11-16', ['15', '16', '17']), harmlessFrom: '16' },
    });
    assert.deepEqual(
      ['15.9', '16.4', '17.1'].map((version) => judged(harmless, version)),
      ['high', 'never', 'never'],
    );
  });

  test('contain what was on main before their first release, even if older branches got it later', () => {
    const late = bug(['15.10'], { commits: { ...commits('2024-11-16', ['15']), mainDay: '2022-07-05' } });
    assert.deepEqual(
      ['15.9', '16.0', '17.0'].map((version) => judged(late, version)),
      ['high', 'fixed', 'fixed'],
    );
  });

  test('begin with the major version that the note names', () => {
    const since = (words: string) => boundsIn(words).introducedIn;
    assert.equal(since('Refactoring in version 15 broke this.'), '15.0');
    assert.equal(since('An optimization added in v14 caused it.'), '14.0');
    assert.equal(since('That is new in version 18, and so is the bug.'), '18.0');
    assert.equal(since('In version 15 this could hang.'), null);
    assert.equal(since('Fix MERGE ... WHEN NOT MATCHED BY SOURCE actions.'), '17.0');
    assert.equal(since('Fix MERGE of many rows.'), '15.0');
    assert.equal(since('Fix INSERT and MERGE of many rows.'), null);
    assert.equal(since('Fix XMLTABLE or JSON_TABLE with many columns.'), null);
    assert.equal(since('Fix JSON_TABLE and related functions.'), '17.0');
    assert.equal(since('In contrib/pg_surgery, stop at the end.'), '14.0');
    assert.equal(since('Fix a crash. JSON_TABLE was safe.'), null);
    assert.equal(since('Names were accidentally refused in v16.'), '16.0');
    assert.equal(since('Things worked that way before v15.'), '15.0');
    const by = (words: string) => boundsIn(words).broughtBy;
    assert.equal(by('This oversight in the fix for CVE-2031-1000 let users in.'), 'CVE-2031-1000');
    assert.equal(by('The fix for CVE-2031-1000 was incomplete.'), undefined);
    assert.equal(by('After the fix for CVE-2031-1000, lists were refused.'), 'CVE-2031-1000');
    assert.equal(
      by('An oversight in the fix for CVE-2031-1000, but the code before was not right.'),
      'earlier',
    );
    for (const words of [
      'Our previous round of minor releases included a fix for caches. However, it accidentally broke lists.',
      'The last minor releases unintentionally broke lists.',
      'This was broken by a change in the latest set of minor releases.',
      "A fix applied in May's minor releases was not careful.",
      'The previous fix for lists broke sets that formerly worked.',
      'Think of a standby server of the latest minor version.',
    ])
      assert.equal(by(words), 'previous', words);
    for (const words of [
      'Lists worked, but a recent bug fix caused errors.',
      'Fix recently-introduced race conditions.',
      'A standby of a newer minor version stopped.',
      'A standby that reads from a primary of an older minor version stopped.',
    ])
      assert.equal(by(words), 'earlier', words);
    for (const words of [
      'The previous fix for lists failed to account for sets.',
      'As with a similar fix in our previous quarterly releases, lists were stale.',
      'The previous coding caused leaks.',
    ])
      assert.equal(by(words), undefined, words);
    assert.equal(by('Attacks like CVE-2031-1000 were possible.'), undefined);
  });
});
