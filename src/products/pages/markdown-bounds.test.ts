import assert from 'node:assert/strict';
import test from 'node:test';
import { readMarkdown } from './markdown.ts';

// Pages are untrusted: reading each of these once took quadratic time or more.
const MANY = 200_000;

void test('ends code at the same number of ticks, and reads unmatched ticks as text', () => {
  const [paragraph] = readMarkdown('``a ` b`` and `c` and ``` d').blocks;
  assert.ok(paragraph?.kind === 'paragraph');
  assert.equal(paragraph.inline.text, 'a ` b and c and ``` d');
  assert.deepEqual(paragraph.inline.code, ['a ` b', 'c']);
  assert.equal(readMarkdown('`'.repeat(MANY)).blocks.length, 1);
  assert.equal(readMarkdown('a ` b `` c ``` '.repeat(MANY / 10)).blocks.length, 1);
});

void test('reads a heading of blanks and number signs in bounded time', () => {
  assert.deepEqual(readMarkdown('##  A b  ##').blocks, [{ kind: 'heading', level: 2, text: 'A b' }]);
  assert.equal(readMarkdown(`# a${' '.repeat(MANY)}x`).title, 'a x');
  assert.equal(readMarkdown(`# ${'#'.repeat(MANY)}x`).blocks.length, 1);
});

void test('limits the depth of nested lists', () => {
  const nested = Array.from({ length: 2000 }, (_, n) => `${' '.repeat(n * 2)}- x${n}`).join('\n');
  const { blocks } = readMarkdown(nested);
  const depthOf = (list: unknown): number => (JSON.stringify(list).match(/"kind":"list"/g) ?? []).length;
  assert.equal(depthOf(blocks), 20);
  assert.match(JSON.stringify(blocks), /"x1999"/);
});

void test('reads unclosed brackets and links in bounded time', () => {
  for (const text of ['['.repeat(MANY), '[a](b '.repeat(MANY / 10), '<a '.repeat(MANY), '|'.repeat(MANY)])
    assert.ok(readMarkdown(`${text}x`).blocks.length <= 1);
  const [paragraph] = readMarkdown('see [a [b] c](https://example.com/x_(y)) and ![i](j) [k]').blocks;
  assert.ok(paragraph?.kind === 'paragraph');
  assert.deepEqual(paragraph.inline.links, [{ text: 'a [b] c', href: 'https://example.com/x_(y)' }]);
});
