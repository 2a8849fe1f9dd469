import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemsByHost } from './index.ts';
import { say, text } from '../l10n/index.ts';
import type { Problem, Text } from '../model/index.ts';

const page = (path: string, cause: Text): Problem => ({
  source: `https://docs.example/${path}`,
  text: text('catalogue.update.unread', { cause }),
});
const GONE = text('catalogue.fetch.gone', { status: 404 });
const DOWN = text('catalogue.fetch.connection', { host: 'docs.example', error: 'ENOTFOUND' });
const NOTHING: Problem = {
  source: 'docs.example, other.example',
  text: text('catalogue.update.nothingListed', { product: 'X', count: 3 }),
};

const said = (problems: readonly Problem[]): string[] =>
  problemsByHost(problems).map(({ source, text: sentence }) => `${source}: ${say(sentence, 'en')}`);

test('reports an unreachable host once, without consequential problems', () => {
  const pages = Array.from({ length: 500 }, (_, nth) => page(`${nth}.html`, DOWN));
  assert.deepEqual(said([...pages, NOTHING]), [
    'docs.example: No connection to docs.example (ENOTFOUND). What was known of its pages is kept.',
  ]);
});

test('counts pages of a host that fail alike, and names a single one', () => {
  assert.deepEqual(said([page('a', GONE), page('b', GONE), NOTHING]), [
    'docs.example: 2 pages could not be read. The page does not exist (HTTP 404). What was known of them is kept.',
    `${NOTHING.source}: ${say(NOTHING.text, 'en')}`,
  ]);
  assert.match(said([page('a', GONE)])[0] ?? '', /^https:\/\/docs\.example\/a: /);
});

test('combines messages of one kind about one page', () => {
  const shrunk = (path: string, version: string): Problem => ({
    source: `https://docs.example/${path}`,
    text: text('catalogue.update.shrunk', { version, before: 9, now: 2 }),
  });
  const [first = '', second = '', ...others] = said([
    shrunk('a', '1.1'),
    shrunk('a', '1.2'),
    shrunk('b', '1.3'),
  ]);
  assert.match(
    first,
    /^https:\/\/docs\.example\/a: Only 2 items found for 1\.1.* 1 more message of this kind/,
  );
  assert.match(second, /^https:\/\/docs\.example\/b: Only 2 items found for 1\.3[^]*kept\.$/);
  assert.deepEqual(others, []);
});

test('keeps other problems unchanged and in order', () => {
  const other: Problem = { source: 'a.tf', text: text('problem.binary') };
  assert.deepEqual(problemsByHost([other, NOTHING, other]), [other, NOTHING, other]);
});
