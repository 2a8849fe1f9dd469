import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { isSettled, readRegularFile, SharedStamps, type Stamp, stampOf } from '../index.ts';
import { temporaryFolder } from '../../../test/support/workspace.ts';

void test('reports the stamp of a file while it is read', (t) => {
  const folder = temporaryFolder(t, { 'main.tf': 'engine_version' });
  const file = path.join(folder, 'main.tf');
  const taken: Stamp[] = [];
  const most = 5;
  readRegularFile(file, most, undefined, (stamp) => taken.push(stamp));
  readRegularFile(path.join(folder, 'none.tf'), most, undefined, (stamp) => taken.push(stamp));
  assert.deepEqual(taken, [stampOf(file)], 'one that is too large, too; none where there is no file');
});

void test('shares the stamps of files between two threads', () => {
  const files = ['a.tf', 'b.tf', 'c.tf'];
  const here = SharedStamps.create(files.length);
  const stamp: Stamp = [120, 1_700_000_000_000.5, 1_700_000_000_001.25, 4_711, 66];
  new SharedStamps(structuredClone(here.memory)).store(files, new Map([['b.tf', stamp]]));
  const known = new Map<string, Stamp>([['a.tf', [1, 2, 3, 4, 5]]]);
  here.addTo(known, files);
  assert.deepEqual(
    [...known],
    [
      ['a.tf', [1, 2, 3, 4, 5]],
      ['b.tf', stamp],
    ],
  );
});

void test('trusts neither a clock with a resolution of one second nor the last tick of a finer one', () => {
  const now = 1_700_000_010_000;
  const settled = (changed: number): boolean => isSettled([1, changed, changed, 1, 1], now);
  assert.deepEqual(
    [1_700_000_000_000.25, 1_700_000_000_001, 1_700_000_000_000, 1_700_000_009_000.5].map(settled),
    [true, true, false, false],
  );
});
