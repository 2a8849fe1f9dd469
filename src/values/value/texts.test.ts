import assert from 'node:assert/strict';
import test from 'node:test';
import { linesOf } from '../../syntax/index.ts';
import { assertRows, labelsOf, sketch, writtenAt, type Sketch } from '../../../test/support/code/values.ts';
import { maxPieces, maxTextLength, maxTextParts } from '../limits.ts';
import { textOfPieces } from './pieces.ts';
import {
  joinPieces,
  jsonOf,
  listOfParts,
  piecesOf,
  splitText,
  textAt,
  textOfParts,
  trimPieces,
} from './texts.ts';
import {
  choice,
  listOf,
  objectAt,
  scalarAt,
  TOO_COMPLEX,
  unknown,
  type Scalar,
  type Value,
} from './value.ts';

const TEXT = 'a-b 8.0.mysql_aurora.3.04.0 ${open}';
const lines = linesOf({ file: 'a.tf', text: TEXT });
const WHOLE = { lines, start: 0, end: TEXT.length };

/** Scalar that is written in the text. */
function written(text: string): Scalar {
  const start = TEXT.indexOf(text);
  return scalarAt(text, { lines, start, end: start + text.length });
}

const part = (value: Value, code = '${open}') => ({ value, written: code });
const OPEN = unknown(TOO_COMPLEX, WHOLE, ['aws_x.y']);
const EITHER = choice([
  { label: 'dev', result: written('a') },
  { label: 'prod', result: written('b') },
]);

const PARTS: readonly [parts: Value[], result: Sketch][] = [
  [[], ''],
  [[written('a'), written('b')], 'ab'],
  [[written('a'), scalarAt(8, WHOLE, { text: '8.0' })], 'a8.0'],
  [[written('a'), OPEN], '?a${open}'],
  [[EITHER, written('-'), EITHER], { either: ['a-a', 'a-b', 'b-a', 'b-b'] }],
  [[written('a'), listOf([], null, WHOLE)], 'nothing'],
  [
    [
      written('a'),
      choice([
        { label: null, result: OPEN },
        { label: null, result: written('b') },
      ]),
    ],
    '?a${open}',
  ],
  // The id of a resource is not its address.
  [[written('a'), scalarAt('aws_x.y', WHOLE, { resources: ['aws_x.y'] })], 'a${open}'],
  [Array.from({ length: 10 }, () => EITHER), '?'],
  [[scalarAt('x'.repeat(maxTextLength), WHOLE), written('a')], '?'],
];

test('joins parts to one text, or to each possible text', () => {
  assertRows(PARTS, (parts) =>
    sketch(
      textOfParts(
        parts.map((value) => part(value)),
        WHOLE,
      ),
    ),
  );
});

test('keeps row labels of possible texts and resources of unknown ones', () => {
  const value = textOfParts([part(written('a')), part(EITHER)], WHOLE);
  assert.deepEqual(value && labelsOf(value), ['dev', 'prod']);
  const open = textOfParts([part(written('a')), part(OPEN)], WHOLE);
  assert.deepEqual(open?.kind === 'unknown' && open.resources, ['aws_x.y']);
});

test('locates an assembled text at its version, or else at the whole expression', () => {
  const assembled = textAt(
    [...piecesOf(written('8.0.mysql_aurora.')), ...piecesOf(written('3.04.0'))],
    WHOLE,
  );
  assert.ok(assembled.kind === 'scalar');
  assert.deepEqual([writtenAt(TEXT, assembled.span), assembled.template], ['3.04.0', WHOLE]);
  const plain = textAt([...piecesOf(written('a')), ...piecesOf(written('b'))], WHOLE);
  assert.deepEqual(plain.kind === 'scalar' && plain.span, WHOLE);
});

test('limits the number of pieces of a text', () => {
  const pieces = Array.from({ length: maxPieces + 1 }, () => piecesOf(written('a'))).flat();
  const value = textAt(pieces, WHOLE);
  assert.equal(value.kind, 'unknown');
});

test('drops the former pieces of a changed text', () => {
  const value = textAt([...piecesOf(written('a')), ...piecesOf(written('b'))], WHOLE);
  assert.ok(value.kind === 'scalar');
  assert.equal(piecesOf(value).length, 2);
  assert.deepEqual(
    piecesOf({ ...value, text: 'AB' }).map(({ text }) => text),
    ['AB'],
  );
});

test('keeps places of split and trimmed texts', () => {
  const parts = splitText(written('8.0.mysql_aurora.3.04.0'), '.mysql_aurora.') ?? [];
  assert.deepEqual(
    parts.flat().map(({ span }) => writtenAt(TEXT, span)),
    ['8.0', '3.04.0'],
  );
  assert.equal(splitText(scalarAt(','.repeat(maxTextParts), WHOLE), ','), null);
  assert.equal(sketch(listOfParts(null, WHOLE)), '?');
  assert.deepEqual(sketch(listOfParts(parts, WHOLE)), ['8.0', '3.04.0']);
  const pieces = trimPieces(piecesOf(written(' 8.0')));
  assert.deepEqual(
    pieces.map(({ text, span }) => [text, writtenAt(TEXT, span)]),
    [['8.0', '8.0']],
  );
  assert.deepEqual(trimPieces(piecesOf(scalarAt('  ', WHOLE))), []);
});

test('inserts a separator between parts', () => {
  const parts = [piecesOf(written('a')), piecesOf(written('b'))];
  assert.equal(textOfPieces(joinPieces(parts, scalarAt('-', WHOLE))), 'a-b');
  assert.equal(joinPieces(parts, scalarAt('', WHOLE)).length, 2);
  assert.deepEqual(joinPieces([], scalarAt('-', WHOLE)), []);
});

const VALUES: readonly [value: Value, json: unknown][] = [
  [written('a'), 'a'],
  [scalarAt(8, WHOLE), 8],
  [scalarAt(null, WHOLE), null],
  [listOf([written('a'), OPEN], null, WHOLE), ['a', '']],
  [objectAt({ 'a"b': written('a'), c: listOf([], null, WHOLE) }, WHOLE), { 'a"b': 'a', c: [] }],
  [scalarAt('a"b', WHOLE), ''],
  [scalarAt('a\tb\u0000', WHOLE), ''],
];

test('renders a value as valid JSON, and leaves unknown parts empty', () => {
  assertRows(VALUES, (value): unknown =>
    JSON.parse(
      jsonOf(value)
        .map((each) => (typeof each === 'string' ? each : each.text))
        .join(''),
    ),
  );
});
