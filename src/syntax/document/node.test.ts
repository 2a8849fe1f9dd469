import assert from 'node:assert/strict';
import test from 'node:test';
import { nodeOf } from '../../../test/support/code/template-code.ts';
import { assertRows } from '../../../test/support/code/values.ts';
import { entriesOf, entryOf, itemsOf, locate, textOf, valueOf } from './node.ts';

const ROOT = nodeOf(
  [
    'engine: mysql',
    'engine: aurora-mysql',
    'version: 5.70',
    'none: ~',
    'list: [a, b]',
    'db: {port: 3306}',
    '',
  ].join('\n'),
);

test('finds a value by its path of keys', () => {
  assertRows(
    [
      // A repeated key has its last value.
      [['engine'], 'aurora-mysql'],
      [['db', 'port'], '3306'],
      // Kept as text, because a version is not a number.
      [['version'], '5.70'],
      [['none'], null],
      [['list'], null],
      [['engine', 'port'], null],
      [['toString'], null],
    ],
    (path) => textOf(valueOf(ROOT, ...path)),
  );
  assert.equal(valueOf(ROOT), ROOT);
  assert.equal(valueOf(null, 'a'), null);
});

test('finds keys of a large map', () => {
  const keys = Array.from({ length: 40 }, (_, nth) => `key${nth}: ${nth}`);
  const map = nodeOf([...keys, 'key3: last', ''].join('\n'));
  assert.equal(textOf(valueOf(map, 'key3')), 'last');
  assert.equal(textOf(valueOf(map, 'key39')), '39');
  assert.equal(entryOf(map, 'key40'), null);
});

test('returns no entries or items for another kind of node', () => {
  assert.deepEqual(itemsOf(valueOf(ROOT, 'list')).map(textOf), ['a', 'b']);
  assert.deepEqual([...itemsOf(ROOT), ...entriesOf(valueOf(ROOT, 'list')), ...entriesOf(null)], []);
});

test('locates a node in its file', () => {
  const version = valueOf(ROOT, 'version');
  assert.ok(version !== null);
  assert.deepEqual(locate(version), {
    file: 'template.yaml',
    line: 3,
    column: 10,
    endLine: 3,
    endColumn: 14,
  });
});
