import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

const WORKER = path.join(import.meta.dirname, 'watch-worker.ts');

/** Runs a watcher (see watch-worker.ts) and kills it at its stage; gives its exit code, or null when it was killed. */
export async function runWatcher(stage: string, args: readonly string[]): Promise<number | null> {
  const worker = spawn(process.execPath, [WORKER, stage, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = once(worker, 'close') as Promise<[number | null]>;
  for await (const line of createInterface({ input: worker.stdout })) {
    assert.equal(line, stage);
    worker.kill('SIGKILL');
  }
  const [code] = await closed;
  return code;
}
