import assert from 'node:assert/strict';
import test from 'node:test';
import { mapsAround, mapsIn, pathTo } from './maps.ts';
import { readYaml } from './yaml/yaml.ts';

const rootOf = (text: string) => readYaml({ file: 'a.yaml', text })[0]?.root ?? null;

test('visits maps in their order in the file, with their paths', () => {
  const maps = mapsIn(rootOf('a:\n  b: {c: 1}\nd:\n  - {e: 1}\n  - f: {g: 1}\n'));
  assert.deepEqual(
    maps.map((place) => pathTo(place).join('/')),
    ['', 'a', 'a/b', 'd[0]', 'd[1]', 'd[1]/f'],
  );
  const last = maps.at(-1);
  assert.ok(last !== undefined);
  assert.deepEqual(
    mapsAround(last).map(({ entries }) => entries.map(({ key }) => key).join()),
    ['f', 'a,d'],
  );
});

test('visits the target of an alias once', () => {
  assert.equal(mapsIn(rootOf('a: &x {b: 1}\nc: *x\n')).length, 2);
  assert.deepEqual(mapsIn(rootOf('1')), []);
  assert.deepEqual(mapsIn(null), []);
});
