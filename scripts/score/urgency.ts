/** Agreement of the order by urgency with hand-made judgements. */
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { bugsOfVersion } from '../../src/analysis/index.ts';
import type { BugMatch, Catalogue, Urgency } from '../../src/model/index.ts';
import { chanceAbove, threeDecimals } from './numbers.ts';

const label = z.enum(['urgent', 'ordinary', 'negligible']);
type Label = z.infer<typeof label>;
const goldUrgency = z.object({
  version: z.string(),
  id: z.string(),
  urgency: label,
  /** Answer in a second pass. */
  second: label.optional(),
});
export type GoldUrgency = z.infer<typeof goldUrgency>;
type Pass = 'urgency' | 'second';

export interface UrgencyScore {
  version: string;
  pass: Pass;
  bugs: number;
  /** Chance that an urgent bug ranks above another one, and that any other bug ranks above a negligible one: 0 to 1. */
  aucUrgent: number;
  aucNotMinor: number;
  /** Number of negligible bugs among the first ten. */
  minorInTen: number;
  /** Share of bugs with the same level as in the labels: 0 to 1. */
  sameLevel: number;
}

/** Targets of the project. */
export const URGENCY_TARGETS = { auc: 0.85, minorInTen: 1 };

/** Reads labels, one JSON object a line. Throws if the file or a line cannot be read. */
export function readGoldUrgency(file: string): GoldUrgency[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => goldUrgency.parse(JSON.parse(line)));
}

/** Score for each version and pass. Labels of several bugs that have since been merged count once. */
export function scoreUrgency(
  gold: readonly GoldUrgency[],
  catalogue: Catalogue,
  product = 'aurora-mysql',
): UrgencyScore[] {
  return [...Map.groupBy(gold, ({ version }) => version)].flatMap(([version, labels]) => {
    const matches = bugsOfVersion(catalogue, product, version, new Map());
    return (['urgency', 'second'] as const).flatMap((pass) => scoreOf(version, pass, labels, matches) ?? []);
  });
}

function scoreOf(
  version: string,
  pass: Pass,
  labels: readonly GoldUrgency[],
  matches: readonly BugMatch[],
): UrgencyScore | null {
  const judged = matches.flatMap((match) => {
    const { id, aliases } = match.bug;
    const found = labels.find((each) => each.id === id || aliases.includes(each.id))?.[pass];
    return found === undefined ? [] : [{ label: found, ...match.urgency }];
  });
  if (judged.length === 0) return null;
  const scores = (wanted: (label: Label) => boolean): number[] =>
    judged.filter((each) => wanted(each.label)).map(({ score }) => score);
  return {
    version,
    pass,
    bugs: judged.length,
    aucUrgent: chanceAbove(
      scores((each) => each === 'urgent'),
      scores((each) => each !== 'urgent'),
    ),
    aucNotMinor: chanceAbove(
      scores((each) => each !== 'negligible'),
      scores((each) => each === 'negligible'),
    ),
    minorInTen: judged.slice(0, 10).filter((each) => each.label === 'negligible').length,
    sameLevel: judged.filter((each) => each.level === levelOf(each.label)).length / judged.length,
  };
}

function levelOf(name: Label): Urgency {
  return name === 'negligible' ? 'minor' : name;
}

/** Lines of a report on the scores. */
export function reportUrgency(
  scores: readonly UrgencyScore[],
  targets = URGENCY_TARGETS,
): { lines: string[]; isEnough: boolean } {
  const isEnough = scores.every(
    ({ aucUrgent, aucNotMinor, minorInTen }) =>
      Math.min(aucUrgent, aucNotMinor) >= targets.auc && minorInTen <= targets.minorInTen,
  );
  const lines = [
    'Urgency',
    '  version   pass     bugs  AUC urgent  AUC not minor  minor in first 10  same level',
    ...scores.map(({ version, pass, bugs, aucUrgent, aucNotMinor, minorInTen, sameLevel }) => {
      const passName = pass === 'urgency' ? 'first' : pass;
      const columns = [
        ...[`  ${version.padEnd(9)} ${passName.padEnd(8)} ${String(bugs).padStart(4)}`],
        ...[threeDecimals(aucUrgent).padEnd(10), threeDecimals(aucNotMinor).padEnd(13)],
        ...[String(minorInTen).padEnd(17), threeDecimals(sameLevel)],
      ];
      return columns.join('  ');
    }),
    `  ${'target'.padEnd(24)}${threeDecimals(targets.auc)}       ${threeDecimals(targets.auc)}          ${targets.minorInTen}`,
    ...(isEnough ? [] : ['  below target']),
  ];
  return { lines, isEnough };
}
