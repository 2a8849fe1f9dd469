import assert from 'node:assert/strict';
import test from 'node:test';
import { HclCode } from '../../../../test/support/code/hcl-code.ts';
import { assertRows, sketch, type Sketch } from '../../../../test/support/code/values.ts';
import { Budget } from '../../budget.ts';

const CODE = new HclCode({
  variables: { nothing: 'null', version: '"8.0.mysql_aurora.3.04.0"', names: '["b", "a"]' },
  locals: { versions: '{ dev = "8.0", prod = "5.7" }' },
});
const valueOf = (code: string): Sketch => sketch(CODE.valueOf(code));

const CHOICES: readonly [code: string, result: Sketch][] = [
  ['try(local.versions.dev, "x")', '8.0'],
  ['try(local.versions.test, "x")', 'x'],
  ['try(local.versions.test, local.none, "x")', 'x'],
  ['try(var.open.version, "x")', { either: ['?', 'x'] }],
  ['try(local.versions[var.env], "x")', { either: ['8.0', '5.7', 'x'] }],
  ['coalesce(null, "", "x", "y")', 'x'],
  ['coalesce(var.open, "x")', { either: ['?', 'x'] }],
  ['coalescelist([], ["x"])', ['x']],
  ['lookup(local.versions, "dev", "x")', '8.0'],
  ['lookup(local.versions, "test", "x")', 'x'],
  ['lookup(local.versions, "test")', 'missing'],
  ['lookup(local.versions, var.env, "x")', { either: ['8.0', '5.7', 'x'] }],
  ['lookup(var.open, "dev", "x")', { either: ['?', 'x'] }],
  ['can(local.versions.dev)', true],
  ['can(local.versions.test)', false],
  ['can(var.open)', '?'],
];

test('applies fallbacks to missing values, and adds them as possible for unknown ones', () => {
  assertRows(CHOICES, valueOf);
});

const LISTS: readonly [code: string, result: Sketch][] = [
  ['element(["a", "b"], 1)', 'b'],
  // Terraform wraps around to the first element.
  ['element(["a", "b"], 2)', 'a'],
  ['element(["a", "b"], var.open)', { either: ['a', 'b'] }],
  ['element([], 0)', 'missing'],
  ['one([aws_a.b.id, aws_a.c.id])', { either: ['?', '?'] }],
  ['["a", "b"][2]', 'missing'],
  ['one(["a"])', 'a'],
  ['one([])', null],
  ['one(var.open)', '?'],
  ['length(["a", "b"])', 2],
  ['length(local.versions)', 2],
  ['length("8.0")', 3],
  ['length(var.open)', '?'],
  ['length(concat(["a"], var.open))', '?'],
  ['concat(["a"], ["b"])', ['a', 'b']],
  ['concat(["a"], var.open)', ['a', '…']],
  ['concat(var.open, var.open2)', '?'],
  ['flatten([["a"], [["b"]], "c"])', ['a', 'b', 'c']],
  ['length(flatten([["a"], var.open]))', '?'],
  ['flatten([["a"], aws_instance.b.id])', ['a', '?']],
  ['compact(["a", "", null, "b"])', ['a', 'b']],
  ['length(compact(["a", var.open]))', '?'],
  ['keys({ b = 1, a = 2 })', ['a', 'b']],
  ['values({ b = 1, a = 2 })', [2, 1]],
  ['values({ b = 1, a = 2 })[0]', 2],
  ['values({ b = 1, (var.open) = 2 })[0]', { either: [1, 2, '?'] }],
  ['zipmap(["a", "b"], [1, 2])', { a: 1, b: 2 }],
  ['zipmap(var.open, [1, 2])', '?'],
  ['toset(["b", "a", "b"])', ['a', 'b']],
  ['length(toset(["a", "a"]))', 1],
  ['tolist(toset(["b", "a"]))[0]', 'a'],
  ['sort(var.names)', ['a', 'b']],
  ['reverse(sort(["8.0", "8.4", "5.7"]))[0]', '8.4'],
  ['sort(["b", var.open])[0]', { either: ['b', '?'] }],
  ['distinct(["b", "a", "b"])', ['b', 'a']],
  ['length(distinct(["a", "a"]))', 1],
  ['length(distinct(["a", var.open]))', '?'],
  ['reverse(["a", "b"])', ['b', 'a']],
  ['slice(["a", "b", "c"], 1, 3)', ['b', 'c']],
  ['slice(["a"], 0, var.open)', '?'],
  ['setunion(["a"], ["b", "a"])', ['a', 'b']],
  ['setintersection(["a", "b"], ["b"])', ['b']],
  ['setsubtract(["a", "b"], ["b"])', ['a']],
  ['setsubtract(["a", "b"], [var.open])', '?'],
  ['formatlist("%s-%s", ["a", "b"], "x")', ['a-x', 'b-x']],
  ['formatlist("%s", var.open)', '?'],
  ['merge({ a = 1, b = 1 }, { b = 2 })', { a: 1, b: 2 }],
  ['merge({ a = 1 }, null)', { a: 1 }],
  ['merge({ a = 1 }, var.open)', { a: 1, '…': [] }],
  ['merge([{ a = 1 }, { b = 2 }]...)', { a: 1, b: 2 }],
  ['merge({ a = 1 }, var.open ? { a = 2 } : {})', { a: { either: [2, 1] } }],
  ['length(var.nothing[*])', 0],
  ['length(var.version[*])', 1],
  ['[{ a = 1 }, { a = 2 }][*].a', [1, 2]],
];

