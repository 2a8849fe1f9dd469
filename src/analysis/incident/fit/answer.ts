import { quoted, text } from '../../../l10n/index.ts';
import type { BugMatch, KnownBug, ProductId, Text } from '../../../model/index.ts';
import { defaultProduct } from '../../../products/index.ts';
import { compareMatches, isReported } from '../../bugs/known-bugs.ts';
import { runsUpstreamAsPublished } from '../../bugs/upstream/left-out.ts';
import type { UpstreamAnswer } from '../../bugs/upstream/upstream.ts';
import { isCounted, type VersionAnswer } from '../../bugs/answers/version-answer.ts';
import { causesOf } from './causes.ts';
import { cleanSymptom } from './clean.ts';
import type { Fit, SymptomAnswer } from './fit.ts';
import { fittingPackages } from './packages.ts';
import { searchBugs, type Hit } from './search.ts';
import { termsOf } from './terms.ts';

export const MAX_FITS = 10;
const MAX_NEAREST = 3;
const MAX_URGENT = 3;
const MAX_WORDS = 5;
const MAX_UNKNOWN_WORDS = 8;

/**
 * Relevance of a strong fit: of the questions in test/fixtures/symptoms that no bug explains, at most one in ten reaches
 * it (`npm run catalogue:score`).
 */
const STRONG = 5.2;
/** Share of the best fit's relevance that makes another fit strong. */
const NEAR_THE_BEST = 0.4;

const NO_ANSWER = { fits: [], causes: [], notUnderstood: [], urgent: [], reasons: [] };

/** Answer for an unknown version: neither a fit nor an all-clear. */
function unknownAnswer(reasons: readonly Text[]): SymptomAnswer {
  return { ...NO_ANSWER, verdict: 'unknown', reasons };
}

/**
 * Answer for one version, the same on every surface.
 * @param shown its bugs to search; undetermined ones only on request
 */
export function symptomOfVersion(
  symptom: string,
  version: VersionAnswer,
  known: readonly KnownBug[],
  shown: readonly BugMatch[] = version.matches.filter(isReported),
): SymptomAnswer {
  return isCounted(version)
    ? answerWithUpstream({ symptom, product: version.covered.product }, shown, known, version.upstream)
    : unknownAnswer(version.standing);
}

/** Answer from a product's own bugs and those of its upstream. */
export function answerWithUpstream(
  { symptom, product }: { symptom: string; product: ProductId },
  shown: readonly BugMatch[],
  known: readonly KnownBug[],
  upstream: Pick<UpstreamAnswer, 'matches' | 'ofExtensions' | 'known'> | null,
): SymptomAnswer {
  const own = answerSymptom(symptom, shown, known, product);
  if (upstream === null) return own;
  const named = upstream.ofExtensions.filter(({ bug }) => namesExtension(symptom, bug.extension ?? ''));
  const contained = [...upstream.matches.filter(isReported), ...named];
  return withUpstream(own, answerSymptom(symptom, contained, upstream.known, product), product);
}

/** Letters that identify an extension's name: `plpython` for `plpython3u`. */
const MIN_NAME_LENGTH = 4;

function namesExtension(symptom: string, extension: string): boolean {
  const words = symptom.toLowerCase().match(/\w+/g) ?? [];
  return words.some(
    (word) => word === extension || (word.length >= MIN_NAME_LENGTH && extension.startsWith(word)),
  );
}

/**
 * Adds the upstream's bugs to an answer: after the product's own bugs that fit as well, before those that share less of
 * the symptom.
 */
function withUpstream(own: SymptomAnswer, other: SymptomAnswer, product: ProductId): SymptomAnswer {
  const of = (tier: Fit['match']): Fit[] => {
    const [first, second] = [own, other].map(({ fits }) => fits.filter(({ match }) => match === tier));
    return mergeByShare(first ?? [], second ?? []);
  };
  const strong = of('strong').slice(0, MAX_FITS - MAX_NEAREST);
  const fits = [...strong, ...of('nearest').slice(0, MAX_NEAREST)];
  const [best] = fits;
  const deciding = [own, other].find(({ verdict }) => verdict === best?.match);
  if (best !== undefined && deciding !== undefined && other.fits.length > 0)
    return { ...NO_ANSWER, verdict: best.match, fits, causes: deciding.causes };
  if (own.fits.length > 0) return own;
  const notUnderstood = own.notUnderstood.filter((word) => other.notUnderstood.includes(word));
  const isIncluded = runsUpstreamAsPublished(product);
  const urgent = isIncluded ? [...own.urgent, ...other.urgent].sort(compareMatches) : own.urgent;
  return { ...own, notUnderstood, urgent: urgent.slice(0, MAX_URGENT) };
}

