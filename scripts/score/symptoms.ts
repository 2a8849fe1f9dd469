/** Measures how often the search by symptom finds the right bug, and how often it claims one although there is none. */
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { answerSymptom, bugsOfVersion, isReported, type SymptomAnswer } from '../../src/analysis/index.ts';
import type { BugMatch, Catalogue, KnownBug } from '../../src/model/index.ts';
import { threeDecimals } from './numbers.ts';

const symptomQuery = z.object({
  id: z.string(),
  product: z.enum(['aurora-mysql', 'aurora-postgresql']).default('aurora-mysql'),
  version: z.string(),
  lang: z.enum(['en', 'ja']),
  query: z.string(),
  /** Ids of bugs that explain the symptom; empty if no known bug does. */
  answers: z.array(z.string()),
});
export type SymptomQuery = z.infer<typeof symptomQuery>;

/**
 * Files of our own questions: from titles of both engines, written before the search was tried (`unseen`), descriptions
 * of the incident that began this project (`incident`), and symptoms that no bug explains (`unexplained`).
 */
const QUESTION_FILES = ['queries', 'postgresql', 'unseen', 'incident', 'unexplained'] as const;

export function ownSymptomQueries(set?: (typeof QUESTION_FILES)[number]): SymptomQuery[] {
  const sets = set === undefined ? QUESTION_FILES : [set];
  return sets.flatMap((name) =>
    readSymptomQueries(new URL(`../../test/fixtures/symptoms/${name}.jsonl`, import.meta.url)),
  );
}

/**
 * Minimum share of explained questions with the bug in the first three, and maximum share of unexplained ones with a
 * strong fit: 0 to 1.
 */
export const SYMPTOM_TARGETS = { firstThree: 0.85, falselyStrong: 0.1 };

export interface SymptomScore {
  explained: number;
  /** Shares of explained questions whose bug is the first, in the first three, or strong: 0 to 1. */
  first: number;
  firstThree: number;
  rightlyStrong: number;
  unexplained: number;
  /** Share of unexplained questions with a strong answer: 0 to 1. */
  falselyStrong: number;
  misses: readonly AnsweredQuery[];
}

interface AnsweredQuery {
  query: SymptomQuery;
  answer: SymptomAnswer;
  /** Rank, from 0; infinite if the bug is not listed. */
  place: number;
}

/** Reads queries, one JSON object a line. Throws if the file or a line cannot be read. */
export function readSymptomQueries(file: string | URL): SymptomQuery[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => symptomQuery.parse(JSON.parse(line)));
}

export function scoreSymptoms(queries: readonly SymptomQuery[], catalogue: Catalogue): SymptomScore {
  const answered = queries.map((query): AnsweredQuery => {
    const answer = answerSymptom(query.query, reportedMatches(query, catalogue), catalogue.bugs);
    const place = answer.fits.findIndex(({ listed }) => isAnswer(listed.bug, query.answers));
    return { query, answer, place: place === -1 ? Infinity : place };
  });
  const explained = answered.filter(({ query }) => query.answers.length > 0);
  const unexplained = answered.filter(({ query }) => query.answers.length === 0);
  const share = (whole: readonly AnsweredQuery[], is: (each: AnsweredQuery) => boolean): number =>
    whole.filter(is).length / whole.length;
  return {
    explained: explained.length,
    first: share(explained, ({ place }) => place === 0),
    firstThree: share(explained, ({ place }) => place < 3),
    rightlyStrong: share(explained, ({ answer, place }) => answer.fits[place]?.match === 'strong'),
    unexplained: unexplained.length,
    falselyStrong: share(unexplained, ({ answer }) => answer.verdict === 'strong'),
    misses: answered.filter(({ query, answer, place }) =>
      query.answers.length > 0 ? place > 2 : answer.verdict === 'strong',
    ),
  };
}

function reportedMatches({ product, version }: SymptomQuery, catalogue: Catalogue): BugMatch[] {
  return bugsOfVersion(catalogue, product, version).filter(isReported);
}

function isAnswer({ id, aliases }: KnownBug, answers: readonly string[]): boolean {
  return [id, ...aliases].some((each) => answers.includes(each));
}

/** Lines of a report by product and language; with `verbose` every miss. */
export function reportSymptoms(
  title: string,
  queries: readonly SymptomQuery[],
  catalogue: Catalogue,
  verbose: boolean,
): { lines: string[]; isEnough: boolean } {
  const all = scoreSymptoms(queries, catalogue);
  const groups = Object.entries(Object.groupBy(queries, ({ product, lang }) => `${product} ${lang}`));
  const isEnough = !(
    all.firstThree < SYMPTOM_TARGETS.firstThree || all.falselyStrong > SYMPTOM_TARGETS.falselyStrong
  );
  return {
    lines: [
      `Is this my bug? ${title}`,
      '                         explained  first  first three  rightly strong   unexplained  falsely strong',
      row('all', all),
      ...groups.map(([name, those]) => row(name, scoreSymptoms(those, catalogue))),
      ...(isEnough ? [] : ['  below target']),
      ...(verbose ? all.misses.flatMap(describe) : []),
    ],
    isEnough,
  };
}

function row(name: string, score: SymptomScore): string {
  const { explained, first, firstThree, rightlyStrong, unexplained, falselyStrong } = score;
  return [
    `  ${name.padEnd(22)}`,
    String(explained).padStart(9),
    threeDecimals(first).padStart(6),
    threeDecimals(firstThree).padStart(12),
    threeDecimals(rightlyStrong).padStart(15),
    String(unexplained).padStart(13),
    threeDecimals(falselyStrong).padStart(15),
  ].join(' ');
}

function describe({ query, answer }: AnsweredQuery): string[] {
  return [
    '',
    `  ${query.id} (${query.version}) ${query.query}`,
    `    expected: ${query.answers.join(', ') || 'nothing'}; ${answer.verdict}`,
    ...answer.fits
      .slice(0, 4)
      .map(
        ({ listed, match, words }) =>
          `    ${listed.bug.id} ${match} ${listed.bug.title} — ${words.join(', ')}`,
      ),
  ];
}
