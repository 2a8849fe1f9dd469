import assert from 'node:assert/strict';
import test from 'node:test';
import { HclCode } from '../../../test/support/code/hcl-code.ts';
import { assertRows, sketch, type Sketch } from '../../../test/support/code/values.ts';
import { creationConditions, isFixed, valueIfCreated } from './existence.ts';

const CODE = new HclCode({
  variables: { on: 'true', off: 'false', none: '[]' },
  locals: {
    wanted: 'var.a && !var.b',
    count: 'local.wanted ? 1 : 0',
    loop: 'local.loop',
    no: 'false',
    many: '{}',
  },
});

/** Conditions in a readable form. */
function conditionsOf(code: string): string[] {
  return creationConditions(CODE.expression(code), CODE.context).map(({ name, holds }) =>
    holds ? name : `not ${name}`,
  );
}

const COUNTS: readonly [code: string, conditions: string[]][] = [
  ['1', []],
  ['0', []],
  ['"0"', []],
  ['var.open ? 1 : 0', ['var.open']],
  ['var.open ? 0 : 1', ['not var.open']],
  ['var.open ? "1" : "0"', ['var.open']],
  ['var.open ? 1 : 2', []],
  ['!var.open ? 1 : 0', ['not var.open']],
  ['(var.open) ? 1 : 0', ['var.open']],
  ['var.a && var.b ? 1 : 0', ['var.a', 'var.b']],
  ['var.a || var.b ? 0 : 1', ['not var.a', 'not var.b']],
  ['var.a || var.b ? 1 : 0', ['var.a || var.b']],
  ['var.on && var.b ? 1 : 0', ['var.b']],
  ['var.off || var.b ? 0 : 1', ['not var.b']],
  ['var.on ? 1 : 0', []],
  ['var.open == true ? 1 : 0', ['var.open']],
  ['var.open == false ? 1 : 0', ['not var.open']],
  ['var.open != false ? 1 : 0', ['var.open']],
  ['var.env == "prod" ? 1 : 0', ['var.env == "prod"']],
  ['var.env != "prod" ? 1 : 0', ['not var.env == "prod"']],
  ['contains(["a"], var.env) ? 1 : 0', ['contains(["a"], var.env)']],
  ['local.count', ['var.a', 'not var.b']],
  ['local.loop', ['local.loop']],
  ['var.open', ['var.open']],
  ['length(var.open)', ['length(var.open)']],
  ['var.open ? ["a"] : []', ['var.open']],
  ['toset(var.open ? ["a"] : [])', ['var.open']],
  ['var.open ? { a = 1 } : {}', ['var.open']],
  ['toset(["a", var.open])', []],
];

test('names inputs of the deployment in conditions of a count', () => {
  assertRows(COUNTS, conditionsOf);
});

test('assigns one key to conditions about one input at every place', () => {
  const [one, other] = ['var.open ? 1 : 0', 'var.open ? 0 : 1'].map((code) =>
    creationConditions(CODE.expression(code), CODE.context),
  );
  assert.equal(one?.[0]?.key, other?.[0]?.key);
});

const FIXED: readonly [code: string, isFixed: boolean][] = [
  ['0', true],
  ['local.no ? 1 : 0', true],
  ['local.no ? var.open : 0', true],
  ['(local.no) ? 0 : var.open', false],
  ['!local.no && true ? 0 : 1', true],
  ['local.many', true],
  ['toset([])', true],
  ['length(local.many)', false],
  ['var.off ? 1 : 0', false],
  ['local.count', false],
  ['local.loop', false],
  ['local.none', false],
  ['data.a.b.c', false],
];

test('tells numbers and collections of the code itself from those of a deployment', () => {
  assertRows(FIXED, (code) => isFixed(CODE.expression(code), CODE.context));
});

const CREATED: readonly [code: string, result: Sketch][] = [
  ['var.open ? ["a"] : []', ['a']],
  ['var.open ? null : "a"', 'a'],
  ['var.open ? ["a"] : ["b"]', { either: [['a'], ['b']] }],
  ['"a"', 'a'],
];

test('drops the empty branch of a resource that exists', () => {
  assertRows(CREATED, (code) => sketch(valueIfCreated(CODE.valueOf(code))));
});
