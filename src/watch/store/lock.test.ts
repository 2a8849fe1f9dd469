import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { createFolderLock } from './lock.ts';
import { temporaryFolder } from '../../../test/support/workspace.ts';

const QUICK = { heartbeatMs: 20 };

test('grants the lock to one holder at a time, and to the next after its release', async (t) => {
  const folder = temporaryFolder(t);
  const locks = Array.from({ length: 8 }, () => createFolderLock(folder, QUICK));
  for (let round = 0; round < 3; round++) {
    const taken = await Promise.all(locks.map((lock) => lock.acquire()));
    const holders = taken.filter((release) => release !== null);
    assert.equal(holders.length, 1);
    for (const release of holders) await release();
  }
  assert.equal(readdirSync(folder).length, 1);
});

test('takes over the lock of a process that has ended', async (t) => {
  const folder = temporaryFolder(t);
  const gone = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(gone, 'close');
  writeFileSync(path.join(folder, 'lock-4.json'), JSON.stringify({ pid: gone.pid, host: os.hostname() }));
  assert.notEqual(await createFolderLock(folder, QUICK).acquire(), null);
  assert.deepEqual(readdirSync(folder), ['lock-5.json']);
});

test('leaves the lock to another process or machine only while its heartbeat continues', async (t) => {
  for (const host of [os.hostname(), 'elsewhere']) {
    const folder = temporaryFolder(t, { 'lock-1.json': JSON.stringify({ pid: process.pid, host }) });
    const file = path.join(folder, 'lock-1.json');
    assert.equal(await createFolderLock(folder, { heartbeatMs: 60_000 }).acquire(), null, 'touched just now');
    const longAgo = new Date('2020-01-01');
    utimesSync(file, longAgo, longAgo);
    assert.notEqual(await createFolderLock(folder, QUICK).acquire(), null, 'not touched while watched');
  }
});

test('leaves the lock to a running holder although the clock was changed', async (t) => {
  const folder = temporaryFolder(t, {
    'lock-1.json': JSON.stringify({ pid: process.pid, host: 'elsewhere' }),
  });
  let days = 0;
  const beat = setInterval(() => {
    const when = new Date(Date.parse('2040-01-01') + days++ * 86_400_000);
    utimesSync(path.join(folder, 'lock-1.json'), when, when);
  }, 5);
  t.after(() => clearInterval(beat));
  assert.equal(await createFolderLock(folder, { heartbeatMs: 50 }).acquire(), null);
});
