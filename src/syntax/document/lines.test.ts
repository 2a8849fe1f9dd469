import assert from 'node:assert/strict';
import test from 'node:test';
import { assertRows } from '../../../test/support/code/values.ts';
import { lineAt, linesOf, placeOf } from './lines.ts';

test('ends a line at LF, CRLF or a lone CR', () => {
  assertRows(
    [
      ['', [0]],
      ['a', [0]],
      ['a\nb', [0, 2]],
      ['a\r\nb\n', [0, 3, 5]],
      ['a\rb\r\n', [0, 2, 5]],
      ['ü\u2028b\n', [0, 4]],
    ],
    (text) => [...linesOf({ file: 'a', text }).starts],
  );
});

test('counts lines and columns from one', () => {
  const text = 'engine: aurora\r\nversion: "8.0"\r\n';
  const lines = linesOf({ file: 'a.yaml', text });
  const start = text.indexOf('8.0');
  assert.deepEqual(placeOf(lines, start, start + 3), {
    file: 'a.yaml',
    line: 2,
    column: 11,
    endLine: 2,
    endColumn: 14,
  });
  const { line, endLine, endColumn } = placeOf(lines, 0, text.length);
  assert.deepEqual([line, endLine, endColumn], [1, 3, 1]);
});

test('finds the line of each offset, clamped to the text', () => {
  const starts = [0, 2, 4];
  assertRows(
    [
      [-1, 0],
      [0, 0],
      [1, 0],
      [2, 1],
      [3, 1],
      [99, 2],
    ],
    (offset) => lineAt(starts, offset),
  );
});

test('reuses the lines that a file already has', () => {
  const lines = { file: 'a', starts: [0] };
  assert.equal(linesOf({ file: 'b', text: '\n', lines }), lines);
});
