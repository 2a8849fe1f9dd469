import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import * as esbuild from 'esbuild';
import { copySnapshot, NODE_BUNDLE, ROOT } from '../../../scripts/bundles/bundle.ts';
import { NEW_OBJECTS } from '../new-objects.ts';
import type { Stage, WatcherArgs } from './watcher.ts';

let worker: Promise<string> | undefined;

/** Runs a watcher in a separate process (see watch-worker.ts) and kills it at a stage. Returns its exit code; null if killed. */
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

/** Files of the worker, beside the product. */
const SOURCES = ['watch-worker.ts', 'watcher.ts', 'run-watcher.ts', '../catalogue/embedded.ts'];
const BUNDLES = path.join(ROOT, 'node_modules/.cache/watcher');

/** Bundles the worker once for the same sources, because each start from them would load some hundred files. */
async function bundledWorker(): Promise<string> {
  const digest = createHash('sha256').update(NODE_BUNDLE.define.__RULES__);
  for (const file of SOURCES) digest.update(readFileSync(path.join(import.meta.dirname, file)));
  const name = digest.digest('hex').slice(0, 16);
  const folder = path.join(BUNDLES, name);
  const file = path.join(folder, 'watcher.mjs');
  if (existsSync(file)) return file;
  rmSync(BUNDLES, { recursive: true, force: true });
  const outdir = `${folder}-${process.pid}`;
  await esbuild.build({
    ...NODE_BUNDLE,
    entryPoints: { watcher: path.join(import.meta.dirname, 'watch-worker.ts') },
    outdir,
    target: 'node22',
  });
  copySnapshot(outdir);
  // One rename writes the whole file, because a run may be killed at any moment.
  renameSync(outdir, folder);
  return file;
}
