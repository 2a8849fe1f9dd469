import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';
import { measured, quantile, type Report } from './measure.ts';
import type { Tree } from './tree.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const CLI = path.join(ROOT, 'dist/cli.js');
const PLAIN_WALK = path.join(import.meta.dirname, 'plain-walk.ts');
const RUNS = 7;
/** Apart from the timed runs: to tell it, a process loads more than the scan. */
const MEMORY_RUNS = 3;
/** A process tells at its end the most memory that it ever held, in kB. */
const TELL_MEMORY = `data:text/javascript,process.on('exit',()=>process.stderr.write('\\nheld '+process.resourceUsage().maxRSS+'\\n'))`;

/**
 * The built command line on a tree that it never saw, beside a plain walk that reads and searches the same files: whole
 * processes, in turn, so that whatever else the machine does slows both. The faster kind of plain walk counts.
 */
export function benchScan({ folder, files, bytes, relevant }: Tree): Report {
  const times = { scan: [] as number[], sync: [] as number[], async: [] as number[] };
  for (let nth = 0; nth <= RUNS; nth++) {
    const sync = timed(() => execFileSync(process.execPath, [PLAIN_WALK, 'sync', folder]));
    const scan = timed(() => scanTree(folder));
    const async = timed(() => execFileSync(process.execPath, [PLAIN_WALK, 'async', folder]));
    // The first of each fills the caches of the disk.
    if (nth === 0) continue;
    times.sync.push(sync);
    times.scan.push(scan);
    times.async.push(async);
  }
  const memory = Array.from({ length: MEMORY_RUNS }, () => memoryOf(folder));
  const plain = quantile(times.sync, 0.5) <= quantile(times.async, 0.5) ? 'sync' : 'async';
  const ratios = times.scan.map((scan, nth) => scan / (times[plain][nth] ?? NaN));
  const about = `${files} files, ${Math.round(bytes / 1e6)} MB, ${relevant} relevant`;
  return {
    results: [
      measured(`plain walk, sync (${about})`, times.sync),
      measured('plain walk, async, 32 files at once', times.async),
      measured('errata-lens scan', times.scan),
    ],
    figures: [
      { name: `scan against the ${plain} plain walk`, value: quantile(ratios, 0.5), unit: '×', limit: 4 },
      { name: 'scan, wall time', value: quantile(times.scan, 0.5) / 1000, unit: 's', limit: 2.5 },
      { name: 'scan, memory at most', value: Math.max(...memory) / 1000, unit: 'MB', limit: 300 },
    ],
  };
}

function scanTree(folder: string, ...nodeOptions: string[]): string {
  const { status, stderr } = spawnSync(process.execPath, [...nodeOptions, CLI, 'scan', folder, '--offline'], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (status !== 0) throw new Error(`the scan failed: ${stderr}`);
  return stderr;
}

/** @returns the most memory that a scan holds, in kB */
function memoryOf(folder: string): number {
  const held = /\nheld (\d+)\n/.exec(scanTree(folder, '--import', TELL_MEMORY))?.[1];
  if (held === undefined) throw new Error('the scan does not tell its memory');
  return Number(held) * (1024 / 1000);
}

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
