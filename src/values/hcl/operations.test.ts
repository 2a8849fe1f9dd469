import assert from 'node:assert/strict';
import test from 'node:test';
import { HclCode } from '../../../test/support/code/hcl-code.ts';
import { assertRows, sketch, type Sketch } from '../../../test/support/code/values.ts';
import { locationKey } from '../../model/index.ts';
import { maxRows } from '../limits.ts';

const CODE = new HclCode({ variables: { nothing: 'null', version: '"8.0"' } });

const OPERATIONS: readonly [code: string, result: Sketch][] = [
  ['1 + 2 * 3', 7],
  ['7 / 2', 3.5],
  ['7 % 4', 3],
  ['-(3 - 5)', 2],
  ['2 <= 2 && 3 > 2', true],
  ['1 / 0', '?'],
  ['1 % 0', '?'],
  ['1 + var.open', '?'],
  ['"a" < "b"', '?'],
  ['8.0 == 8', true],
  ['"8" == 8', false],
  ['null == null', true],
  ['[] == null', false],
  ['var.open == null', '?'],
  ['[1] == [1]', '?'],
  ['"a" != "b"', true],
  ['!"true"', false],
  ['!var.open', '?'],
  ['false && var.open', false],
  ['true && var.open', '?'],
  ['true || var.open', true],
  ['var.open || false', '?'],
];

test('applies operators to known operands only', () => {
  assertRows(OPERATIONS, (code) => sketch(CODE.valueOf(code)));
});

const CONDITIONALS: readonly [code: string, result: Sketch][] = [
  ['true ? "a" : "b"', 'a'],
  ['false ? "a" : "b"', 'b'],
  ['"true" ? "a" : "b"', 'a'],
  ['var.open ? "a" : "b"', { either: ['a', 'b'] }],
  ['var.open ? "a" : var.open2 ? "b" : "c"', { either: ['a', 'b', 'c'] }],
  ['var.nothing == null ? "a" : "b"', 'a'],
  // A caller that sets the variable gets the other branch.
  ['var.nothing == null ? [] : ["b"]', { either: [[], ['b']] }],
];

test('evaluates a conditional to the decided branch, or to both', () => {
  assertRows(CONDITIONALS, (code) => sketch(CODE.valueOf(code)));
});

test('decides a null check by the default in a called module', () => {
  const called = new HclCode({ variables: { nothing: 'null' }, calledFrom: 'main.tf' });
  assert.deepEqual(sketch(called.valueOf('var.nothing == null ? [] : ["b"]')), []);
});

test('attaches the condition to each branch', () => {
  const value = CODE.valueOf('var.open ? "a" : "b"');
  assert.equal(value.kind, 'choice');
  const conditions = value.options.map(({ conditions: own = [] }) =>
    own.map(({ name, holds }) => [name, holds]),
  );
  assert.deepEqual(conditions, [[['var.open', true]], [['var.open', false]]]);
});

const TEMPLATES: readonly [code: string, result: Sketch][] = [
  ['"${var.version}.34"', '8.0.34'],
  ['"${8.0}.mysql"', '8.0.mysql'],
  ['"a${true}"', 'atrue'],
  ['"8.0.${var.open}"', '?8.0.${var.open}'],
  ['"${var.open ? "a" : "b"}-${var.open ? "c" : "d"}"', { either: ['a-c', 'a-d', 'b-c', 'b-d'] }],
  ['"x${[1]}"', '?'],
  // Terraform refuses a null in a text, so the deployment has to set the variable.
  ['"8.0.${var.nothing}"', '?8.0.${var.nothing}'],
];

test('assembles texts from known parts', () => {
  assertRows(TEMPLATES, (code) => sketch(CODE.valueOf(code)));
});

test('locates an assembled text at the part that contains the version', () => {
  const value = CODE.valueOf('"8.0.mysql_aurora.${var.version}"');
  assert.equal(value.kind, 'scalar');
  assert.equal(CODE.written(value.span), 'variables.tf: 8.0');
  assert.equal(value.origin, 'default');
  const own = CODE.valueOf('"8.0.mysql_aurora.3.04.0"');
  assert.equal(own.kind === 'scalar' && CODE.written(own.span), 'main.tf: 8.0.mysql_aurora.3.04.0');
});

const LOOPS: readonly [code: string, result: Sketch][] = [
  ['[for x in ["a", "b"] : upper(x)]', ['A', 'B']],
  ['[for i, x in ["a", "b"] : "${i}${x}"]', ['0a', '1b']],
  ['[for x in ["a", "b"] : x if x != "a"]', ['b']],
  ['{ for k, v in { a = 1 } : upper(k) => v }', { A: 1 }],
  // Terraform visits maps and sets in the order of their keys.
  ['[for k, v in { b = 1, a = 2 } : v]', [2, 1]],
  ['[for x in toset(["b", "a"]) : x]', ['a', 'b']],
  ['{ for x in toset(["a"]) : x => 1 }', { a: 1 }],
  ['[for x in var.open : x]', '?'],
  ['[for x in var.open : "8.0"]', ['8.0', '…']],
  ['[for x in ["a", "b"] : x if var.open]', ['a', 'b', '…']],
  ['{ for x in ["a", var.open] : x => 1 }', { a: 1, '…': [1] }],
  ['[for x in { (var.open) = 1, a = 2 } : x]', [2, 1, '…']],
];

test('keeps known rows of loops', () => {
  assertRows(LOOPS, (code) => sketch(CODE.valueOf(code)));
});

test('does not unroll a loop with too many rows', () => {
  const items = Array.from({ length: maxRows + 1 }, (_, i) => `"${i}"`).join(', ');
  assert.equal(sketch(CODE.valueOf(`[for x in [${items}] : x]`)), '?');
});

test('records the uses of a value', () => {
  const value = CODE.valueOf('var.version');
  assert.equal(value.kind, 'scalar');
  const users = value.uses.map(({ name, location }) => `${name} ${locationKey(location)}`);
  assert.deepEqual(users, ['aws_rds_cluster.main main.tf:1:9-1:20']);
  assert.equal(value.origin, 'default');
});
