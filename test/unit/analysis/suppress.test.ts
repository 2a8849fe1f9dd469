import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createSuppressor } from '../../../src/analysis/suppress.ts';
import type { Suppression } from '../../../src/model/index.ts';
import { bugOf } from '../../support/catalogue.ts';

const PLACE = { file: 'db.tf', line: 5, column: 1, endLine: 5, endColumn: 7 };

function comment(more: Partial<Suppression> = {}): Suppression {
  return {
    target: 'known-bugs',
    scope: { file: 'db.tf', lines: { first: 5, last: 5 } },
    reason: 'why not',
    until: null,
    location: { ...PLACE, line: 4, endLine: 4 },
    ...more,
  };
}

describe('what the team asked to leave out', () => {
  test('a comment silences its rule on its line only, and says where and why', () => {
    const suppressor = createSuppressor([comment({ until: '2027-01-01' })], [], '2026-11-24');
    assert.deepEqual(suppressor.finding('known-bugs', PLACE, []), {
      by: 'db.tf',
      reason: 'why not',
      until: '2027-01-01',
    });
    assert.equal(suppressor.finding('end-of-support', PLACE, []), null);
    assert.equal(suppressor.finding('known-bugs', { ...PLACE, line: 6 }, []), null);
  });

  test('without a reason, with a passed or impossible date it has no effect and is reported', () => {
    const comments = [
      comment({ reason: null }),
      comment({ until: '2026-11-23' }),
      comment({ until: 'soon' }),
    ];
    const suppressor = createSuppressor(comments, [], '2026-11-24');
    assert.equal(suppressor.finding('known-bugs', PLACE, []), null);
    assert.deepEqual(
      suppressor.problems.map(({ text }) => text.key),
      ['suppression.noReason', 'suppression.expired', 'suppression.badDate'],
    );
  });

  test('its last day still counts', () => {
    const suppressor = createSuppressor([comment({ until: '2026-11-24' })], [], '2026-11-24');
    assert.notEqual(suppressor.finding('known-bugs', PLACE, []), null);
  });

  test('a suppression of a bug survives a merge: older ids keep working', () => {
    const suppressor = createSuppressor([comment({ target: 'old-id' })], [], '2026-11-24');
    assert.notEqual(suppressor.bug(bugOf('new-id', ['2.12.1'], { aliases: ['old-id'] }), PLACE, []), null);
    assert.equal(suppressor.bug(bugOf('other', ['2.12.1']), PLACE, []), null);
  });

  test('the configuration file can name a prefix of rules', () => {
    const ignore = { rule: 'check/', reason: 'later', line: 3 };
    const suppressor = createSuppressor([], [ignore], '2026-11-24');
    assert.equal(suppressor.finding('check/replacement-loop', PLACE, [])?.reason, 'later');
  });
});
