import assert from 'node:assert/strict';
import test from 'node:test';
import { nodeOf } from '../../../../test/support/code/template-code.ts';
import { assertRows } from '../../../../test/support/code/values.ts';
import { addMerged, Merges } from './merges.ts';
import { entriesOf, textOf, type Node } from '../node.ts';

const shown = (node: Node): Record<string, string | null> =>
  Object.fromEntries(entriesOf(node).map(({ key, value }) => [key, textOf(value)]));

test("adds merged entries to a map, and prefers the map's own entries", () => {
  const base = 'base: &base {engine: mysql, port: 3306}\nother: &other {port: 1, zone: a}\n';
  const db = (text: string): Node => {
    const value = entriesOf(nodeOf(base + text)).find(({ key }) => key === 'db')?.value;
    assert.ok(value !== undefined);
    return value;
  };
  assertRows(
    [
      ['db:\n  <<: *base\n', { engine: 'mysql', port: '3306' }],
      ['db:\n  engine: aurora-mysql\n  <<: *base\n', { engine: 'aurora-mysql', port: '3306' }],
      // The earlier of several merged maps wins.
      ['db:\n  <<: [*base, *other]\n', { engine: 'mysql', port: '3306', zone: 'a' }],
      ['db:\n  <<: text\n  port: 2\n', { port: '2' }],
      ['db:\n  "<<": *base\n', { '<<': null }],
    ],
    (text) => shown(db(text)),
  );
});

test('limits the entries that a document merges', () => {
  const wide = nodeOf(`{${Array.from({ length: 1000 }, (_, nth) => `k${nth}: 1`).join(', ')}}`);
  const merges = new Merges();
  let copied = 0;
  for (let count = 0; count < 200; count++) copied += merges.from(wide).length;
  assert.equal(copied, 100_000);
});

test('adds an entry once that is merged twice', () => {
  const [entry] = entriesOf(nodeOf('a: 1'));
  assert.ok(entry !== undefined);
  const own = entriesOf(nodeOf('b: 1')).slice();
  addMerged(own, [entry, entry]);
  assert.deepEqual(
    own.map(({ key }) => key),
    ['b', 'a'],
  );
});
