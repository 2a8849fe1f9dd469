import assert from 'node:assert/strict';
import test from 'node:test';
import { Budget } from './budget.ts';

test('ends a budget after its number of steps', () => {
  const budget = new Budget({ steps: 3, depth: 10 });
  assert.deepEqual(
    [budget.spend(2), budget.spend(), budget.spend(), budget.spend()],
    [true, true, false, false],
  );
});

test('limits the depth of nested computations, and frees it again when they end', () => {
  const budget = new Budget({ steps: 100, depth: 1 });
  assert.deepEqual([budget.enter(), budget.enter(), budget.enter()], [true, true, false]);
  budget.leave();
  assert.equal(budget.enter(), true);
});

test('shares the steps of a budget among its parts', () => {
  const whole = new Budget({ steps: 3, depth: 0 });
  const [first, second] = [1, 2].map(() => new Budget({ steps: 2, depth: 0 }, whole));
  assert.deepEqual([first?.spend(2), first?.spend()], [true, false]);
  assert.equal(second?.spend(), false);
});
