/** Agreement of PostgreSQL items with labels that a reader made from their text, without seeing the product's answers. */
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { bugsOfVersion } from '../../src/analysis/index.ts';
import { PRODUCT_PARTS, type BugMatch, type Catalogue, type Item } from '../../src/model/index.ts';
import { chanceAbove, threeDecimals } from './numbers.ts';

const communityLabel = z.object({
  id: z.string(),
  /** Release whose notes contain the item. */
  version: z.string(),
  bug: z.boolean(),
  impact: z.string().nullable(),
  part: z.enum([...PRODUCT_PARTS, 'extension']).nullable(),
  urgent: z.boolean(),
  /** True if another reader might decide otherwise. */
  unsure: z.boolean().default(false),
});
type CommunityLabel = z.infer<typeof communityLabel>;

export interface CommunityScore {
  items: number;
  /** Precision and recall of "this is a bug": 0 to 1. */
  precision: number;
  recall: number;
  /** Shares of items with the same impact, the same part, and the same answer to "does it count for RDS?": 0 to 1. */
  impact: number;
  part: number;
  counted: number;
  /** Chance that an urgent bug ranks above another counted one: 0 to 1, NaN without urgent ones. */
  aucUrgent: number;
  /** Items with different answers, and both answers. */
  mismatches: readonly string[];
}

/** Reads labels, one JSON object a line. Throws if the file or a line cannot be read. */
export function readCommunityLabels(file: string): CommunityLabel[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => communityLabel.parse(JSON.parse(line)));
}

/** Lines of a report on the scores of one sample. */
export function reportCommunityItems(
  name: string,
  labels: readonly CommunityLabel[],
  catalogue: Catalogue,
  isVerbose: boolean,
): string[] {
  const groups = { all: labels, sure: labels.filter(({ unsure }) => !unsure) };
  const scores = Object.entries(groups).map(([group, each]) => ({
    group,
    ...scoreCommunityItems(each, catalogue),
  }));
  return [
    `Labels of PostgreSQL's items, made before asking: ${name}`,
    '  labels  items  precision  recall  impact  part   counted  AUC urgent',
    ...scores.map(({ group, items, precision, recall, impact, part, counted, aucUrgent }) =>
      [
        ...['', group.padEnd(6), String(items).padStart(5), threeDecimals(precision).padEnd(9)],
        ...[threeDecimals(recall).padEnd(6), threeDecimals(impact).padEnd(6), threeDecimals(part)],
        ...[threeDecimals(counted).padEnd(7), threeDecimals(aucUrgent)],
      ].join('  '),
    ),
    ...(isVerbose ? (scores[0]?.mismatches ?? []).map((line) => `  ${line}`) : []),
  ];
}

/** @param catalogue the community's notes with their text */
export function scoreCommunityItems(labels: readonly CommunityLabel[], catalogue: Catalogue): CommunityScore {
  const judged = labels.map((label) => ({ label, answer: answerOf(label, catalogue) }));
  const share = (isRight: (pair: (typeof judged)[number]) => boolean, among = judged): number =>
    among.filter(isRight).length / among.length;
  const bugs = judged.filter(({ label }) => label.bug);
  const counted = judged.filter(({ label, answer }) => isCounted(label) && isCounted(answer));
  const scores = (isUrgent: boolean): number[] =>
    counted.filter(({ label }) => label.urgent === isUrgent).map(({ answer }) => answer.score);
  return {
    items: judged.length,
    precision: share(
      ({ label }) => label.bug,
      judged.filter(({ answer }) => answer.bug),
    ),
    recall: share(({ answer }) => answer.bug, bugs),
    impact: share(({ label, answer }) => label.impact === answer.impact),
    part: share(({ label, answer }) => label.part === answer.part, bugs),
    counted: share(({ label, answer }) => isCounted(label) === isCounted(answer)),
    aucUrgent: chanceAbove(scores(true), scores(false)),
    mismatches: judged.flatMap(({ label, answer }) => {
      const [said, wanted] = [wordsOf(answer), wordsOf(label)];
      return said === wanted
        ? []
        : [`${label.version} ${label.id}: ${said}, wanted ${wanted}${label.unsure ? ' (unsure)' : ''}`];
    }),
  };
}

interface Answer extends Omit<CommunityLabel, 'id' | 'version' | 'unsure' | 'part'> {
  part: string | null;
  score: number;
}

function answerOf({ id, version }: CommunityLabel, catalogue: Catalogue): Answer {
  const release = catalogue.releases.find((each) => each.version === version);
  const item = release?.items.find(({ digest }) => digest === id);
  if (item === undefined) throw new Error(`PostgreSQL ${version} has no item ${id}`);
  const bug = item.kind === 'fix';
  const urgency = matchOf(item, version, catalogue)?.urgency;
  return {
    bug,
    impact: bug ? item.impact : null,
    part: item.part ?? (item.extension === undefined ? null : 'extension'),
    urgent: urgency?.level === 'urgent',
    score: urgency?.score ?? 0,
  };
}

/** Match of the bug in the last release before its fix. */
function matchOf({ digest }: Item, version: string, catalogue: Catalogue): BugMatch | undefined {
  const [major = '', minor = ''] = version.split('.');
  const before = `${major}.${Number(minor) - 1}`;
  return bugsOfVersion(catalogue, 'postgresql', before, new Map()).find(
    ({ bug: { id, aliases } }) => id === digest || aliases.includes(digest),
  );
}

function isCounted({ bug, part }: Pick<Answer, 'bug' | 'part'>): boolean {
  return bug && (part === null || part === 'storage');
}

function wordsOf({ bug, impact, part, urgent }: Omit<Answer, 'score'>): string {
  if (!bug) return 'no bug';
  return [impact, ...(part === null ? [] : [part]), ...(urgent ? ['urgent'] : [])].join(' ');
}
