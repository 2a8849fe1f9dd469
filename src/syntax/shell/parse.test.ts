import assert from 'node:assert/strict';
import test from 'node:test';
import { assertRows } from '../../../test/support/code/values.ts';
import { parseShell } from './parse.ts';

/** Words of each command, as they are written. */
const wordsOf = (text: string): string[][] =>
  parseShell(text).map(({ words }) => words.map(({ start, end }) => text.slice(start, end)));

const SCRIPTS: readonly [text: string, words: string[][]][] = [
  ['a b; c && d | e', [['a', 'b'], ['c'], ['d'], ['e']]],
  ['a "b c" \'d e\'', [['a', '"b c"', "'d e'"]]],
  ['a b \\\n c\r\nd', [['a', 'b', 'c'], ['d']]],
  ['a # b\n# c\nd#e', [['a'], ['d#e']]],
  ['sudo -E a b', [['a', 'b']]],
  ['if a; then b; else c; fi', [['a'], ['b'], ['c']]],
  ['f() { a; }\nf', [['a'], ['f']]],
  [
    'a $(b c) d',
    [
      ['b', 'c'],
      ['a', '$(b c)', 'd'],
    ],
  ],
  ['a <<EOF\nb c\nEOF\nd', [['a'], ['d']]],
  ['a > b c', [['a', 'c']]],
  ['a 2>&1 b', [['a', 'b']]],
  ['a b 2> /dev/null; c', [['a', 'b'], ['c']]],
  ['a 2>/dev/null | b', [['a'], ['b']]],
  ['a &> log b && c', [['a', 'b'], ['c']]],
  ['a {log}> out b', [['a', 'b']]],
  // Only a number before the sign is a descriptor.
  ['sleep 2 > out', [['sleep', '2']]],
  ['a b2>out', [['a', 'b2']]],
  ['a & b', [['a'], ['b']]],
  ['{ a; }', [['a']]],
  ['a {b,c}', [['a', '{b,c}']]],
  ['', []],
];

test('splits commands into words', () => {
  assertRows(SCRIPTS, wordsOf);
});

test('assigns redirections, heredocs and operators to their command', () => {
  const text = 'a <<EOF > out && b\nx\nEOF\n';
  const [first, second] = parseShell(text);
  assert.deepEqual(
    first?.targets.map(({ start, end }) => text.slice(start, end)),
    ['out'],
  );
  assert.deepEqual(
    first.heredocs.map(({ start, end }) => text.slice(start, end)),
    ['x\n'],
  );
  assert.equal(second?.operatorBefore, '&&');
});

/** Files that a line writes. */
const TARGETS: readonly [text: string, files: string[]][] = [
  ['exec > /var/log/user-data.log 2>&1', ['/var/log/user-data.log']],
  ['exec &>> /var/log/user-data.log', ['/var/log/user-data.log']],
  ['a >&2', []],
  ['a 2>&-', []],
  ['a >& log', ['log']],
  ['a 2> errors > out', ['errors', 'out']],
  ['a < in', []],
];

test('lists files that a command writes, without descriptors', () => {
  assertRows(TARGETS, (text) =>
    parseShell(text).flatMap(({ targets }) => targets.map(({ start, end }) => text.slice(start, end))),
  );
});

test('reads a hostile script in bounded time', () => {
  for (const unit of ['$(', '"$(', '`', '${a:-', 'if ', '(', '<<a ', '{{'])
    assert.ok(Array.isArray(parseShell(unit.repeat(5000))), unit);
});
