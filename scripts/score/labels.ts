/** Agreement of classified labels with the labels of a reader. */
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { FEATURES, IMPACTS, KINDS, SEVERITIES, type Labels } from '../../src/model/index.ts';
import { threeDecimals } from './numbers.ts';

const goldItem = z.object({
  /** Digest of the text. */
  id: z.string(),
  version: z.string(),
  section: z.string(),
  text: z.string(),
  kind: z.enum(KINDS),
  impact: z.enum(IMPACTS).nullable(),
  severity: z.enum(SEVERITIES).nullable(),
  features: z.array(z.enum(FEATURES)),
  /** True if a second reader might decide otherwise. */
  unsure: z.boolean(),
});
export type GoldItem = z.infer<typeof goldItem>;
const goldLabels = goldItem.omit({ version: true, section: true, text: true });

/** Fractions from 0 to 1. Impact and severity count only items that the reader labelled as a fix, severity without CVEs. */
export interface LabelScore {
  items: number;
  kind: number;
  impact: number;
  severity: number;
  /** Micro-averaged F1 over all features of all items. */
  features: number;
}

export interface Mismatch {
  item: GoldItem;
  /** One per field, such as `impact: data, labelled functionality`. */
  differences: readonly string[];
  why: readonly string[];
}

/** Targets of the project for the rules alone, on items of which the reader is sure. */
export const LABEL_TARGETS: Readonly<Omit<LabelScore, 'items'>> = {
  kind: 0.97,
  impact: 0.9,
  severity: 0.9,
  features: 0.85,
};

/** Reads labelled items, one JSON object a line. Throws if the file or a line cannot be read. */
export function readGoldItems(file: string): GoldItem[] {
  return linesOf(file).map((line) => goldItem.parse(line));
}

/** Like {@link readGoldItems}, for items that are given by digest only. Omits those that no release lists. */
export function readGoldLabels(file: string, wordsOf: Words): GoldItem[] {
  return linesOf(file).flatMap((line) => {
    const words = wordsOf.get(goldLabels.parse(line).id);
    return words === undefined ? [] : [goldItem.parse({ ...goldLabels.parse(line), ...words })];
  });
}

/** Texts of bullets by digest. */
export type Words = ReadonlyMap<string, Pick<GoldItem, 'version' | 'section' | 'text'>>;

function linesOf(file: string): unknown[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line): unknown => JSON.parse(line));
}

/** Compares `labelsOf` (the rules alone, or rules with curation by digest) with the reader's labels. */
export function scoreLabels(
  gold: readonly GoldItem[],
  labelsOf: (item: GoldItem) => Labels,
): { score: LabelScore; mismatches: Mismatch[] } {
  const right = { kind: 0, impact: 0, severity: 0 };
  const features = { both: 0, missed: 0, extra: 0 };
  const mismatches: Mismatch[] = [];
  for (const item of gold) {
    const labels = labelsOf(item);
    if (labels.kind === item.kind) right.kind += 1;
    if (item.kind === 'fix' && labels.impact === item.impact) right.impact += 1;
    if (isSeverityJudged(item) && labels.severity === item.severity) right.severity += 1;
    const missed = item.features.filter((feature) => !labels.features.includes(feature));
    const extra = labels.features.filter((feature) => !item.features.includes(feature));
    features.both += item.features.length - missed.length;
    features.missed += missed.length;
    features.extra += extra.length;
    const differences = [
      ...differing('kind', item.kind, labels.kind),
      ...differing('impact', item.impact, labels.impact),
      ...(isSeverityJudged(item) ? differing('severity', item.severity, labels.severity) : []),
      ...(missed.length > 0 ? [`features missed: ${missed.join(', ')}`] : []),
      ...(extra.length > 0 ? [`features too many: ${extra.join(', ')}`] : []),
    ];
    if (differences.length > 0) mismatches.push({ item, differences, why: labels.why });
  }
  const fixes = gold.filter(({ kind }) => kind === 'fix').length;
  return {
    score: {
      items: gold.length,
      kind: right.kind / gold.length,
      impact: right.impact / fixes,
      severity: right.severity / gold.filter(isSeverityJudged).length,
      features: (2 * features.both) / (2 * features.both + features.missed + features.extra),
    },
    mismatches,
  };
}

/** False for CVEs: their severity is the vendor's rating, which the reader did not see. */
function isSeverityJudged({ kind, text }: GoldItem): boolean {
  return kind === 'fix' && !/^\W*CVE-\d|:\W*CVE-\d/i.test(text);
}

function differing(name: string, expected: string | null, got: string | null): string[] {
  return expected === got ? [] : [`${name}: ${expected ?? 'none'}, labelled ${got ?? 'none'}`];
}

/** Measures of the sure items that miss their target. */
export function belowTarget(score: LabelScore, targets = LABEL_TARGETS): string[] {
  const names = ['kind', 'impact', 'severity', 'features'] as const;
  return names.filter((name) => score[name] < targets[name]);
}

/** Lines of a report: sure items, unsure items, then all; with `verbose` every mismatch and its reasons. */
export function reportLabels(
  title: string,
  gold: readonly GoldItem[],
  labelsOf: (item: GoldItem) => Labels,
  verbose: boolean,
  targets = LABEL_TARGETS,
): { lines: string[]; isEnough: boolean } {
  const sure = scoreLabels(
    gold.filter(({ unsure }) => !unsure),
    labelsOf,
  );
  const unsure = scoreLabels(
    gold.filter((item) => item.unsure),
    labelsOf,
  );
  const all = scoreLabels(gold, labelsOf);
  const failed = belowTarget(sure.score, targets);
  const lines = [
    `Labels, ${title}`,
    '           items   kind  impact  severity  features (F1)',
    row('sure', sure.score),
    row('unsure', unsure.score),
    row('all', all.score),
    row('target', targets),
    ...(failed.length > 0 ? [`  below target: ${failed.join(', ')}`] : []),
  ];
  if (verbose) lines.push(...[...sure.mismatches, ...unsure.mismatches].flatMap(describe));
  return { lines, isEnough: failed.length === 0 };
}

function row(name: string, score: Readonly<Omit<LabelScore, 'items'> & { items?: number }>): string {
  const cells = [score.kind, score.impact, score.severity, score.features].map(threeDecimals);
  const [kind = '', impact = '', severity = '', features = ''] = cells;
  const items = score.items?.toString() ?? '';
  return `  ${name.padEnd(8)} ${items.padStart(5)}  ${kind}   ${impact}     ${severity}     ${features}`;
}

function describe({ item, differences, why }: Mismatch): string[] {
  return [
    '',
    `  ${item.id} (${item.version}, ${item.section}${item.unsure ? ', unsure' : ''})`,
    `    ${item.text}`,
    ...differences.map((difference) => `    ${difference}`),
    `    why: ${why.join('; ')}`,
  ];
}
