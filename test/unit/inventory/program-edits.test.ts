import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editsBetween } from '../../../src/syntax/programs/edits-between.ts';

const BEFORE = 'def a():\n    return 1\n\nx = 1\ny = 2\n';

test('a change at the beginning and one further down are two edits, and what is between them stays', () => {
  const after = BEFORE.replace('def a', 'def b').replace('y = 2', 'y = 30');
  assert.deepEqual(spans(BEFORE, after), [
    ['4:4', '4:5', '4:6'],
    ['0:4', '0:5', '0:5'],
  ]);
});

test('where lines were added, all from the first change to the last is one edit', () => {
  const after = BEFORE.replace('def a', 'def b').replace('x = 1', 'x = 1\nz = 1');
  assert.deepEqual(spans(BEFORE, after), [['0:4', '3:1', '4:1']]);
});

test('a line after a last one without an end', () => {
  assert.deepEqual(spans('a', 'a\nb'), [['0:1', '0:1', '1:1']]);
});

/** Where each edit begins, and ends before and after. */
function spans(before: string, after: string): string[][] {
  return editsBetween(before, after).map(({ startPosition, oldEndPosition, newEndPosition }) =>
    [startPosition, oldEndPosition, newEndPosition].map(({ row, column }) => `${row}:${column}`),
  );
}
