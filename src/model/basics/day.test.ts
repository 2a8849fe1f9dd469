import assert from 'node:assert/strict';
import test from 'node:test';
import { isDay } from '../index.ts';

test('accepts only existing days in the form YYYY-MM-DD', () => {
  for (const day of ['2026-11-24', '2028-02-29']) assert.ok(isDay(day), day);
  const others = [
    '',
    'soon',
    '2026-11',
    '20261124',
    '2026-1-2',
    '2026-02-31',
    '2027-02-29',
    '2026-13-01',
    ' 2026-11-24',
  ];
  for (const other of others) assert.ok(!isDay(other), other);
});
