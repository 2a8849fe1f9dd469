import type { Concept, Term } from '../../../catalogue/index.ts';
import { madeOnce, type BugMatch, type Impact } from '../../../model/index.ts';
import { conceptOf, termKind, type SymptomQuery } from './query.ts';
import { termsOf, type Weights } from './weights.ts';

/** One bug against a symptom. */
export interface Ranked {
  match: BugMatch;
  /** Above 0; of use only beside other scores. */
  score: number;
  /** What both speak of, the most telling first. */
  shared: readonly Term[];
  /** What only the bug speaks of, words left out, the most telling first. */
  extra: readonly Term[];
}

/** The weight of what only the bug mentions, against it: it may need something that is not in use. */
const EXTRA = 0.25;
/** What a bug is worth whose consequence is another one. */
const OTHER_EFFECT = 0.5;

/** Effects that people take for each other: who sees a hang may write of lost connections. */
const ALIKE: readonly (readonly Concept[])[] = [
  ['restart', 'segfault', 'assertion', 'hang', 'unavailable', 'will-not-start', 'connection-lost'],
  ['connection-lost', 'connection-fails', 'connection-waits', 'hang'],
  ['wrong-result', 'stale-data', 'data-loss', 'corruption', 'data-changed'],
  ['duplicate-key', 'replication-stops', 'table-missing', 'rejected-statement', 'privileges-lost'],
  ['slow', 'cpu', 'lag', 'deadlock', 'hang', 'connection-waits'],
  ['memory', 'out-of-memory', 'memory-declines'],
  ['not-logged', 'log-noise', 'wrong-figure', 'empty-output', 'log-gone'],
  ['upgrade-fails', 'will-not-start', 'slow'],
];

/** Effects that go without saying where a bug's text names none. */
const OF_IMPACT: Readonly<Partial<Record<Impact, readonly Concept[]>>> = {
  unavailability: ['restart', 'hang'],
  connectivity: ['connection-lost', 'connection-fails'],
  data: ['wrong-result', 'corruption'],
  memory: ['memory'],
  performance: ['slow', 'cpu'],
  replication: ['replication-stops'],
  observability: ['wrong-figure', 'not-logged'],
  functionality: ['rejected-statement', 'wrong-result'],
};

/** The bugs that share anything with the symptom, the nearest first; of the same score, in the order given. */
export function rank(query: SymptomQuery, matches: readonly BugMatch[], weight: Weights): Ranked[] {
  const known = madeOnce(
    madeOnce(SCORES, weight, () => new WeakMap()),
    query.terms,
    () => new WeakMap(),
  );
  const asked = sum(query.terms, weight);
  return matches
    .flatMap((match): Ranked[] => {
      const { bug, applies } = match;
      if (applies === 'off' || bug.os !== undefined) return [];
      const score = madeOnce(known, bug, () => scoreOf(query, bug, weight, asked));
      return score === 'none' ? [] : [{ match, ...score }];
    })
    .sort((a, b) => b.score - a.score);
}

type Score = Omit<Ranked, 'match'>;

/** A loop asks the same of every version that is in use: what a bug has to do with it is no version's own. */
const SCORES = new WeakMap<
  Weights,
  WeakMap<SymptomQuery['terms'], WeakMap<BugMatch['bug'], Score | 'none'>>
>();

/** `none` where bug and symptom share nothing. */
function scoreOf(query: SymptomQuery, bug: BugMatch['bug'], weight: Weights, asked: number): Score | 'none' {
  const terms = termsOf(bug);
  const said = new Set(query.terms);
  const heaviest = (a: Term, b: Term): number => weight(b) - weight(a);
  const shared = query.terms.filter((term) => terms.has(term)).sort(heaviest);
  if (shared.length === 0) return 'none';
  const extra = [...terms].filter((term) => !said.has(term) && termKind(term) !== 'word').sort(heaviest);
  const evidence = sum(shared, weight);
  const coverage = evidence / asked;
  const focus = evidence / (evidence + EXTRA * sum(extra, weight));
  const score =
    evidence * Math.sqrt(coverage) * focus * (effectsDiffer(query, bug, terms) ? OTHER_EFFECT : 1);
  return { score, shared, extra };
}

/** Both say what goes wrong, and it is not the same. */
function effectsDiffer(query: SymptomQuery, bug: BugMatch['bug'], terms: ReadonlySet<Term>): boolean {
  const mine = effectsIn(query.terms);
  const named = effectsIn([...terms]);
  const its = named.length > 0 ? named : (OF_IMPACT[bug.impact] ?? []);
  if (mine.length === 0 || its.length === 0) return false;
  return !mine.some((one) => its.some((other) => one === other || areAlike(one, other)));
}

function effectsIn(terms: readonly Term[]): Concept[] {
  return terms.filter((term) => termKind(term) === 'effect').flatMap((term) => conceptOf(term) ?? []);
}

function areAlike(one: Concept, other: Concept): boolean {
  return ALIKE.some((group) => group.includes(one) && group.includes(other));
}

/** The weight of some terms together. */
export function sum(terms: readonly Term[], weight: Weights): number {
  return terms.reduce((total, term) => total + weight(term), 0);
}
