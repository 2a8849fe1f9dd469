import assert from 'node:assert/strict';
import test from 'node:test';
import { assertRows } from '../../../../test/support/code/values.ts';
import { Cursor } from './cursor.ts';
import { readMultiLineExpression } from './expression.ts';
import type { Expression } from '../syntax.ts';

/** Expression in a text, and the number of its errors. */
function read(text: string): { expression: Expression; errors: number; rest: string } {
  const cursor = new Cursor({ file: 'main.tf', text });
  const expression = readMultiLineExpression(cursor, 0);
  return { expression, errors: cursor.errors.length, rest: text.slice(cursor.position) };
}

/** Short form of an expression. */
function shown(expression: Expression): string {
  switch (expression.kind) {
    case 'literal':
      return expression.text;
    case 'reference':
      return [expression.root, ...expression.steps.map((step) => ('name' in step ? step.name : '*'))].join(
        '.',
      );
    case 'list':
      return `[${expression.items.map(shown).join(' ')}]`;
    case 'object':
      return `{${expression.entries.map(({ key, value }) => `${shown(key)}=${shown(value)}`).join(' ')}}`;
    case 'for': {
      const { keyName, valueName, collection, resultKey, result, condition } = expression;
      const names = keyName === null ? valueName : `${keyName},${valueName}`;
      const key = resultKey === null ? '' : `${shown(resultKey)}=>`;
      return `for ${names} in ${shown(collection)}: ${key}${shown(result)}${condition === null ? '' : ' if'}`;
    }
    default:
      return expression.kind;
  }
}

const COLLECTIONS: readonly [text: string, read: string][] = [
  ['[]', '[]'],
  ['["8.0", "8.4"]', '[8.0 8.4]'],
  ['[\r\n  1, # one\r\n  2,\r\n]', '[1 2]'],
  ['[[1], { a = 1 }]', '[[1] {a=1}]'],
  ['{ prod = "8.0", "dev" = "8.4" }', '{prod=8.0 dev=8.4}'],
  ['{ prod : "8.0" }', '{prod=8.0}'],
  ['{\n  prod = "8.0"\n  dev = "8.4" // later\n}', '{prod=8.0 dev=8.4}'],
  ['{ größe = "ü" }', '{größe=ü}'],
  ['[for name in var.names : name]', 'for name in var.names: name'],
  ['{ for k, v in var.versions : k => v if v != null }', 'for k,v in var.versions: k=>v if'],
  ['{ for k, v in var.versions : v => k... }', 'for k,v in var.versions: v=>k'],
  ['[\n  for v in [1, 2] :\n  v\n]', 'for v in [1 2]: v'],
  // A name may begin with the keyword.
  ['[format]', '[format]'],
];

test('reads lists, objects and loops', () => {
  assertRows(COLLECTIONS, (text) => shown(read(text).expression));
  for (const [text] of COLLECTIONS) assert.deepEqual([read(text).errors, read(text).rest], [0, ''], text);
});

test('keeps the readable items of a collection with an error', () => {
  const broken: readonly [text: string, read: string][] = [
    ['[1, 2', '[1 2]'],
    ['{ a = 1', '{a=1}'],
    ['{ a = 1, b }', '{a=1}'],
    ['[1 2]', '[1 2]'],
    ['[for a b : c]', 'for a in b: c'],
  ];
  assertRows(broken, (text) => shown(read(text).expression));
  for (const [text] of broken) assert.ok(read(text).errors > 0, text);
});

test('includes the brackets in the span of a collection', () => {
  const { expression } = read('[1, 2] ');
  assert.deepEqual([expression.start, expression.end], [0, 6]);
});

test('reads unclosed brackets in bounded time', () => {
  for (const unit of ['[', '{a=', '[for a in ', '{(', '[{', '[1,'])
    assert.ok(read(unit.repeat(2000)).errors > 0, unit);
});
