import assert from 'node:assert/strict';
import test from 'node:test';
import { linesOf } from '../../syntax/index.ts';
import { labelsOf, sketch } from '../../../test/support/code/values.ts';
import { maxOptions } from '../limits.ts';
import {
  choice,
  isGeneratedId,
  isEmptyValue,
  joinLabels,
  listOf,
  mapAt,
  mapOptions,
  missingValue,
  unlessNull,
  objectAt,
  optionsOf,
  pieceOf,
  resourcesIn,
  scalarAt,
  scalarOf,
  stringOf,
  writtenTextOf,
  TOO_COMPLEX,
  unknown,
  withUse,
  type Value,
} from './value.ts';

const lines = linesOf({ file: 'a.tf', text: '' });
const at = (start: number) => ({ lines, start, end: start + 1 });
const A = scalarAt('a', at(0));
const B = scalarAt('b', at(2));
const OPEN = unknown(TOO_COMPLEX, at(4), ['aws_x.y']);
const either = (...results: Value[]) => choice(results.map((result) => ({ label: null, result })));

test('flattens nested choices, and keeps each place once', () => {
  assert.equal(either(A), A);
  assert.equal(either(A, scalarAt('a', at(0))), A);
  assert.deepEqual(sketch(either(A, scalarAt('a', at(2)))), { either: ['a', 'a'] });
  assert.deepEqual(sketch(either(either(A, B), OPEN)), { either: ['a', 'b', '?'] });
  const many = Array.from({ length: maxOptions + 5 }, (_, i) => scalarAt(i, at(i)));
  assert.equal(optionsOf(either(...many)).length, maxOptions);
});

test('joins labels of nested rows', () => {
  const inner = choice([
    { label: 'prod', result: A },
    { label: null, result: B },
  ]);
  assert.deepEqual(
    labelsOf(
      choice([
        { label: 'eu', result: inner },
        { label: 'us', result: OPEN },
      ]),
    ),
    ['eu.prod', 'eu', 'us'],
  );
  assert.deepEqual([joinLabels(null, null), joinLabels('a', null), joinLabels('a', 'b')], [null, 'a', 'a.b']);
});

test('combines conditions of nested options, and drops those of an option with two paths', () => {
  const [on, off] = [true, false].map((holds) => ({ key: 'x', name: 'x', holds }));
  assert.ok(on && off);
  const inner = choice([
    { label: null, result: A, conditions: [on] },
    { label: null, result: B, conditions: [off] },
  ]);
  const nested = choice([
    { label: null, result: inner, conditions: [on] },
    { label: null, result: B },
  ]);
  assert.deepEqual(
    optionsOf(nested).map(({ conditions }) => conditions?.length),
    [2, undefined],
  );
});

test('applies a function to every option of a choice', () => {
  const doubled = mapOptions(either(A, B), (inner) => (inner === A ? either(B, OPEN) : A));
  assert.deepEqual(sketch(doubled), { either: ['b', '?', 'a'] });
});

test('finds the only scalar of a value', () => {
  assert.equal(scalarOf(A), A);
  assert.equal(scalarOf(either(A, scalarAt('a', at(2))))?.value, 'a');
  for (const value of [OPEN, either(A, B), either(A, OPEN), listOf([A], null, at(0)), null, undefined])
    assert.equal(scalarOf(value), null);
  assert.deepEqual(
    [writtenTextOf(scalarAt(8, at(0), { text: '8.0' })), stringOf(scalarAt(8, at(0)))],
    ['8.0', null],
  );
});

test('treats null and empty texts as nothing', () => {
  const none = scalarAt(null, at(0));
  assert.deepEqual(
    [unlessNull(none), unlessNull(A), unlessNull(null), unlessNull(OPEN)],
    [null, A, null, OPEN],
  );
  assert.deepEqual([none, scalarAt('', at(0)), null, A, OPEN, missingValue('x', null)].map(isEmptyValue), [
    ...[true, true, true],
    ...[false, false, false],
  ]);
});

test('reports a list without known items as unknown, not as missing', () => {
  assert.deepEqual(sketch(listOf([], null, at(0))), []);
  assert.deepEqual(sketch(listOf([], missingValue('x', null), at(0))), '?');
  assert.deepEqual(sketch(listOf([A], OPEN, at(0))), ['a', '…']);
});

test('records each use, and keeps the origin of the first one', () => {
  const use = { location: { file: 'a.tf', line: 1, column: 1, endLine: 1, endColumn: 2 }, name: 'x' };
  const used = withUse(withUse(A, use, 'variable'), use, 'default');
  assert.deepEqual([used.origin, used.uses.length], ['variable', 2]);
  assert.equal(withUse(OPEN, use), OPEN);
  assert.equal(withUse(null, use), null);
});

test('finds resources at any depth', () => {
  const deep = objectAt({ a: listOf([either(A, OPEN)], null, at(0)) }, at(0));
  assert.deepEqual(resourcesIn(deep, scalarAt('x', at(0), { resources: ['aws_z.w'] })), [
    'aws_x.y',
    'aws_z.w',
  ]);
  assert.deepEqual(resourcesIn(mapAt(new Map(), at(0), false, [OPEN])), ['aws_x.y']);
  assert.deepEqual(resourcesIn(listOf([A], OPEN, at(0))), ['aws_x.y']);
  assert.deepEqual(resourcesIn(A, null), []);
});

test('recognises the address of a resource as a placeholder for its id', () => {
  assert.equal(isGeneratedId(scalarAt('aws_x.y', at(0), { resources: ['aws_x.y'] })), true);
  assert.equal(isGeneratedId(scalarAt('shop', at(0), { resources: ['aws_x.y'] })), false);
  assert.equal(pieceOf(OPEN), null);
  assert.equal(pieceOf(A)?.text, 'a');
});
