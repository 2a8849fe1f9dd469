import type { Concept, Ordinary, Term } from '../../../catalogue/index.ts';
import { text } from '../../../l10n/index.ts';
import type { BugMatch, KnownBug, ProductId, Text } from '../../../model/index.ts';
import { defaultProduct, observabilityOf } from '../../../products/index.ts';
import type { SymptomAnswer } from './fit.ts';
import { fittingPackages } from './packages.ts';
import { conceptOf, readSymptom, type SymptomQuery } from './query.ts';
import { rank, sum, type Ranked } from './rank.ts';
import { calledAs, whyOf } from './reasons.ts';
import { weightsOf, type Weights } from './weights.ts';

export const MOST_FITS = 10;

/** A bug fits from this score on; found on the queries of test/fixtures/symptoms. */
const LEAST_SCORE = 0.45;
/** A description with an everyday cause needs better evidence. */
const LEAST_BESIDE_A_CAUSE = 2;
/** An error that people mostly cause themselves needs more than itself. */
const LEAST_OF_A_USUAL_ERROR = 0.6;
/** What two sides have to share beyond words that hold for dozens of bugs. */
const LEAST_SPECIFIC = 0.45;
/** Beside the best one, others fit from this part of its score on. */
const NEAR_THE_BEST = 0.4;

/** What befalls by dozens of causes: alone it leads to no bug. */
const BROAD: ReadonlySet<Concept> = new Set<Concept>([
  'restart',
  'repeated',
  'hang',
  'unavailable',
  'will-not-start',
  'segfault',
  'slow',
  'cpu',
  'memory',
  'out-of-memory',
  'heavy-load',
  'after-restart',
  'metric',
  'lag',
  'reader',
  'writer',
  'dml',
  'insert',
  'update',
  'delete',
  'upgrade-fails',
  'rejected-statement',
]);

const NOTHING = { fits: [], causes: [], notUnderstood: [], urgent: [], reasons: [] };
const MOST_URGENT = 3;

/** The answer for a version that nothing is known about: neither a fit nor an all-clear. */
export function unknownAnswer(reasons: readonly Text[]): SymptomAnswer {
  return { ...NOTHING, verdict: 'unknown', reasons };
}

/**
 * The listed bugs nearest to a symptom: a log line, an error, a name or a sentence.
 * @param matches the listed bugs of a version, the most urgent first
 * @param known all bugs of the catalogue: they tell which words are rare
 */
export function answerSymptom(
  symptom: string,
  matches: readonly BugMatch[],
  known: readonly KnownBug[],
): SymptomAnswer {
  const product = matches[0]?.bug.product ?? defaultProduct();
  const query = heardBy(product, symptom);
  if (matches.some(({ bug }) => bug.os !== undefined)) return answerOfPackages(symptom, query, matches);
  const weight = weightsOf(known, product);
  const fits = fittingOf(query, rank(query, matches, weight), weight)
    .slice(0, MOST_FITS)
    .map((each) => ({
      listed: each.match,
      match: 'strong' as const,
      words: each.shared.map(calledAs).filter((word) => typeof word === 'string'),
      why: whyOf(each),
      isUndetermined: each.match.confidence === 'low',
    }));
  return fits.length > 0 ? { ...NOTHING, verdict: 'strong', fits } : nothingOf(query, matches);
}

/** A symptom as somebody reads it who knows the engine: its own messages are no other engine's. */
function heardBy(product: ProductId, symptom: string): SymptomQuery {
  const query = readSymptom(symptom);
  const isOwn = observabilityOf(product)?.ownWords?.test(symptom) === true;
  return isOwn ? { ...query, causes: query.causes.filter((cause) => cause !== 'other-engine') } : query;
}

function answerOfPackages(symptom: string, query: SymptomQuery, matches: readonly BugMatch[]): SymptomAnswer {
  const fits = fittingPackages(symptom, query, matches).slice(0, MOST_FITS);
  return fits.length > 0 ? { ...NOTHING, verdict: 'strong', fits } : nothingOf(query, matches);
}

function fittingOf(query: SymptomQuery, ranked: readonly Ranked[], weight: Weights): Ranked[] {
  const least = leastScore(query);
  const fitting = ranked.filter(
    ({ score, shared }) => score >= least && specific(query, shared, weight) >= LEAST_SPECIFIC,
  );
  const best = fitting[0]?.score ?? 0;
  return fitting.filter(({ score }) => score >= best * NEAR_THE_BEST);
}

function leastScore({ causes, usual }: SymptomQuery): number {
  if (causes.length > 0) return LEAST_BESIDE_A_CAUSE;
  return usual.length > 0 ? LEAST_OF_A_USUAL_ERROR : LEAST_SCORE;
}

/** The weight of what tells bugs apart. What an everyday error says by itself does not. */
function specific(query: SymptomQuery, terms: readonly Term[], weight: Weights): number {
  const telling = terms.filter((term) => {
    const concept = conceptOf(term);
    if (concept !== null && BROAD.has(concept)) return false;
    return query.usual.length === 0 || !query.ofErrors.has(term);
  });
  return sum(telling, weight);
}

function nothingOf({ causes, usual }: SymptomQuery, matches: readonly BugMatch[]): SymptomAnswer {
  const everyday = [...new Set<Ordinary>([...causes, ...usual])];
  return {
    ...NOTHING,
    verdict: 'nothing',
    causes: everyday.map((cause) => text(`ordinary.${cause}`)),
    urgent: matches.slice(0, MOST_URGENT),
  };
}
