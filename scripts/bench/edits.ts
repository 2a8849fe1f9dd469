import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createAnalyser } from '../../src/extension/worker/analyser.ts';
import { quantile, type Figure, type Report } from './measure.ts';
import { FILES, type FileKind } from './tree/files.ts';

const LINES = 2000;
const EDITS = 110;
/** The first edits also load and compile what later ones use again. */
const NOT_COUNTED = 10;

/** The new diagnostics of a long file of each kind after one edit: what the analysis thread does for it. */
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
      held: null,
    });
    figures.push({
      name: `${name}, 95 of 100`,
      value: quantile(times, 0.95),
      unit: 'ms',
      goal: 50,
      held: null,
    });
    figures.push({
      name: `${name}, CPU time, 95 of 100`,
      value: quantile(used, 0.95),
      unit: 'ms',
      goal: null,
      held: null,
    });
  }
  return { results: [], figures };
}

/** Times by the clock, and on a processor for the answering thread, which a busy machine hardly changes. */
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

/** A text with a new version in the middle of the file, and a new line at its beginning. */
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
