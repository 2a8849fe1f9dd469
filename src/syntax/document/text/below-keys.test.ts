import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesBelow } from '../../index.ts';

const KEY = /(?:^|[\s{,-])["']?(?:run|commands)["']?\s*:/gm;

function below(...lines: readonly string[]): string[] {
  return linesBelow(KEY, lines.join('\n'));
}

test('what stands below a key is deeper than its line', () => {
  assert.deepEqual(below('name: a', 'run: |', '  one', '', '  two', 'other: b'), [
    'run: |\n  one\n\n  two\n',
  ]);
  assert.deepEqual(below('- run: one', '  with: a', '- name: b', '- run: two'), [
    '- run: one\n  with: a\n',
    '- run: two',
  ]);
});

test('the items of a list may stand as deep as their key', () => {
  assert.deepEqual(below('commands:', '- one', '# to people', '- two', 'name: a'), [
    'commands:\n- one\n# to people\n- two\n',
  ]);
});

test('in brackets all that is as deep may belong to the key', () => {
  assert.deepEqual(below('a: {', '  "run":', '  "one"', '}'), ['  "run":\n  "one"\n']);
});

test('all of a text is below where depth does not tell it', () => {
  const alias = ['one: &one echo', 'run: *one'];
  const items = ['one: &one echo', 'run:', '- *one'];
  const template = ['run:', '{{ if a }}', '  - one'];
  for (const lines of [alias, items, template]) assert.deepEqual(below(...lines), [lines.join('\n')]);
});

test('without such a key nothing is below', () => {
  assert.deepEqual(below('name: a', '{{ if a }}'), []);
});
