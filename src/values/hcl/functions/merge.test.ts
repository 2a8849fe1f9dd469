import assert from 'node:assert/strict';
import test from 'node:test';
import { HclCode } from '../../../../test/support/code/hcl-code.ts';
import { assertRows, labelsOf, sketch, type Sketch } from '../../../../test/support/code/values.ts';
import { isReplacedEverywhere } from './merge.ts';

const LOCALS = {
  base: '{ version = "8.0", size = 1 }',
  rows: '{ dev = { size = 2 }, prod = { version = "5.7" } }',
};
const CODE = new HclCode({ locals: LOCALS });

const MERGES: readonly [code: string, result: Sketch][] = [
  ['merge()', {}],
  ['merge(local.base, { size = 3 })', { version: '8.0', size: 3 }],
  ['merge({ size = 3 }, local.base)', { version: '8.0', size: 1 }],
  ['merge(local.base, null)', { version: '8.0', size: 1 }],
  ['merge(local.base, var.open)', { version: '8.0', size: 1, '…': [] }],
  ['merge([local.base, { size = 3 }]...)', { version: '8.0', size: 3 }],
  ['merge(local.base, { (var.open) = 9 })', { version: '8.0', size: 1, '…': [9] }],
  [
    'merge(local.base, local.rows[var.env])',
    { version: { either: ['8.0', '5.7'] }, size: { either: [2, 1] } },
  ],
  ['merge(local.base, var.open ? { size = 3 } : null)', { version: '8.0', size: { either: [3, 1] } }],
  ['merge(var.open ? { size = 3 } : {}, { version = "8.0" }).size', { either: [3, 'missing'] }],
];

test('merges objects: later ones override, unknown ones may override', () => {
  assertRows(MERGES, (code) => sketch(CODE.valueOf(code)));
});

test('labels a field with the name of its possible row', () => {
  assert.deepEqual(labelsOf(CODE.valueOf('merge(local.base, local.rows[var.env]).version')), ['dev', 'prod']);
});

test('recognises a value that every reference overrides', () => {
  const code = new HclCode({ locals: LOCALS });
  const { version } =
    code.valueOf('local.base').kind === 'map' ? { version: code.valueOf('local.base.version') } : {};
  assert.ok(version?.kind === 'scalar');
  assert.equal(isReplacedEverywhere(version.span, 1, code.surroundings), false);
  code.valueOf('merge(local.base, { version = "5.7" })');
  assert.equal(isReplacedEverywhere(version.span, 1, code.surroundings), true);
  assert.equal(isReplacedEverywhere(version.span, 2, code.surroundings), false);
});