/** Merges two sorted lists, each time taking the head that shares more of the symptom; the first list's wins a tie. */
function mergeByShare(first: readonly Fit[], second: readonly Fit[]): Fit[] {
  const [left, right] = [[...first], [...second]];
  const merged: Fit[] = [];
  for (;;) {
    const [one, other] = [left[0], right[0]];
    const next = other !== undefined && (one === undefined || other.share > one.share) ? right : left;
    const taken = next.shift();
    if (taken === undefined) return merged;
    merged.push(taken);
  }
}

/**
 * Listed bugs nearest to a symptom: a log line, an error, a name or a sentence, in English or Japanese.
 * @param matches the listed bugs of a version, the most urgent first
 * @param known all bugs of the catalogue, from which the rarity of words is computed
 * @param asked product of the version; that of the bugs by default, which can be its upstream
 */
export function answerSymptom(
  symptom: string,
  matches: readonly BugMatch[],
  known: readonly KnownBug[],
  asked?: ProductId,
): SymptomAnswer {
  const product = matches[0]?.bug.product ?? asked ?? defaultProduct();
  const listed = matches.filter(({ applies }) => applies !== 'off');
  const terms = termsOf(cleanSymptom(symptom));
  const causes = causesOf(symptom, terms, asked ?? product);
  const isOfSystem = listed.some(({ bug }) => bug.os !== undefined);
  const { hits, unknown } = isOfSystem ? NO_HITS : searchBugs(terms, searchable(known, listed), product);
  const fitting = isOfSystem
    ? fittingPackages(symptom, terms, listed)
    : fittingBugs(hits, listed, causes.doubt);
  const fits = [
    ...fitting.filter(({ match }) => match === 'strong').slice(0, MAX_FITS - MAX_NEAREST),
    ...fitting.filter(({ match }) => match === 'nearest').slice(0, MAX_NEAREST),
  ];
  const [best] = fits;
  if (best !== undefined)
    return {
      ...NO_ANSWER,
      verdict: best.match,
      fits,
      causes: best.match === 'strong' ? causes.named : causes.all,
    };
  return {
    ...NO_ANSWER,
    verdict: 'nothing',
    causes: causes.all,
    notUnderstood: unknown.slice(0, MAX_UNKNOWN_WORDS),
    urgent: listed.slice(0, MAX_URGENT),
  };
}

const NO_HITS = { hits: [], unknown: [] };

/** Bugs to search: those of the catalogue, or those of the version if it lists any that are not in the catalogue. */
function searchable(known: readonly KnownBug[], listed: readonly BugMatch[]): readonly KnownBug[] {
  const ids = new Set(known.map(({ id }) => id));
  return listed.every(({ bug }) => ids.has(bug.id)) ? known : listed.map(({ bug }) => bug);
}

/** Bugs of a version among the hits, the most relevant first. */
function fittingBugs(hits: readonly Hit[], listed: readonly BugMatch[], doubt: number): Fit[] {
  const byId = new Map(listed.map((match) => [match.bug.id, match]));
  const ranked = hits
    .flatMap((hit) => {
      const match = byId.get(hit.id);
      return match === undefined || !hit.isDistinctive
        ? []
        : [{ hit, match, relevance: hit.relevance * doubt }];
    })
    .sort((a, b) => b.relevance - a.relevance);
  const least = Math.max(STRONG, (ranked[0]?.relevance ?? 0) * NEAR_THE_BEST);
  return ranked.map(({ hit, match, relevance }) => {
    const words = hit.words.slice(0, MAX_WORDS);
    return {
      listed: match,
      match: relevance >= least ? 'strong' : 'nearest',
      share: hit.share,
      words,
      why: text('symptom.why', { words: words.map(quoted) }),
      isUndetermined: match.confidence === 'low',
    };
  });
}
