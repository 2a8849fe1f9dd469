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
import { termsOf, type Term } from './terms.ts';

export const MAX_FITS = 10;
const MAX_NEAREST = 3;
const MAX_URGENT = 3;
const MAX_WORDS = 5;
const MAX_UNKNOWN_WORDS = 8;

/**
 * Relevance of a strong fit: of the questions in test/fixtures/symptoms that no bug explains, at most one in ten reaches
 * it (`npm run catalogue:score`).
 */
const STRONG = 5.5;
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

/** Listed bugs of one product, and all that its notes know, from which the rarity of words is computed. */
interface Searched {
  matches: readonly BugMatch[];
  known: readonly KnownBug[];
}

/** Answer from a product's own bugs and those of its upstream. */
export function answerWithUpstream(
  { symptom, product }: { symptom: string; product: ProductId },
  shown: readonly BugMatch[],
  known: readonly KnownBug[],
  upstream: Pick<UpstreamAnswer, 'matches' | 'ofExtensions' | 'known'> | null,
): SymptomAnswer {
  const own = { matches: shown, known };
  if (upstream === null) return answerFrom(symptom, product, [own]);
  const named = upstream.ofExtensions.filter(({ bug }) => namesExtension(symptom, bug.extension ?? ''));
  const matches = [...upstream.matches.filter(isReported), ...named];
  return answerFrom(symptom, product, [own, { matches, known: upstream.known }]);
}

/** Letters that identify an extension's name: `plpython` for `plpython3u`. */
const MIN_NAME_LENGTH = 4;

function namesExtension(symptom: string, extension: string): boolean {
  const words = symptom.toLowerCase().match(/\w+/g) ?? [];
  return words.some(
    (word) => word === extension || (word.length >= MIN_NAME_LENGTH && extension.startsWith(word)),
  );
}

/** Listed bugs nearest to a symptom: a log line, an error, a name or a sentence, in English or Japanese. */
export function answerSymptom(
  symptom: string,
  matches: readonly BugMatch[],
  known: readonly KnownBug[],
): SymptomAnswer {
  const product = matches[0]?.bug.product ?? defaultProduct();
  return answerFrom(symptom, product, [{ matches, known }]);
}

/** @param asked product of the question, whose own bugs are searched first */
function answerFrom(symptom: string, asked: ProductId, searched: readonly Searched[]): SymptomAnswer {
  const terms = termsOf(cleanSymptom(symptom));
  const causes = causesOf(symptom, terms, asked);
  const listed = searched.flatMap(({ matches }) => matches.filter(({ applies }) => applies !== 'off'));
  const isOfSystem = listed.some(({ bug }) => bug.os !== undefined);
  const found = isOfSystem ? [] : searched.map((each) => hitsAmong(terms, each, asked));
  const hits = found.flatMap((each) => each.hits);
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
  const [unknown = [], ...others] = found.map((each) => each.unknown);
  const isShown = ({ bug }: BugMatch): boolean => bug.product === asked || runsUpstreamAsPublished(asked);
  return {
    ...NO_ANSWER,
    verdict: 'nothing',
    causes: causes.all,
    notUnderstood: unknown
      .filter((word) => others.every((words) => words.includes(word)))
      .slice(0, MAX_UNKNOWN_WORDS),
    urgent: listed.filter(isShown).sort(compareMatches).slice(0, MAX_URGENT),
  };
}

/** Searches the bugs of the catalogue, or those of the version if it lists any that are not in the catalogue. */
function hitsAmong(
  terms: readonly Term[],
  { matches, known }: Searched,
  asked: ProductId,
): ReturnType<typeof searchBugs> {
  const ids = new Set(known.map(({ id }) => id));
  const bugs = matches.map(({ bug }) => bug);
  const searchable = bugs.every(({ id }) => ids.has(id)) ? known : bugs;
  return searchBugs(terms, searchable, bugs[0]?.product ?? asked);
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
      match: hit.hasSymptom && relevance >= least ? 'strong' : 'nearest',
      share: hit.share,
      words,
      why: text('symptom.why', { words: words.map(quoted) }),
      isUndetermined: match.confidence === 'low',
    };
  });
}
