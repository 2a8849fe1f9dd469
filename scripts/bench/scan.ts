import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { measurementOf, quantile, type Figure, type Measured, type Report } from './measure.ts';
import { costOf, type Cost } from './process.ts';
import type { Tree } from './tree/tree.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const CLI = path.join(ROOT, 'dist/cli.js');
const PLAIN_WALK = path.join(import.meta.dirname, 'plain-walk.ts');
/** Folder with one stack, as people open it in an editor. */
const ONE_STACK = path.join(ROOT, 'test/workspaces/incident');
const RUNS = 5;

/**
 * Compares the built command line with a plain walk that reads and searches the same files. Both run as whole
 * processes on a new tree, in turn, so that other load slows both.
 */
export function benchScan(tree: Tree): Report {
  const { plain, cold, keeping, warm, judged } = costsOfRuns(tree);
  const json = scanTree(tree.folder, '--no-cache', '--format', 'json');
  const stacks = Array.from({ length: RUNS }, () => scanTree(ONE_STACK, '--no-cache').wall);
  const stack = measurementOf('scan, one stack', stacks);
  const about = `${tree.files} files, ${Math.round(tree.bytes / 1e6)} MB, ${tree.relevant} relevant`;
  return {
    results: [
      ...times(`plain walk (${about})`, plain),
      ...times('scan, cold', cold),
      ...times('scan, cold, and kept', keeping),
      ...times('scan, warm', warm),
      ...times('scan, warm, as JSON', judged),
      stack,
    ],
    figures: [
      ...ratiosToWalk('scan, cold', cold, plain, { wall: 8.5, cpu: 16 }),
      {
        name: 'scan, cold, CPU time',
        value: medianOf(cold, 'cpu') / 1000,
        unit: 's',
        goal: null,
        limit: null,
      },
      memoryOf('scan, cold', cold, { goal: 500, limit: 500 }),
      ...ratiosToWalk('scan, cold, and kept', keeping, plain, { wall: 8.5, cpu: 18 }),
      memoryOf('scan, cold, and kept', keeping, { goal: 500, limit: 500 }),
      ...ratiosToWalk('scan, warm', warm, plain, { wall: null, cpu: 8 }),
      memoryOf('scan, warm', warm, { goal: 500, limit: 500 }),
      ...ratiosToWalk('scan, warm, as JSON', judged, plain, { wall: null, cpu: 8 }),
      { name: 'scan, one stack', value: stack.median, unit: 'ms', goal: 500, limit: null },
      { name: 'scan, output as text', value: sizeOf(cold), unit: 'kB', goal: null, limit: null },
      { name: 'scan, output as JSON', value: sizeOf([json]), unit: 'kB', goal: null, limit: null },
    ],
  };
}

/** Costs by run: of the plain walk, and of scans without a cache, with an empty one, with a full one, and as JSON. */
function costsOfRuns({
  folder,
  files,
}: Tree): Record<'plain' | 'cold' | 'keeping' | 'warm' | 'judged', Cost[]> {
  const costs = { plain: [], cold: [], keeping: [], warm: [], judged: [] } as ReturnType<typeof costsOfRuns>;
  const cache = mkdtempSync(path.join(tmpdir(), 'errata-lens-kept-'));
  try {
    scanTree(folder, '--cache-dir', cache);
    for (let nth = 0; nth <= RUNS; nth++) {
      const plain = plainWalk(folder, files);
      const cold = scanTree(folder, '--no-cache');
      const keeping = scanTree(folder, '--cache-dir', path.join(cache, `first-${nth}`));
      const warm = scanTree(folder, '--cache-dir', cache);
      const judged = scanTree(folder, '--cache-dir', cache, '--format', 'json');
      if (cold.output !== warm.output) throw new Error('a cached scan prints another result');
      // The first run of each fills the disk cache.
      if (nth === 0) continue;
      costs.plain.push(plain);
      costs.cold.push(cold);
      costs.keeping.push(keeping);
      costs.warm.push(warm);
      costs.judged.push(judged);
    }
  } finally {
    rmSync(cache, { recursive: true });
  }
  return costs;
}

function plainWalk(folder: string, files: number): Cost {
  const cost = costOf(PLAIN_WALK, [folder]);
  if (Number(cost.output) !== files)
    throw new Error(`the plain walk read ${cost.output.trim()} files of ${files}`);
  return cost;
}

function scanTree(folder: string, ...options: string[]): Cost {
  return costOf(CLI, ['scan', folder, '--offline', ...options]);
}

function times(name: string, costs: readonly Cost[]): Measured[] {
  return (['wall', 'cpu'] as const).map((kind) =>
    measurementOf(
      `${name}, ${kind}`,
      costs.map((cost) => cost[kind]),
    ),
  );
}

/** Ratios of paired runs: both runs of a pair had the same other load. */
function ratiosToWalk(
  name: string,
  costs: readonly Cost[],
  plain: readonly Cost[],
  limits: { wall: number | null; cpu: number },
): Figure[] {
  const ratio = (kind: 'wall' | 'cpu'): number =>
    quantile(
      costs.map((cost, nth) => cost[kind] / (plain[nth]?.[kind] ?? NaN)),
      0.5,
    );
  return [
    {
      ...{ name: `${name}, against the plain walk`, value: ratio('wall'), unit: '×' },
      ...{ goal: limits.wall, limit: null },
    },
    // CPU time hardly depends on other load.
    {
      ...{ name: `${name}, CPU against the plain walk`, value: ratio('cpu'), unit: '×' },
      ...{ goal: null, limit: limits.cpu },
    },
  ];
}

function memoryOf(name: string, costs: readonly Cost[], limits: Pick<Figure, 'goal' | 'limit'>): Figure {
  const most = Math.max(...costs.map(({ memory }) => memory));
  return { ...limits, name: `${name}, memory at most`, value: most / 1e6, unit: 'MB' };
}

function medianOf(costs: readonly Cost[], kind: 'wall' | 'cpu'): number {
  return quantile(
    costs.map((cost) => cost[kind]),
    0.5,
  );
}

function sizeOf([cost]: readonly Cost[]): number {
  return Buffer.byteLength(cost?.output ?? '') / 1000;
}
