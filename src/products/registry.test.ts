import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isProduct, productIds, productName, productOf, registerProduct } from './index.ts';

test('recognises a product while it is registered, and rejects a second one with its id', () => {
  const other = { ...productOf('bottlerocket'), id: 'other' };
  const unregister = registerProduct(other);
  assert.equal(productOf('other'), other);
  assert.equal(productIds().at(-1), 'other');
  assert.throws(() => registerProduct(other), RangeError);
  unregister();
  assert.equal(isProduct('other'), false);
  assert.throws(() => productName('other'), RangeError);
});
