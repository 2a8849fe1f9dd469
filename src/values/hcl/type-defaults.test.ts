import assert from 'node:assert/strict';
import test from 'node:test';
import { HclCode } from '../../../test/support/code/hcl-code.ts';
import { assertRows, sketch, type Sketch } from '../../../test/support/code/values.ts';
import { defaultsOfType, withTypeDefaults } from './type-defaults.ts';

const CODE = new HclCode();
const VERSION = 'object({ version = optional(string, "8.0"), size = optional(number) })';

const GIVEN: readonly [input: readonly [type: string, value: string], result: Sketch][] = [
  [[VERSION, '{}'], { version: '8.0', size: null }],
  [[VERSION, '{ version = "5.7", size = 2 }'], { version: '5.7', size: 2 }],
  // A null counts as missing.
  [[VERSION, '{ version = null }'], { version: '8.0', size: null }],
  [[VERSION, 'var.open'], '?'],
  [[VERSION, 'null'], null],
  [
    [VERSION, 'var.open ? {} : { version = "5.7" }'],
    {
      either: [
        { version: '8.0', size: null },
        { version: '5.7', size: null },
      ],
    },
  ],
  [[`map(${VERSION})`, '{ a = {} }'], { a: { version: '8.0', size: null } }],
  [[`list(${VERSION})`, '[{}]'], [{ version: '8.0', size: null }]],
  [[`object({ db = optional(${VERSION}, {}) })`, '{}'], { db: { version: '8.0', size: null } }],
  [[`object({ db = ${VERSION} })`, '{ db = {} }'], { db: { version: '8.0', size: null } }],
  [['object({ version = string })', '{}'], {}],
  [['string', '"a"'], 'a'],
  [['map(any)', '{ a = 1 }'], { a: 1 }],
];

test('fills missing attributes with defaults of the type', () => {
  assertRows(GIVEN, ([type, value]) =>
    sketch(withTypeDefaults(CODE.valueOf(value), CODE.expression(type), CODE.context)),
  );
});

const ALONE: readonly [type: string, result: Sketch][] = [
  [VERSION, { version: '8.0' }],
  [`map(${VERSION})`, { version: '8.0' }],
  [`object({ db = optional(${VERSION}, {}) })`, { db: { version: '8.0', size: null } }],
  ['object({ version = string })', 'nothing'],
  ['string', 'nothing'],
];

test('reads the defaults of a type on their own', () => {
  assertRows(ALONE, (type) => sketch(defaultsOfType(CODE.expression(type), CODE.context)));
  assert.equal(defaultsOfType(null, CODE.context), null);
});
