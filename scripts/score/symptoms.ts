/** How well the symptom search finds the bug behind a described trouble, and stays silent where none is. */
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import {
  answerSymptom,
  bugsOfVersion,
  isReported,
  MOST_FITS,
  type SymptomAnswer,
} from '../../src/analysis/index.ts';
import type { Catalogue, KnownBug } from '../../src/model/index.ts';

const symptomQuery = z.object({
  id: z.string(),
  version: z.string(),
  lang: z.enum(['en', 'ja']),
  query: z.string(),
  /** Ids of bugs that explain it; none: no listed bug does. */
  answers: z.array(z.string()),
});
export type SymptomQuery = z.infer<typeof symptomQuery>;

/** Queries of our own: those that the search was tuned on, and those that were written when it was done (docs/incident.md). */
const OWN = ['queries.jsonl', 'second.jsonl', 'third.jsonl', 'fourth.jsonl', 'fifth.jsonl'];

export function ownSymptomQueries(): SymptomQuery[] {
  return OWN.flatMap((name) =>
    readSymptomQueries(new URL(`../../test/fixtures/symptoms/${name}`, import.meta.url)),
  );
}

/** What issues ask, of all queries and of the Japanese ones. */
export const SYMPTOM_TARGETS = { first: 0.6, firstThree: 0.8, silent: 0.8 };

export interface SymptomScore {
  explained: number;
  unexplained: number;
  /** Of the explained, the right bug is the first, or among the first three: 0 to 1. */
  first: number;
  firstThree: number;
  /** Of the unexplained, nothing is listed: 0 to 1. */
  silent: number;
  /** The longest list of all. */
  longest: number;
  misses: readonly { query: SymptomQuery; answer: SymptomAnswer }[];
}

/** Reads queries, one JSON object a line. Throws when the file or a line cannot be read. */
export function readSymptomQueries(file: string | URL): SymptomQuery[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => symptomQuery.parse(JSON.parse(line)));
}

export function scoreSymptoms(queries: readonly SymptomQuery[], catalogue: Catalogue): SymptomScore {
  const answered = queries.map((query) => {
    const matches = bugsOfVersion(catalogue, 'aurora-mysql', query.version, new Map()).filter(isReported);
    const answer = answerSymptom(query.query, matches, catalogue.bugs);
    const place = answer.fits.findIndex(({ listed }) => isAnswer(listed.bug, query.answers));
    return { query, answer, place: place === -1 ? Infinity : place };
  });
  const explained = answered.filter(({ query }) => query.answers.length > 0);
  const unexplained = answered.filter(({ query }) => query.answers.length === 0);
  const share = (part: readonly unknown[], whole: readonly unknown[]): number => part.length / whole.length;
  return {
    explained: explained.length,
    unexplained: unexplained.length,
    first: share(
      explained.filter(({ place }) => place === 0),
      explained,
    ),
    firstThree: share(
      explained.filter(({ place }) => place < 3),
      explained,
    ),
    silent: share(
      unexplained.filter(({ answer }) => answer.fits.length === 0),
      unexplained,
    ),
    longest: Math.max(...answered.map(({ answer }) => answer.fits.length)),
    misses: answered.filter(({ query, answer, place }) =>
      query.answers.length > 0 ? place > 0 : answer.fits.length > 0,
    ),
  };
}

function isAnswer({ id, aliases }: KnownBug, answers: readonly string[]): boolean {
  return [id, ...aliases].some((each) => answers.includes(each));
}

/** The score as lines of text, the Japanese half apart; with `verbose` every miss. */
export function reportSymptoms(
  title: string,
  queries: readonly SymptomQuery[],
  catalogue: Catalogue,
  verbose: boolean,
): { lines: string[]; isEnough: boolean } {
  const all = scoreSymptoms(queries, catalogue);
  const japanese = scoreSymptoms(
    queries.filter(({ lang }) => lang === 'ja'),
    catalogue,
  );
  const failed = [all, japanese].some(
    (score) =>
      score.longest > MOST_FITS ||
      score.first < SYMPTOM_TARGETS.first ||
      score.firstThree < SYMPTOM_TARGETS.firstThree ||
      score.silent < SYMPTOM_TARGETS.silent,
  );
  const lines = [
    `Is this my bug? ${title}`,
    '            explained  first  first three   unexplained  silent   longest list',
    row('all', all),
    row('Japanese', japanese),
    `  ${'target'.padEnd(8)} ${''.padStart(11)}  ${digits(SYMPTOM_TARGETS.first)}  ${digits(SYMPTOM_TARGETS.firstThree)} ${''.padStart(20)}  ${digits(SYMPTOM_TARGETS.silent)} ${String(MOST_FITS).padStart(14)}`,
    ...(failed ? ['  below target'] : []),
    ...(verbose ? all.misses.flatMap(describe) : []),
  ];
  return { lines, isEnough: !failed };
}

function row(name: string, score: SymptomScore): string {
  return `  ${name.padEnd(8)} ${String(score.explained).padStart(11)}  ${digits(score.first)}  ${digits(score.firstThree)} ${String(score.unexplained).padStart(20)}  ${digits(score.silent)} ${String(score.longest).padStart(14)}`;
}

/** Rounded down, so that a score below its target never looks like one that reached it. */
function digits(fraction: number): string {
  return (Math.floor(fraction * 1000) / 1000).toFixed(3);
}

function describe({ query, answer }: SymptomScore['misses'][number]): string[] {
  return [
    '',
    `  ${query.id} (${query.version}) ${query.query}`,
    `    expected: ${query.answers.join(', ') || 'nothing'}; ${answer.verdict}`,
    ...answer.fits
      .slice(0, 4)
      .map(({ listed, why }) => `    ${listed.bug.id} ${listed.bug.title} — ${JSON.stringify(why.args)}`),
  ];
}
