import MiniSearch from 'minisearch';
import { memoize, type KnownBug, type ProductId } from '../../../model/index.ts';
import { termsOf, type Term, type TermKind } from './terms.ts';

/** Bug that shares terms with a symptom. */
export interface Hit {
  id: string;
  /** Relevance by BM25, lowered where bugs have many terms, since these share more words by chance. */
  score: number;
  /** Share of the question's weight that the bug has, 0 to 1. */
  share: number;
  /** True if the shared terms distinguish it from most bugs: a rare one, or several that are less rare. */
  isDistinctive: boolean;
  /** Words of the question that the bug shares, the heaviest first. */
  words: readonly string[];
}

/** Relative weight of each kind of term. */
const BOOST: Readonly<Record<TermKind, number>> = { row: 1.2, word: 1, name: 2, pair: 0.3, within: 0.35 };
/** Weight of each field of a bug. Titles count most. */
const FIELDS = { title: 1, labels: 0.25, names: 0.6 };
/**
 * Weight of a word that no bug has, as a share of the greatest rarity: such words mean that the question is about
 * something else.
 */
const UNKNOWN = 0.7;
/** Terms of a bug in notes of which only titles are kept: the relevance is comparable with theirs. */
const TYPICAL_TERMS = 10;

interface BugIndex {
  search: MiniSearch;
  /** Number of bugs that have a term. */
  counts: ReadonlyMap<string, number>;
  total: number;
  /** Factor for the relevance, 0 to 1. */
  factor: number;
}

const indexFor = memoize((bugs: readonly KnownBug[], product: ProductId) =>
  indexOf(bugs.filter((bug) => bug.product === product)),
);

/**
 * Bugs of a product that share terms with a symptom, unsorted, and the words that none has. The first question builds the
 * index.
 */
export function searchBugs(
  terms: readonly Term[],
  bugs: readonly KnownBug[],
  product: ProductId,
): { hits: Hit[]; unknown: string[] } {
  const { search, counts, total, factor } = indexFor(bugs, product);
  const byKey = new Map(terms.map((term) => [term.key, term]));
  const most = Math.log(1 + total);
  const rarityOf = (key: string): number => {
    const count = counts.get(key) ?? 0;
    return count === 0 ? UNKNOWN * most : Math.log(1 + (total - count + 0.5) / (count + 0.5));
  };
  // A word within a phrase adds no weight to that of the phrase.
  const weightOf = ({ key, kind }: Term): number => (kind === 'within' ? 0 : rarityOf(key) * BOOST[kind]);
  const sum = (some: readonly Term[]): number => some.reduce((total, term) => total + weightOf(term), 0);
  const whole = sum(terms);
  const found = search.search(terms.map(({ key }) => key).join(SEPARATOR), {
    boost: FIELDS,
    boostTerm: (key) => BOOST[byKey.get(key)?.kind ?? 'word'],
  });
  const hits = found.map(({ id, score, queryTerms }): Hit => {
    const shared = queryTerms.flatMap((key) => byKey.get(key) ?? []);
    return {
      id: String(id),
      score: score * factor,
      share: whole === 0 ? 0 : sum(shared) / whole,
      isDistinctive: areDistinctive(
        shared.flatMap(({ key, kind }) => (kind === 'within' ? [] : rarityOf(key) / most)),
      ),
      words: surfacesOf(shared.toSorted((a, b) => weightOf(b) - weightOf(a))),
    };
  });
  const unknown = terms.filter(({ key, kind }) => (kind === 'word' || kind === 'name') && !counts.has(key));
  return { hits, unknown: unknown.map(({ surface }) => surface) };
}

/** Rarity of a distinctive word: in a catalogue of a thousand bugs, about one in twelve has it. */
const DISTINCTIVE = 0.36;
/** Sum of the rarities of distinctive words, each of them in more bugs. */
const DISTINCTIVE_TOGETHER = 0.75;

/** @param rarities rarity of each term, 0 to 1; 1 if a single bug has it */
function areDistinctive(rarities: readonly number[]): boolean {
  const together = rarities.reduce((sum, rarity) => sum + rarity, 0);
  return together >= DISTINCTIVE_TOGETHER || rarities.some((rarity) => rarity >= DISTINCTIVE);
}

/** Words of some terms, without those that are part of another one. */
function surfacesOf(terms: readonly Term[]): string[] {
  const all = [...new Set(terms.map(({ surface }) => surface))];
  return all.filter((one) => !all.some((other) => other !== one && other.includes(one)));
}

/** Plain words and messages, not names in the server. */
const PLAIN = /^[a-z]+$| /;
/** Separator of terms: the library receives them already split. */
const SEPARATOR = '\n';

function indexOf(bugs: readonly KnownBug[]): BugIndex {
  const search = new MiniSearch({
    fields: Object.keys(FIELDS),
    tokenize: (terms) => terms.split(SEPARATOR),
    processTerm: (term) => term,
  });
  const counts = new Map<string, number>();
  let terms = 0;
  for (const bug of bugs) {
    const title = keysOf(`${bug.title}. ${bug.titleIn?.ja ?? ''}`);
    const labels = keysOf([...bug.consequences, ...bug.features].join('. ').replaceAll('-', ' '));
    const names = [
      ...bug.cves,
      ...bug.communityBugs.map((number) => `bug${number}`),
      ...(bug.names ?? []),
    ].flatMap((name) => (PLAIN.test(name) ? keysOf(name) : name.toLowerCase()));
    for (const key of new Set([...title, ...labels, ...names])) counts.set(key, (counts.get(key) ?? 0) + 1);
    terms += title.length * FIELDS.title + labels.length * FIELDS.labels + names.length * FIELDS.names;
    search.add({
      id: bug.id,
      title: title.join(SEPARATOR),
      labels: labels.join(SEPARATOR),
      names: names.join(SEPARATOR),
    });
  }
  return { search, counts, total: bugs.length, factor: Math.min(1, (TYPICAL_TERMS * bugs.length) / terms) };
}

/** Keys of a text, without everyday causes: these are no evidence of a bug whose title has the same words. */
function keysOf(text: string): string[] {
  return termsOf(text).flatMap(({ key }) => (key.startsWith('=everyday:') ? [] : key));
}
