import assert from 'node:assert/strict';
import test from 'node:test';
import { text } from '../../l10n/index.ts';
import { isWrittenIn, literalAt, textOfFact, valueOfFact, withValue, type Fact } from './fact.ts';

const AT = { file: 'main.tf', line: 1, column: 1, endLine: 1, endColumn: 4 };
const KNOWN = literalAt('8.0', AT);
const UNKNOWN: Fact = { state: 'unknown', reason: text('inventory.severalValues'), at: AT };

test('returns values of known facts only', () => {
  assert.deepEqual([valueOfFact(KNOWN), valueOfFact(UNKNOWN), valueOfFact(null)], ['8.0', null, null]);
  assert.deepEqual(
    [textOfFact(KNOWN), textOfFact(literalAt(8, AT)), textOfFact(UNKNOWN)],
    ['8.0', null, null],
  );
});

test('keeps the place of a changed value, and leaves an unknown fact unchanged', () => {
  assert.deepEqual(
    withValue(KNOWN, (value) => (typeof value === 'string' ? `${value}.1` : value)),
    { ...KNOWN, value: '8.0.1' },
  );
  assert.equal(
    withValue(UNKNOWN, () => 'x'),
    UNKNOWN,
  );
});

test('recognises facts that a file itself contains', () => {
  assert.deepEqual(
    [isWrittenIn('main.tf', KNOWN), isWrittenIn('a.tf', KNOWN), isWrittenIn('main.tf', UNKNOWN)],
    [true, false, false],
  );
});