test('keeps known items of lists and maps', () => {
  assertRows(LISTS, valueOf);
});

const TEXTS: readonly [code: string, result: Sketch][] = [
  ['format("%s.mysql_aurora.%s", "8.0", "3.04.0")', '8.0.mysql_aurora.3.04.0'],
  ['format("100%% %d %v", 3, true)', '100% 3 true'],
  ['format("%05d", 3)', '?'],
  ['format("%s-x", var.open)', '?${var.open}-x'],
  ['format("%s", null)', '?${null}'],
  ['format(var.open, "a")', '?'],
  ['tostring(8) == "8"', true],
  ['tonumber("8") == 8', true],
  ['tonumber("x")', '?'],
  ['tonumber(null)', null],
  ['tobool("true") == true', true],
  ['tobool("yes")', '?'],
  ['jsonencode(var.open)', '?'],
  ['jsondecode("{\\"a\\": [1]}")', { a: [1] }],
  ['yamldecode("a: 8.0")', { a: 8 }],
  ['sensitive("a")', 'a'],
  ['timestamp()', '?'],
  ['core::upper("a")', 'A'],
  ['provider::aws::arn_parse("a")', '?'],
  ['upper(var.open ? "a" : "b")', { either: ['A', 'B'] }],
];

test('makes and converts texts', () => {
  assertRows(TEXTS, valueOf);
});

test('keeps the place of each part of a decoded text', () => {
  const value = CODE.valueOf('yamldecode("version: 8.0").version');
  assert.equal(value.kind, 'scalar');
  assert.deepEqual([value.text, CODE.written(value.span)], ['8.0', 'main.tf: 8.0']);
});

test('stops at a value that doubles at each step, in bounded time', () => {
  const locals: Record<string, string> = { x0: '["a", "b"]' };
  for (let i = 1; i < 40; i++) locals[`x${i}`] = `concat(local.x${i - 1}, local.x${i - 1})`;
  const code = new HclCode({ locals, budget: new Budget({ steps: 20_000, depth: 150 }) });
  const value = code.valueOf('local.x39');
  assert.ok(value.kind === 'unknown' || (value.kind === 'list' && value.rest !== undefined));
});

test('leaves a value behind a long chain of locals unknown', () => {
  const locals: Record<string, string> = { x0: '"a"' };
  for (let i = 1; i < 200; i++) locals[`x${i}`] = `local.x${i - 1}`;
  const code = new HclCode({ locals });
  assert.deepEqual([sketch(code.valueOf('local.x20')), sketch(code.valueOf('local.x199'))], ['a', '?']);
});
