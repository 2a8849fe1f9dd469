import assert from 'node:assert/strict';
import test from 'node:test';
import { HclCode } from '../../../test/support/code/hcl-code.ts';
import { assertRows, labelsOf, sketch, type Sketch } from '../../../test/support/code/values.ts';
import { locate } from '../../syntax/index.ts';
import { maxUses } from '../limits.ts';
import { objectAt, scalarAt, withUse } from '../value/value.ts';

const CODE = new HclCode({
  variables: { version: '8.0', sizes: '{ dev = { class = "a" }, prod = { class = "b" } }' },
  locals: { key: '"dev"', list: '["a", "b"]', text: '"x"' },
});

const EXPRESSIONS: readonly [code: string, result: Sketch][] = [
  ['"a"', 'a'],
  ['null', null],
  ['[1, "b", true]', [1, 'b', true]],
  ['{ a = 1, "b" = 2, (local.key) = 3 }', { a: 1, b: 2, dev: 3 }],
  ['{ a = 1, (var.open) = 2 }', { a: 1, '…': [2] }],
  ['{ a = 1, a = 2 }', { a: 2 }],
  ['{ __proto__ = 1 }.__proto__', 1],
  ['{ a = 1 }.constructor', 'missing'],
  ['var.version', 8],
  ['var.sizes.dev.class', 'a'],
  ['var.sizes["prod"].class', 'b'],
  ['var.sizes[local.key].class', 'a'],
  ['var.sizes[var.open].class', { either: ['a', 'b'] }],
  ['var.sizes.test', 'missing'],
  ['var.sizes.test.class', 'missing'],
  ['local.list[1]', 'b'],
  ['local.list.1', 'b'],
  ['local.list[-1]', 'missing'],
  ['local.list[var.open]', { either: ['a', 'b'] }],
  ['local.text.field', 'missing'],
  ['local.none', 'missing'],
  ['var.open.field[0]', '?'],
  ['aws_x.y.arn', '?'],
  ['[{ a = 1 }, { a = 2 }].*.a', [1, 2]],
  ['[{ a = [1, 2] }][*].a[1]', [2]],
  ['{ a = 1 }[*].a', [1]],
  ['null[*]', []],
  ['var.open[*].a', '?'],
  ['(true ? { a = 1 } : { a = 2 }).a', 1],
  ['unknown_word', '?'],
  ['"%{ if true }a%{ endif }"', '?${…}a${…}'],
];

test('evaluates expressions, and leaves others unknown', () => {
  assertRows(EXPRESSIONS, (code) => sketch(CODE.valueOf(code)));
});

test('labels the rows of a look-up with an unknown key', () => {
  assert.deepEqual(labelsOf(CODE.valueOf('var.sizes[var.open].class')), ['dev', 'prod']);
});

test('keeps the digits and the place of a number', () => {
  const value = CODE.valueOf('var.version');
  assert.equal(value.kind, 'scalar');
  assert.deepEqual(
    [value.text, CODE.written(value.span), value.origin],
    ['8.0', 'variables.tf: 8.0', 'default'],
  );
});

test('keeps the resource to which an attribute belongs', () => {
  const value = CODE.valueOf('aws_x.y.arn');
  assert.deepEqual(value.kind === 'unknown' && value.resources, ['aws_x.y']);
});

test('prefers names that the expression itself binds', () => {
  const { value: span } = { value: CODE.expression('null') };
  const each = objectAt({ key: scalarAt('a', span), value: scalarAt('8.0', span) }, span);
  const code = new HclCode({ bindings: { each } });
  assert.deepEqual([sketch(code.valueOf('each.key')), sketch(code.valueOf('each.value'))], ['a', '8.0']);
});

test('limits the list of uses of a value', () => {
  const span = CODE.expression('null');
  let each = scalarAt('a', span);
  for (let i = 0; i < maxUses; i++) each = withUse(each, { location: locate(span), name: `local.x${i}` });
  const value = new HclCode({ bindings: { each } }).valueOf('each');
  assert.equal(value.kind === 'scalar' && value.uses.length, maxUses);
});

test('leaves a list with too many parts unknown', () => {
  const each = CODE.valueOf(`[${'1,'.repeat(5000)}]`);
  assert.equal(sketch(new HclCode({ bindings: { each } }).valueOf(`[${'each,'.repeat(50)}]`)), '?');
});
