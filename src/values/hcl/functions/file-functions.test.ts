import assert from 'node:assert/strict';
import test from 'node:test';
import { HclCode } from '../../../../test/support/code/hcl-code.ts';
import { assertRows, labelsOf, sketch, type Sketch } from '../../../../test/support/code/values.ts';
import { sourceOfText } from './file-functions.ts';

const CODE = new HclCode({
  files: {
    'db/user-data.sh': '#!/bin/sh\n',
    'db/versions.yaml': 'mysql: 8.0\nlist: [a, b]\nempty:\n',
    'db/dev.json': '{ "version": "8.0" }',
    'db/prod.json': '{ "version": "5.7" }',
  },
});

const CALLS: readonly [code: string, result: Sketch][] = [
  ['file("user-data.sh")', '#!/bin/sh\n'],
  ['file("db/user-data.sh")', '#!/bin/sh\n'],
  ['file("../db/user-data.sh")', '#!/bin/sh\n'],
  ['file("/db/user-data.sh")', '?'],
  ['file("none.sh")', '?'],
  ['file(var.open)', '?'],
  ['filebase64("user-data.sh")', '#!/bin/sh\n'],
  ['fileexists("user-data.sh")', true],
  // A missing file proves nothing: a build may create it.
  ['fileexists("none.sh")', '?'],
  ['templatefile("user-data.sh", {})', '?#!/bin/sh\n'],
  ['yamldecode(file("versions.yaml"))', { mysql: 8, list: ['a', 'b'], empty: null }],
  ['yamldecode(file("versions.yaml")).list[1]', 'b'],
  ['jsondecode(file("none.json"))', '?'],
  ['jsondecode(file("dev.json")).version', '8.0'],
  ['jsondecode(file("${var.env}.json")).version', { either: ['8.0', '5.7'] }],
  ['jsondecode(file(var.open ? "dev.json" : "none.json")).version', { either: ['8.0', 'missing'] }],
  ['jsondecode({ a = 1 })', { a: 1 }],
  ['jsondecode(8)', '?'],
];

test('reads files whose path the code may name', () => {
  assertRows(CALLS, (code) => sketch(CODE.valueOf(code)));
});

test('labels values with the environment of a partly known file name', () => {
  assert.deepEqual(labelsOf(CODE.valueOf('jsondecode(file("${var.env}.json")).version')), ['dev', 'prod']);
});

test('locates a decoded value in its own file', () => {
  const value = CODE.valueOf('yamldecode(file("versions.yaml")).mysql');
  assert.equal(value.kind, 'scalar');
  assert.deepEqual([CODE.written(value.span), value.text], ['db/versions.yaml: 8.0', '8.0']);
});

test('keeps the source file of an unchanged text only', () => {
  assert.equal(sourceOfText(CODE.valueOf('file("user-data.sh")'))?.file, 'db/user-data.sh');
  assert.equal(sourceOfText(CODE.valueOf('upper(file("user-data.sh"))')), null);
  assert.equal(sourceOfText(CODE.valueOf('"text"')), null);
});
