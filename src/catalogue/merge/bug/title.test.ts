import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { titleFromText, TITLE_LENGTH } from '../index.ts';

describe("title from the vendor's words", () => {
  const cases: [text: string, title: string][] = [
    [
      'Fixed an issue that, in rare conditions, can cause writers to restart on shutdown.',
      'Writers restart on shutdown',
    ],
    ['Fixed an issue which could cause readers to miss events.', 'Readers miss events'],
    ['Fixed an issue where a view loses its definer. This occurs after a rename.', 'View loses its definer'],
    ['Fixed an issue in hash joins that can cause the database to hang.', 'Hash joins: database hangs'],
    ['Fixed an issue in InnoDB where the purge stops.', 'InnoDB: purge stops'],
    ['Fixed an issue introduced in 2.31.0 that can cause slow commits.', 'Slow commits'],
    ['Fixed an issue with incorrect lag values.', 'Incorrect lag values'],
    ['Fixed a rare memory leak in triggers (Bug #30000001).', 'Memory leak in triggers'],
    ['Bug #30000001: WRONG RESULT OF UNION', 'WRONG RESULT OF UNION'],
    ['InnoDB: Fixed an issue where undo logs grow.', 'Undo logs grow'],
    ['Fixed an issue where mysql.proc cannot be read.', 'mysql.proc cannot be read'],
    ['CVE-2029-0001', 'CVE-2029-0001'],
    [
      'Fixed an issue where INSERT ... SELECT holds its locks for as long as the session lives, even in READ COMMITTED mode.',
      'INSERT ... SELECT holds its locks for as long as the session lives, even in READ…',
    ],
  ];
  for (const [text, title] of cases) test(`is "${title}"`, () => assert.equal(titleFromText(text), title));

  test('is neither empty nor too long for any words', () => {
    const word = fc.constantFrom(
      'Fixed',
      'an',
      'issue',
      'that',
      'can',
      'cause',
      'restarts',
      'when',
      'a.b',
      'of',
      '(Bug #1)',
      ',',
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), (words) => {
        const title = titleFromText(words.join(' '));
        assert.ok(title.length > 0 && title.length <= TITLE_LENGTH, title);
      }),
    );
  });
});
