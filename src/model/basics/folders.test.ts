import assert from 'node:assert/strict';
import test from 'node:test';
import { foldersAbove } from './folders.ts';

test('folders above a folder, nearest first', () => {
  assert.deepEqual(foldersAbove('a/b'), ['a/b', 'a', '.']);
  assert.deepEqual(foldersAbove('.'), ['.']);
});
