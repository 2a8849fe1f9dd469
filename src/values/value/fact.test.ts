import assert from 'node:assert/strict';
import test from 'node:test';
import { text } from '../../l10n/index.ts';
import { isWrittenIn, literalAt, textOfFact, valueOfFact, withValue, type Fact } from './fact.ts';

const AT = { file: 'main.tf', line: 1, column: 1, endLine: 1, endColumn: 4 };
const KNOWN = literalAt('8.0', AT);
const UNKNOWN: Fact = { state: 'unknown', reason: text('inventory.severalValues'), at: AT };

test('only a known fact has a value', () => {
  assert.deepEqual([valueOfFact(KNOWN), valueOfFact(UNKNOWN), valueOfFact(null)], ['8.0', null, null]);
  assert.deepEqual(
    [textOfFact(KNOWN), textOfFact(literalAt(8, AT)), textOfFact(UNKNOWN)],
    ['8.0', null, null],
  );
});

test('a changed value keeps its place, and an unknown one stays', () => {
  assert.deepEqual(
    withValue(KNOWN, (value) => (typeof value === 'string' ? `${value}.1` : value)),
    { ...KNOWN, value: '8.0.1' },
  );
  assert.equal(
    withValue(UNKNOWN, () => 'x'),
    UNKNOWN,
  );
});

test('a fact is written in the file of its value', () => {
  assert.deepEqual(
    [isWrittenIn('main.tf', KNOWN), isWrittenIn('a.tf', KNOWN), isWrittenIn('main.tf', UNKNOWN)],
    [true, false, false],
  );
});
