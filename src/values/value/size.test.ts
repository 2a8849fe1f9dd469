import assert from 'node:assert/strict';
import test from 'node:test';
import { linesOf } from '../../syntax/index.ts';
import { Budget } from '../budget.ts';
import { maxValueDepth } from '../limits.ts';
import { areTooLarge, stepsToCreate, stepsToVisit } from './size.ts';
import { listOf, mapAt, scalarAt, TOO_COMPLEX, unknown, type Value } from './value.ts';

const SPAN = { lines: linesOf({ file: 'a.tf', text: '' }), start: 0, end: 0 };
const list = (items: readonly Value[]): Value => listOf(items, null, SPAN);
const ONE = scalarAt(1, SPAN);

test('rejects a value that contains another one twice at many levels', () => {
  let doubled = list([ONE]);
  for (let i = 0; i < 40; i++) doubled = list([doubled, doubled]);
  assert.equal(areTooLarge([doubled]), true);
  let deep = list([ONE]);
  for (let i = 0; i <= maxValueDepth; i++) deep = list([deep]);
  assert.equal(areTooLarge([deep]), true);
  assert.equal(
    areTooLarge([list(Array.from({ length: 1000 }, () => ONE)), ONE, unknown(TOO_COMPLEX, null)]),
    false,
  );
});

test('counts steps by the number of parts of a value', () => {
  const long = list(Array.from({ length: 160 }, () => ONE));
  assert.equal(stepsToCreate(long), 10);
  assert.equal(stepsToCreate(ONE), 0);
  assert.ok(
    stepsToCreate(mapAt(new Map(Array.from({ length: 160 }, (_, i) => [String(i), ONE])), SPAN)) >
      stepsToCreate(long),
  );
  assert.ok(stepsToVisit(list([long, long])) > stepsToCreate(list([long, long])));
});

test('ends a budget at its steps, at its depth, or with the outer budget', () => {
  const budget = new Budget({ steps: 2, depth: 10 });
  assert.deepEqual([budget.spend(), budget.spend(), budget.spend()], [true, true, false]);
  const flat = new Budget({ steps: 100, depth: 1 });
  assert.deepEqual([flat.enter(), flat.enter(), flat.enter()], [true, true, false]);
  flat.leave();
  assert.equal(flat.enter(), true);
  const whole = new Budget({ steps: 1, depth: 10 });
  const part = new Budget({ steps: 100, depth: 10 }, whole);
  assert.deepEqual([part.spend(), part.spend()], [true, false]);
});
