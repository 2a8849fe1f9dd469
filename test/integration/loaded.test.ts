import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { bytesLoaded } from '../../scripts/lib/loaded.ts';

const DIST = path.resolve(import.meta.dirname, '../../dist');

/** Kilobytes, with room for a tenth more. More than half are the sentences of both languages. */
const MOST = 660;

test('the extension loads at once what it needs at once', () => {
  const size = bytesLoaded(path.join(DIST, 'extension.js')) / 1000;
  assert.ok(size <= MOST, `${Math.round(size)} kB`);
});
