import assert from 'node:assert/strict';
import test from 'node:test';
import { Budget } from './budget.ts';

test('a budget ends after its steps', () => {
  const budget = new Budget({ steps: 3, depth: 10 });
  assert.deepEqual(
    [budget.spend(2), budget.spend(), budget.spend(), budget.spend()],
    [true, true, false, false],
  );
});

test('nested computations have a depth, which is free again when they leave', () => {
  const budget = new Budget({ steps: 100, depth: 1 });
  assert.deepEqual([budget.enter(), budget.enter(), budget.enter()], [true, true, false]);
  budget.leave();
  assert.equal(budget.enter(), true);
});

test('the parts of a budget share its steps', () => {
  const whole = new Budget({ steps: 3, depth: 0 });
  const [first, second] = [1, 2].map(() => new Budget({ steps: 2, depth: 0 }, whole));
  assert.deepEqual([first?.spend(2), first?.spend()], [true, false]);
  assert.equal(second?.spend(), false);
});
