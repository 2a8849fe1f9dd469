import assert from 'node:assert/strict';
import test from 'node:test';
import { readMarkdown } from './markdown.ts';

// A page is not to be trusted: each of these took a time that grew with the square of its length, or more.
const MANY = 200_000;

void test('code ends at as many ticks as it began with; ticks that are not answered are words', () => {
  const [paragraph] = readMarkdown('``a ` b`` and `c` and ``` d').blocks;
  assert.ok(paragraph?.kind === 'paragraph');
  assert.equal(paragraph.inline.text, 'a ` b and c and ``` d');
  assert.deepEqual(paragraph.inline.code, ['a ` b', 'c']);
  assert.equal(readMarkdown('`'.repeat(MANY)).blocks.length, 1);
  assert.equal(readMarkdown('a ` b `` c ``` '.repeat(MANY / 10)).blocks.length, 1);
});

void test('a heading of blanks and number signs', () => {
  assert.deepEqual(readMarkdown('##  A b  ##').blocks, [{ kind: 'heading', level: 2, text: 'A b' }]);
  assert.equal(readMarkdown(`# a${' '.repeat(MANY)}x`).title, 'a x');
  assert.equal(readMarkdown(`# ${'#'.repeat(MANY)}x`).blocks.length, 1);
});

void test('lists in lists, up to a depth', () => {
  const nested = Array.from({ length: 2000 }, (_, n) => `${' '.repeat(n * 2)}- x${n}`).join('\n');
  const { blocks } = readMarkdown(nested);
  const depthOf = (list: unknown): number => (JSON.stringify(list).match(/"kind":"list"/g) ?? []).length;
  assert.equal(depthOf(blocks), 20);
  assert.match(JSON.stringify(blocks), /"x1999"/);
});

void test('brackets and links that are never closed', () => {
  for (const text of ['['.repeat(MANY), '[a](b '.repeat(MANY / 10), '<a '.repeat(MANY), '|'.repeat(MANY)])
    assert.ok(readMarkdown(`${text}x`).blocks.length <= 1);
  const [paragraph] = readMarkdown('see [a [b] c](https://example.com/x_(y)) and ![i](j) [k]').blocks;
  assert.ok(paragraph?.kind === 'paragraph');
  assert.deepEqual(paragraph.inline.links, [{ text: 'a [b] c', href: 'https://example.com/x_(y)' }]);
});
