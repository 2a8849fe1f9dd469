import type { Concept, Ordinary, Term } from '../../../catalogue/index.ts';
import { text } from '../../../l10n/index.ts';
import type { BugMatch, KnownBug, ProductId, Text } from '../../../model/index.ts';
import { defaultProduct, observabilityOf } from '../../../products/index.ts';
import type { Fit } from './fit.ts';
import { fittingPackages } from './packages.ts';
import { conceptOf, readSymptom, termKind, type SymptomQuery } from './query.ts';
import { rank, sum, type Ranked } from './rank.ts';
import { checkOf, whyOf } from './reasons.ts';
import { weightsOf, type Weights } from './weights.ts';

/** The listed bugs that may explain a symptom, best first; without any, what to tell or to look at instead. */
export interface SymptomAnswer {
  verdict: 'fits' | 'none' | 'too-broad' | 'unknown';
  fits: readonly Fit[];
  /** A question back, or the usual cause. Empty where bugs fit. */
  says: readonly Text[];
}

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
/** Somebody who says less than this is asked for more. */
const ENOUGH_SAID = 0.8;

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

/** The answer for a version that nothing is known about: neither a fit nor an all-clear. */
export function unknownAnswer(reasons: readonly Text[]): SymptomAnswer {
  return { verdict: 'unknown', fits: [], says: reasons };
}

/**
 * Which listed bugs may explain a symptom: a log line, an error, a name or a sentence. It says what is near; a near bug is
 * not yet the cause.
 * @param matches the listed bugs of a version
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
  const fitting = fittingOf(query, rank(query, matches, weight), weight);
  const fits = fitting.slice(0, MOST_FITS).map((each) => ({
    match: each.match,
    why: whyOf(each),
    check: checkOf(each),
  }));
  return fits.length > 0 ? { verdict: 'fits', fits, says: [] } : unexplained(query, weight);
}

/** A symptom as somebody reads it who knows the engine: its own messages are no other engine's. */
function heardBy(product: ProductId, symptom: string): SymptomQuery {
  const query = readSymptom(symptom);
  const isOwn = observabilityOf(product)?.ownWords?.test(symptom) === true;
  return isOwn ? { ...query, causes: query.causes.filter((cause) => cause !== 'other-engine') } : query;
}

function answerOfPackages(symptom: string, query: SymptomQuery, matches: readonly BugMatch[]): SymptomAnswer {
  const fits = fittingPackages(symptom, query, matches).slice(0, MOST_FITS);
  if (fits.length > 0) return { verdict: 'fits', fits, says: [] };
  const isBroad = query.concepts.every((concept) => BROAD.has(concept));
  return isBroad ? tooBroad(query) : { verdict: 'none', fits: [], says: [text('symptom.none.system')] };
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

function unexplained(query: SymptomQuery, weight: Weights): SymptomAnswer {
  const usual = [...new Set([...query.causes, ...query.usual])];
  const said = query.terms.filter((term) => termKind(term) !== 'word');
  if (usual.length === 0 && specific(query, said, weight) < ENOUGH_SAID) return tooBroad(query);
  const look = usual.map((cause: Ordinary) => text(`ordinary.${cause}`));
  return { verdict: 'none', fits: [], says: [text('symptom.none'), ...look, text('symptom.none.next')] };
}

/** Asks for the details that would decide and are still missing. */
function tooBroad({ concepts, errors, terms }: SymptomQuery): SymptomAnswer {
  const missing = [
    ...(errors.length > 0 ? [] : [text('symptom.ask.error')]),
    ...(concepts.some((concept) => concept === 'reader' || concept === 'writer')
      ? []
      : [text('symptom.ask.instance')]),
    ...(terms.some((term) => termKind(term) === 'thing') ? [] : [text('symptom.ask.statement')]),
    text('symptom.ask.before'),
  ];
  return { verdict: 'too-broad', fits: [], says: [text('symptom.tooBroad', { missing })] };
}
