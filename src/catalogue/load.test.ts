import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newestOf } from './load.ts';
import { loadSnapshot } from './snapshot/index.ts';

test('adds support dates of newer products to a stored catalogue', async () => {
  const snapshot = await loadSnapshot();
  const support = snapshot.support.filter(({ product }) => product !== 'amazon-linux-1');
  const catalogue = { ...snapshot, asOf: '2099-01-01T00:00:00Z', source: 'cache' as const, support };
  const { asOf, support: completed } = newestOf({ catalogue, builtBy: '0.0.1', tag: '' }, snapshot);
  assert.equal(asOf, catalogue.asOf);
  assert.deepEqual(
    completed.filter((period) => !support.includes(period)).map(({ product, scope }) => [product, scope]),
    [['amazon-linux-1', '1']],
  );
});
