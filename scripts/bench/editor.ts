import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { WorkerClient } from '../../src/extension/worker-client.ts';
import { quantile, type Report } from './measure.ts';
import type { Tree } from './tree/tree.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const DIST = path.join(ROOT, 'dist');
const ONE_STACK = path.join(ROOT, 'test/workspaces/incident');
/** Milliseconds between two looks at the clock. A delay of this length does not count. */
const RESOLUTION = 5;

/** Starts of an editor with a cached scan of the workspace. */
const STARTS = 5;

/** Milliseconds after the first answer, enough for the thread to write its cache. */
const SETTLED_AFTER = 10_000;

/** Measures the editor's own process: its longest pause, and the time to the first answers in known workspaces. */
export async function benchEditor({ folder }: Tree): Promise<Report> {
  const stack = await firstAnswers(ONE_STACK);
  const tree = await firstAnswers(folder);
  return {
    results: [],
    figures: [
      { name: 'editor: longest pause during a scan', value: tree.pause, unit: 'ms', goal: 30, limit: null },
      ...[
        { name: 'editor: first answer, known workspace of one stack', value: stack.wall, goal: 500 },
        { name: 'editor: first answer, known workspace as large as the tree', value: tree.wall, goal: 500 },
        { name: 'editor: the same, CPU time', value: tree.cpu, goal: null },
      ].map((figure) => ({ ...figure, unit: 'ms' as const, limit: null })),
    ],
  };
}

/**
 * Median times to the first answers about a folder with a cache, and the longest pause of the scan that filled it;
 * milliseconds.
 */
async function firstAnswers(folder: string): Promise<{ wall: number; cpu: number; pause: number }> {
  const cacheFolder = mkdtempSync(path.join(tmpdir(), 'errata-lens-editor-'));
  const start = (): WorkerClient =>
    new WorkerClient(pathToFileURL(path.join(DIST, 'worker.mjs')), { cacheFolder }, () => 2000);
  const worker = start();
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION });
  delay.enable();
  await worker.call('scanFolder', folder);
  delay.disable();
  await setTimeout(SETTLED_AFTER);
  await worker.dispose();
  const [wall, cpu]: [number[], number[]] = [[], []];
  for (let nth = 0; nth < STARTS; nth++) {
    const again = start();
    const [began, used] = [performance.now(), process.cpuUsage()];
    await again.call('scanFolder', folder);
    const { user, system } = process.cpuUsage(used);
    wall.push(performance.now() - began);
    cpu.push((user + system) / 1000);
    await again.dispose();
  }
  rmSync(cacheFolder, { recursive: true });
  const pause = Math.max(0, delay.max / 1e6 - RESOLUTION);
  return { wall: quantile(wall, 0.5), cpu: quantile(cpu, 0.5), pause };
}
