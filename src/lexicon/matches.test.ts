import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conceptsIn } from './index.ts';

test('finds the concepts of a text in any order, without everyday causes', () => {
  const text = 'A sequential scan of foreign tables can crash the server. Partitions are affected.';
  assert.deepEqual(conceptsIn(text).sort(), ['fdw', 'partition', 'restart']);
});

test('finds no concept in a text without one', () => {
  assert.deepEqual(conceptsIn('Hello, kitty.'), []);
});
