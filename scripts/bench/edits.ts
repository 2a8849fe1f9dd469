import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createAnalyser } from '../../src/extension/worker/analyser.ts';
import { quantile, type Figure, type Report } from './measure.ts';
import { FILES, type FileKind } from './tree/files.ts';

const LINES = 2000;
const EDITS = 110;
/** Edits that warm up: they load and compile code that later ones reuse. */
const NOT_COUNTED = 10;

/** Measures the work of the analysis thread after one edit of a long file of each kind: its new diagnostics. */
export async function benchEdits(): Promise<Report> {
  const figures: Figure[] = [];
  for (const kind of FILES) {
    const { times, used } = await timesOfEdits(kind);
    const name = `edit ${kind.file} of ${LINES} lines`;
    figures.push({
      name: `${name}, median`,
      value: quantile(times, 0.5),
      unit: 'ms',
      goal: null,
      limit: null,
    });
    figures.push({
      name: `${name}, 95 of 100`,
      value: quantile(times, 0.95),
      unit: 'ms',
      goal: 50,
      limit: null,
    });
    figures.push({
      name: `${name}, CPU time, 95 of 100`,
      value: quantile(used, 0.95),
      unit: 'ms',
      goal: null,
      limit: null,
    });
  }
  return { results: [], figures };
}

/** Times by the clock, and CPU times of the answering thread, which hardly depend on other load; milliseconds. */
async function timesOfEdits(kind: FileKind): Promise<{ times: number[]; used: number[] }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'errata-lens-edits-'));
  const file = path.join(folder, kind.file);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, longText(kind, 0));
  const analyser = createAnalyser({ cacheFolder: path.join(folder, 'no-cache') });
  await analyser.scanFolder(folder);
  const times: number[] = [];
  const used: number[] = [];
  for (let nth = 0; nth < EDITS; nth++) {
    const text = longText(kind, nth);
    const start = performance.now();
    const before = process.threadCpuUsage();
    const { findings } = await analyser.setDocument(folder, kind.file, text);
    const { user, system } = process.threadCpuUsage(before);
    if (nth >= NOT_COUNTED) {
      times.push(performance.now() - start);
      used.push((user + system) / 1000);
    }
    if (findings.length === 0) throw new Error(`no finding in ${kind.file}`);
  }
  rmSync(folder, { recursive: true });
  return { times, used };
}

/** Long file with a new version in the middle and a new first line. */
function longText(kind: FileKind, nth: number): string {
  const blocks: string[] = [];
  for (let lines = 0, i = 1; lines < LINES; i++) {
    const block = kind.block(i === 2 ? nth : i * 10);
    blocks.push(block);
    lines += block.split('\n').length;
  }
  blocks.splice(Math.floor(blocks.length / 2), 0, kind.pin(nth));
  return (kind.before ?? '') + blocks.join(kind.between ?? '\n') + (kind.after ?? '\n');
}
