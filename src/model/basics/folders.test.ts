import assert from 'node:assert/strict';
import test from 'node:test';
import { foldersAbove } from './folders.ts';

test('lists the folders above a folder, nearest first', () => {
  assert.deepEqual(foldersAbove('a/b'), ['a/b', 'a', '.']);
  assert.deepEqual(foldersAbove('.'), ['.']);
});
