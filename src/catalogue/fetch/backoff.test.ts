import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backoffMs, parseRetryAfter } from './backoff.ts';

const NOW = Date.parse('2026-03-01T12:00:00Z');

test('doubles the wait each time, with jitter, up to half a minute', () => {
  const shortest = [1, 2, 3, 4, 5, 6, 7].map((attempt) => backoffMs(attempt, () => 0));
  const longest = [1, 2, 3, 4, 5, 6, 7].map((attempt) => backoffMs(attempt, () => 1));
  assert.deepEqual(shortest, [500, 1000, 2000, 4000, 8000, 15000, 15000]);
  assert.deepEqual(longest, [1000, 2000, 4000, 8000, 16000, 30000, 30000]);
});

test('reads Retry-After as seconds or as a date', () => {
  assert.equal(parseRetryAfter('120', NOW), 120_000);
  assert.equal(parseRetryAfter(' 0 ', NOW), 0);
  assert.equal(parseRetryAfter('Sun, 01 Mar 2026 12:00:30 GMT', NOW), 30_000);
  assert.equal(parseRetryAfter('Sun, 01 Mar 2026 11:00:00 GMT', NOW), 0);
});

test('ignores any other Retry-After', () => {
  for (const written of [null, '', 'soon', '-5', '1.5', '2026-03-02']) {
    assert.equal(parseRetryAfter(written, NOW), null, String(written));
  }
});
