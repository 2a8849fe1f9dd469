import assert from 'node:assert/strict';
import test from 'node:test';
import type { SettingValue } from '../../model/index.ts';
import { linesOf } from '../../syntax/index.ts';
import { assertRows } from '../../../test/support/code/values.ts';
import type { SettingFact } from './fact.ts';
import { literalAt, textOfFact, valueOfFact, withValue } from './fact.ts';
import {
  partlyKnownImage,
  mapUnlessNull,
  toFact,
  toImageFact,
  toPartialSettingFact,
  toSettingFact,
  toTextFact,
  toTextSettingFact,
  toVersionFact,
} from './facts.ts';
import { maxSettingParts } from '../limits.ts';
import { choice, listOf, mapAt, objectAt, scalarAt, TOO_COMPLEX, unknown, type Value } from './value.ts';

const lines = linesOf({ file: 'a.tf', text: '' });
const at = (start: number) => ({ lines, start, end: start + 3 });
const SPAN = at(0);
const OPEN = unknown(TOO_COMPLEX, SPAN);
const NUMBER = scalarAt(8, SPAN, { text: '8.0' });
const EITHER = choice([
  { label: null, result: scalarAt('a', at(1)) },
  { label: null, result: scalarAt('b', at(2)) },
]);

/** Value of a fact; `?` for an unknown one. */
const shown = (fact: SettingFact): SettingValue => (fact.state === 'known' ? fact.value : '?');

const FACTS: readonly [value: Value, shown: SettingValue[]][] = [
  [scalarAt('a', SPAN), ['a', 'a', 'a']],
  [NUMBER, [8, '8.0', '8.0']],
  [scalarAt(true, SPAN), [true, 'true', true]],
  [scalarAt(null, SPAN), [null, null, null]],
  [OPEN, ['?', '?', '?']],
  [EITHER, ['?', '?', '?']],
  [
    choice([
      { label: null, result: scalarAt(8, at(1)) },
      { label: null, result: scalarAt(8, at(2)) },
    ]),
    [8, '8', '8'],
  ],
  [
    listOf([NUMBER, scalarAt('a', SPAN)], null, SPAN),
    [
      [8, 'a'],
      [8, 'a'],
      [8, 'a'],
    ],
  ],
  [listOf([NUMBER], OPEN, SPAN), ['?', '?', '?']],
  [listOf([OPEN], null, SPAN), ['?', '?', '?']],
  [objectAt({ a: NUMBER }, SPAN), [{ a: 8 }, { a: 8 }, { a: 8 }]],
  [objectAt({ a: EITHER }, SPAN), ['?', '?', '?']],
  [mapAt(new Map([['a', NUMBER]]), SPAN, false), ['?', '?', '?']],
  [
    listOf(
      Array.from({ length: maxSettingParts }, () => NUMBER),
      null,
      SPAN,
    ),
    ['?', '?', '?'],
  ],
];

test('makes a known fact only from a fully known value', () => {
  assertRows(FACTS, (value) => [shown(toFact(value)), shown(toTextFact(value)), shown(toVersionFact(value))]);
  assertRows(FACTS, (value) => [
    shown(toSettingFact(value)),
    shown(toTextSettingFact(value)),
    shown(toVersionFact(value)),
  ]);
});

test('copies the place of a known value and the reason of an unknown one', () => {
  const known = toFact(scalarAt('a', SPAN, { origin: 'default' }));
  assert.deepEqual(
    known.state === 'known' && [known.at.file, known.at.column, known.at.endColumn, known.origin],
    [...['a.tf', 1, 4], 'default'],
  );
  const open = toFact(listOf([unknown(TOO_COMPLEX, at(5))], null, SPAN));
  assert.deepEqual(open.state === 'unknown' && [open.reason, open.at?.column], [TOO_COMPLEX, 6]);
});

test('keeps a field named __proto__ as an ordinary field', () => {
  const fact = toFact(mapAt(new Map([['__proto__', NUMBER]]), SPAN));
  assert.deepEqual(fact.state === 'known' && Object.entries(fact.value ?? {}), [['__proto__', 8]]);
});

test('uses the known part of a text for user data and image names', () => {
  const partial = { ...OPEN, partial: 'al2023-ami-2023.5.20240805.0-kernel-6.1-${arch}' };
  assert.equal(shown(toPartialSettingFact(partial)), partial.partial);
  assert.equal(shown(toPartialSettingFact(OPEN)), '?');
  assert.equal(shown(toImageFact(partlyKnownImage(partial))), partial.partial);
  const other = { ...OPEN, partial: 'my-${name}' };
  assert.equal(partlyKnownImage(other), other);
});

test('returns and changes values of facts', () => {
  const fact = literalAt('a', { file: 'a.tf', line: 1, column: 1, endLine: 1, endColumn: 2 });
  assert.deepEqual(
    [textOfFact(fact), valueOfFact(toFact(OPEN)), valueOfFact(null), textOfFact(toFact(NUMBER))],
    ['a', null, null, null],
  );
  assert.equal(textOfFact(withValue(fact, () => 'b')), 'b');
  assert.equal(shown(withValue(toFact(OPEN), () => 'b')), '?');
  assert.equal(mapUnlessNull(null, toFact), null);
});
