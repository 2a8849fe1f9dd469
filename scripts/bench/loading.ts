import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bytesLoaded } from '../bundles/loaded.ts';
import { quantile, type Figure, type Report } from './measure.ts';

const DIST = path.resolve(import.meta.dirname, '../../dist');
const ACTIVATE = path.join(import.meta.dirname, 'activation.ts');
const RUNS = 11;

/** Measures the code that is loaded at the start. Sizes are the same on every machine, so that they can have limits. */
export function benchLoading(): Report {
  const analyser = readdirSync(path.join(DIST, 'chunks')).find((name) => name.startsWith('analyser-')) ?? '';
  return {
    results: [],
    figures: [
      loaded('extension.mjs', { goal: null, limit: 200 }),
      loaded(`chunks/${analyser}`, { goal: null, limit: null }, 'analysis thread'),
    ],
  };
}

/** Loads and activates the extension, each run in a new process. */
export function benchActivation(): Report {
  const folder = mkdtempSync(path.join(tmpdir(), 'errata-lens-activation-'));
  const runs = Array.from({ length: RUNS }, () => {
    const printed = execFileSync(process.execPath, [ACTIVATE, folder], { encoding: 'utf8' });
    return JSON.parse(printed) as { wall: number; cpu: number };
  });
  rmSync(folder, { recursive: true });
  const median = (kind: 'wall' | 'cpu'): number =>
    quantile(
      runs.map((run) => run[kind]),
      0.5,
    );
  return {
    results: [],
    figures: [
      { name: 'editor: loaded and activated', value: median('wall'), unit: 'ms', goal: 40, limit: null },
      { name: 'editor: the same, CPU time', value: median('cpu'), unit: 'ms', goal: null, limit: null },
    ],
  };
}

function loaded(file: string, limits: Pick<Figure, 'goal' | 'limit'>, name = file): Figure {
  const value = bytesLoaded(path.join(DIST, file)) / 1000;
  return { ...limits, name: `${name} with what it loads at once`, value, unit: 'kB' };
}
