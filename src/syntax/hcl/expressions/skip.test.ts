import assert from 'node:assert/strict';
import test from 'node:test';
import { assertRows } from '../../../../test/support/code/values.ts';
import { Cursor } from './cursor.ts';
import { skipBody } from './skip.ts';

const TOP_BLOCK = /^resource "/gm;

/** Rest of a text after a skipped body. */
function restAfter(text: string): { rest: string; cursor: Cursor } {
  const cursor = new Cursor({ file: 'main.tf', text });
  skipBody(cursor, TOP_BLOCK);
  return { rest: text.slice(cursor.position), cursor };
}

test('ends a body at its own brace', () => {
  assertRows(
    [
      ['} rest', ' rest'],
      ['a { b = { } } } rest', ' rest'],
      ['a = "}" } rest', ' rest'],
      ['a = "\\"}" } rest', ' rest'],
      ['a = "${f("}")}" } rest', ' rest'],
      ['# }\r\n// }\n/* } */ } rest', ' rest'],
      ['a = <<EOT\n}\nEOT\n} rest', ' rest'],
      ['a = 1 < 2\nb = 4 / 2 } rest', ' rest'],
    ],
    (text) => restAfter(text).rest,
  );
});

test('ends an unclosed body at the next block of the file', () => {
  const { rest, cursor } = restAfter('a = 1\n\nresource "b" "c" {\n}\n');
  assert.equal(rest, 'resource "b" "c" {\n}\n');
  assert.deepEqual([cursor.errors.length, cursor.isOpenAtEnd], [1, false]);
});

test('ends an unclosed body with the file if no block follows', () => {
  const { rest, cursor } = restAfter('a = {');
  assert.deepEqual([rest, cursor.isOpenAtEnd], ['', true]);
});

test('searches many unclosed bodies only up to the next block', () => {
  const cursor = new Cursor({ file: 'main.tf', text: 'resource "a" "b" {\n'.repeat(3000) });
  for (let count = 0; count < 3000 && !cursor.atEnd; count++) {
    cursor.position += 'resource "a" "b" {'.length;
    skipBody(cursor, TOP_BLOCK);
  }
  assert.equal(cursor.atEnd, true);
});
