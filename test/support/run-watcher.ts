import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import * as esbuild from 'esbuild';
import { NODE_BUNDLE } from '../../scripts/lib/bundle.ts';
import { atExit } from './clean-up.ts';
import { NEW_OBJECTS } from './new-objects.ts';
import type { Stage, WatcherArgs } from './watcher.ts';

let worker: Promise<string> | undefined;

/** Runs a watcher in a process of its own (see watch-worker.ts) and kills it at its stage; gives its exit code, or null when it was killed. */
export async function killWatcher(stage: Stage, args: WatcherArgs): Promise<number | null> {
  const file = await (worker ??= bundledWorker());
  const watcher = spawn(process.execPath, [NEW_OBJECTS, file, stage, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(watcher, 'close') as Promise<[number | null]>;
  for await (const line of createInterface({ input: watcher.stdout })) {
    assert.equal(line, stage);
    watcher.kill('SIGKILL');
  }
  const [code] = await closed;
  return code;
}

/** Bundled once: from its sources each start would load some hundred files. */
async function bundledWorker(): Promise<string> {
  const outdir = await mkdtemp(path.join(os.tmpdir(), 'errata-lens-watcher-'));
  atExit(() => rmSync(outdir, { recursive: true, force: true }));
  await esbuild.build({
    ...NODE_BUNDLE,
    entryPoints: { watcher: path.join(import.meta.dirname, 'watch-worker.ts') },
    outdir,
    outExtension: { '.js': '.mjs' },
    target: 'node22',
  });
  return path.join(outdir, 'watcher.mjs');
}
