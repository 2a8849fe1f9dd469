import assert from 'node:assert/strict';
import test from 'node:test';
import { linesOf } from '../../document/lines.ts';
import { assertRows } from '../../../../test/support/code/values.ts';
import { Cursor } from './cursor.ts';

const cursorOn = (text: string): Cursor => new Cursor({ file: 'main.tf', text });

test('skips blanks and comments, and line ends only in brackets', () => {
  const restAfter = (text: string, ignoresLineEnds: boolean): string => {
    const cursor = cursorOn(text);
    cursor.skipBlanks(ignoresLineEnds);
    return text.slice(cursor.position);
  };
  assertRows(
    [
      [' \ta', 'a'],
      ['\u00a0a', 'a'],
      ['# one\r\na', '\r\na'],
      ['/* a\nb */ c', 'c'],
      ['/* open', ''],
      ['/ 2', '/ 2'],
      ['', ''],
    ],
    (text) => restAfter(text, false),
  );
  assertRows(
    [
      [' \r\n\n a', 'a'],
      ['// one\n# two\n  a', 'a'],
      ['\n/* a */\n', ''],
    ],
    (text) => restAfter(text, true),
  );
});

test('accepts any letters and hyphens in names', () => {
  assertRows(
    [
      ['engine_version = 1', 'engine_version'],
      ['größe-2 = 1', 'größe-2'],
      ['データ = 1', 'データ'],
      ['2nd', null],
      ['"a"', null],
      ['', null],
    ],
    (text) => cursorOn(text).identifier(),
  );
});

test('consumes a token only at the current position', () => {
  const cursor = cursorOn('=> a');
  assert.equal(cursor.consume('=='), false);
  assert.equal(cursor.consume('=>'), true);
  assert.equal(cursor.character, ' ');
  cursor.position = 4;
  assert.equal(cursor.atEnd && cursor.atLineEnd, true);
  assert.equal(cursor.character, '');
  assert.equal(cursor.consume('a'), false);
});

test('reports one error per line, with its line and the code nearby', () => {
  const cursor = cursorOn('a = 1\r\nb = ] c\r\n');
  for (const at of [11, 12, 0]) cursor.recordError(at);
  assert.deepEqual(cursor.errors, [
    { line: 2, near: '] c' },
    { line: 1, near: 'a = 1' },
  ]);
  const many = cursorOn('?\n'.repeat(100));
  for (let line = 0; line < 100; line++) many.recordError(line * 2);
  assert.equal(many.errors.length, 20);
});

test('places code in a value of another format at positions of that file', () => {
  const file = 'hcl: "a = 1"';
  const lines = linesOf({ file: 'a.yaml', text: file });
  const verbatim = new Cursor({ file: '', text: 'a = 1' }, { lines, start: 6, end: 11 });
  assert.deepEqual(verbatim.span(4, 5), { lines, start: 10, end: 11 });
  const escaped = new Cursor({ file: '', text: 'a = "1"' }, { lines, start: 6, end: 15 });
  assert.deepEqual(escaped.span(4, 7), { lines, start: 6, end: 15 });
});

test('keeps the position and errors of a copy apart', () => {
  const cursor = cursorOn('a = 1');
  const copy = cursor.copyAt(4);
  copy.recordError();
  assert.equal(copy.character, '1');
  assert.deepEqual([cursor.position, cursor.errors.length], [0, 0]);
});
