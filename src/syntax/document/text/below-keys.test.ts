import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesBelow } from '../../index.ts';

const KEY = /(?:^|[\s{,-])["']?(?:run|commands)["']?\s*:/gm;

function below(...lines: readonly string[]): string[] {
  return linesBelow(KEY, lines.join('\n'));
}

test('returns the deeper indented lines below a key', () => {
  assert.deepEqual(below('name: a', 'run: |', '  one', '', '  two', 'other: b'), [
    'run: |\n  one\n\n  two\n',
  ]);
  assert.deepEqual(below('- run: one', '  with: a', '- name: b', '- run: two'), [
    '- run: one\n  with: a\n',
    '- run: two',
  ]);
});

test('includes list items as deep as their key', () => {
  assert.deepEqual(below('commands:', '- one', '# to people', '- two', 'name: a'), [
    'commands:\n- one\n# to people\n- two\n',
  ]);
});

test('includes all lines as deep as the key inside brackets', () => {
  assert.deepEqual(below('a: {', '  "run":', '  "one"', '}'), ['  "run":\n  "one"\n']);
});

test('returns the whole text if indentation is not reliable', () => {
  const alias = ['one: &one echo', 'run: *one'];
  const items = ['one: &one echo', 'run:', '- *one'];
  const template = ['run:', '{{ if a }}', '  - one'];
  for (const lines of [alias, items, template]) assert.deepEqual(below(...lines), [lines.join('\n')]);
});

test('returns nothing without such a key', () => {
  assert.deepEqual(below('name: a', '{{ if a }}'), []);
});
