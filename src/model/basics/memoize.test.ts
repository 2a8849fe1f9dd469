import assert from 'node:assert/strict';
import test from 'node:test';
import { getOrInsert, memoize } from '../index.ts';

test('computes a value once for the same objects and texts, including undefined and null', () => {
  const asked: unknown[] = [];
  const find = memoize((list: readonly number[], name: string | null) => {
    asked.push([list, name]);
    return list.length > 0 ? `${list.length} ${name}` : undefined;
  });
  const [one, none] = [[1], []];
  for (let turn = 0; turn < 2; turn++) {
    assert.equal(find(one, 'a'), '1 a');
    assert.equal(find(one, null), '1 null');
    assert.equal(find(none, 'a'), undefined);
  }
  assert.equal(find([1], 'a'), '1 a', 'another object with the same contents');
  assert.deepEqual(asked, [
    [one, 'a'],
    [one, null],
    [none, 'a'],
    [[1], 'a'],
  ]);
});

test('a key function joins arguments with the same value', () => {
  let computed = 0;
  const size = memoize(
    ({ text }: { text: string }) => (computed++, text.length),
    ({ text }) => [text],
  );
  assert.deepEqual([size({ text: 'ab' }), size({ text: 'ab' }), size({ text: 'abc' })], [2, 2, 3]);
  assert.equal(computed, 2);
});

test('ignores arguments that the function does not take', () => {
  let computed = 0;
  const size = memoize((written: string) => (computed++, written.length));
  assert.deepEqual(['ab', 'ab', 'abc'].map(size), [2, 2, 3]);
  assert.equal(computed, 2);
});

test('bounds the number of kept values, and still returns correct ones', () => {
  const double = memoize((number: number) => number * 2);
  for (let number = 0; number < 50_000; number++) assert.equal(double(number), number * 2);
  assert.equal(double(3), 6);
});

test('getOrInsert keeps one value for each key', () => {
  const lists = new Map<string, number[]>();
  getOrInsert(lists, 'a', () => []).push(1);
  getOrInsert(lists, 'a', () => []).push(2);
  assert.deepEqual([...lists], [['a', [1, 2]]]);
});
