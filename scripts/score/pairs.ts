/** Agreement of merging with a reader's decisions about pairs of items: one bug, or two. */
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { groupedBullets, type MergeOptions } from '../../src/catalogue/merge/index.ts';
import type { Release } from '../../src/model/index.ts';
import { threeDecimals } from './numbers.ts';

const bullet = z.object({
  id: z.string(),
  version: z.string(),
  date: z.string().nullable(),
  text: z.string(),
});
const goldPair = z.object({ a: bullet, b: bullet, verdict: z.enum(['same', 'different', 'unsure']) });
export type GoldPair = z.infer<typeof goldPair>;

export interface PairScore {
  /** Number of pairs of which the reader is sure. */
  pairs: number;
  /** Share of the merged pairs that are the same bug: 0 to 1. */
  precision: number;
  /** Share of the pairs of the same bug that were merged: 0 to 1. */
  recall: number;
  /** Pairs of which the reader is not sure. */
  unsure: { merged: number; apart: number };
  mismatches: readonly GoldPair[];
  /** Number of pairs with a bullet that no release lists; they count as apart. */
  missing: number;
}

/** Targets of the project for the rules alone. */
export const PAIR_TARGETS = { precision: 0.97, recall: 0.92 };

/** Reads judged pairs, one JSON object a line. Throws if the file or a line cannot be read. */
export function readGoldPairs(file: string): GoldPair[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => goldPair.parse(JSON.parse(line)));
}

/** Scores merging. A pair counts as merged if one bug of these releases has both bullets. */
export function scorePairs(
  gold: readonly GoldPair[],
  releases: readonly Release[],
  options: MergeOptions = {},
): PairScore {
  const groups = groupsByDigest(releases, options);
  const isMerged = ({ a, b }: GoldPair): boolean =>
    groups.get(a.id)?.some((group) => groups.get(b.id)?.includes(group)) === true;
  const sure = gold.filter(({ verdict }) => verdict !== 'unsure');
  const unsure = gold.filter(({ verdict }) => verdict === 'unsure');
  const merged = sure.filter(isMerged);
  const same = sure.filter(({ verdict }) => verdict === 'same');
  const right = merged.filter(({ verdict }) => verdict === 'same').length;
  return {
    pairs: sure.length,
    precision: right / merged.length,
    recall: right / same.length,
    unsure: {
      merged: unsure.filter(isMerged).length,
      apart: unsure.filter((pair) => !isMerged(pair)).length,
    },
    mismatches: sure.filter((pair) => isMerged(pair) !== (pair.verdict === 'same')),
    missing: gold.filter(({ a, b }) => !groups.has(a.id) || !groups.has(b.id)).length,
  };
}

/** Numbers of the groups that contain each bullet. */
function groupsByDigest(releases: readonly Release[], options: MergeOptions): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [number, group] of groupedBullets(releases, options).entries()) {
    for (const { digest } of group) groups.set(digest, [...(groups.get(digest) ?? []), number]);
  }
  return groups;
}

/** Lines of a report; with `verbose` every mismatch. */
export function reportPairs(
  title: string,
  score: PairScore,
  verbose: boolean,
): { lines: string[]; isEnough: boolean } {
  const isEnough = score.precision >= PAIR_TARGETS.precision && score.recall >= PAIR_TARGETS.recall;
  const lines = [
    `Same bug or not, ${title}`,
    '           pairs  precision  recall',
    `  ${'sure'.padEnd(8)} ${String(score.pairs).padStart(5)}  ${threeDecimals(score.precision)}      ${threeDecimals(score.recall)}`,
    `  ${'target'.padEnd(8)} ${''.padStart(5)}  ${threeDecimals(PAIR_TARGETS.precision)}      ${threeDecimals(PAIR_TARGETS.recall)}`,
    `  unsure: ${score.unsure.merged} merged, ${score.unsure.apart} apart`,
    ...(score.missing > 0 ? [`  bullets not found: in ${score.missing} pairs`] : []),
    ...(isEnough ? [] : ['  below target']),
  ];
  if (verbose) lines.push(...score.mismatches.flatMap(describe));
  return { lines, isEnough };
}

function describe({ a, b, verdict }: GoldPair): string[] {
  const bullets = [a, b].map(({ id, version, date, text }) => `    ${id} (${version}, ${date}) ${text}`);
  return ['', `  ${verdict}, but ${verdict === 'same' ? 'apart' : 'merged'}`, ...bullets];
}
