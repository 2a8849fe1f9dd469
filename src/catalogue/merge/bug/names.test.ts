import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conceptNamesIn } from './names.ts';

test('marks the concepts of a bullet, so that they differ from its words', () => {
  assert.deepEqual(conceptNamesIn('Prevent a crash in scans of foreign tables.').sort(), [
    '=fdw',
    '=restart',
  ]);
});
