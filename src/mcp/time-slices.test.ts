import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { runEachInSlices } from './time-slices.ts';

function* slowly(name: string, done: string[]): Generator<undefined, string> {
  for (let step = 0; step < 3; step++) {
    for (const end = performance.now() + 35; performance.now() < end;);
    yield;
  }
  done.push(name);
  return name;
}

test('answers a question without a folder between the steps of one with a folder', async () => {
  const done: string[] = [];
  const scan = runEachInSlices(['a', 'b'], (name) => slowly(name, done));
  const other = setImmediate().then(() => done.push('known bugs'));
  assert.deepEqual(await scan, ['a', 'b']);
  await other;
  assert.deepEqual(done, ['known bugs', 'a', 'b']);
});
