import MiniSearch from 'minisearch';
import { memoize, type KnownBug, type ProductId } from '../../../model/index.ts';
import { isCircumstance } from '../../../lexicon/index.ts';
import { effectsOf } from './effects.ts';
import { termsOf, type Term, type TermKind } from './terms.ts';

/** Bug that shares terms with a symptom. */
export interface Hit {
  id: string;
  /**
   * Score by BM25, times the shares of the question and of the bug that they have in common: a question that says more than
   * the bug is about something else, and so is a bug that says more than the question.
   */
  relevance: number;
  /** Share of the question's weight that the bug has, 0 to 1. */
  share: number;
  /** True if a shared term distinguishes it from most bugs. */
  isDistinctive: boolean;
  /** True if a shared term is more than a circumstance: a bug is not the cause because both follow an upgrade. */
  hasSymptom: boolean;
  /** Words of the question that the bug shares, the heaviest first. */
  words: readonly string[];
}

/** Relative weight of each kind of term. */
const BOOST: Readonly<Record<TermKind, number>> = { row: 1.3, word: 1, name: 2, pair: 0.3, within: 0.35 };
/** Weight of each field of a bug. Titles count most. */
const FIELDS = { title: 1, labels: 0.25, names: 0.6 };
/**
 * Weight of a word that no bug has, as a share of the greatest rarity: such words mean that the question is about
 * something else.
 */
const UNKNOWN = 0.7;
/** Terms of a bug in notes of which only titles are kept: the relevance is comparable with theirs. */
const TYPICAL_TERMS = 10;

/** Least rarity of a distinctive word, as a share of the greatest. */
const DISTINCTIVE = 0.3;

/** Factor for the relevance of a bug whose effects are of other kinds than those of the question. */
const OTHER_EFFECT = 0.4;

interface BugIndex {
  search: MiniSearch;
  /** Title of each bug in both languages, and the messages that its notes quote. */
  wordings: ReadonlyMap<string, readonly (readonly Term[])[]>;
  /** Kinds of effects of each bug. */
  effects: ReadonlyMap<string, ReadonlySet<number>>;
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
  const { search, wordings, effects, counts, total, factor } = indexFor(bugs, product);
  const byKey = new Map(terms.map((term) => [term.key, term]));
  const most = Math.log(1 + total);
  const rarityOf = (key: string): number => {
    const count = counts.get(key) ?? 0;
    return count === 0 ? UNKNOWN * most : Math.log(1 + (total - count + 0.5) / (count + 0.5));
  };
  // A word within a phrase adds no weight to that of the phrase.
  const weightOf = ({ key, kind }: Term): number => (kind === 'within' ? 0 : rarityOf(key) * BOOST[kind]);
  const sum = (some: readonly Term[]): number => some.reduce((total, term) => total + weightOf(term), 0);
  const shareOf = (some: readonly Term[], within: readonly Term[]): number => {
    const whole = sum(within);
    return whole === 0 ? 0 : sum(some) / whole;
  };
  const asked = [...effectsOf(terms.map(({ key }) => key))];
  const hasOtherEffect = (id: string): boolean => {
    const known = effects.get(id);
    return (
      known !== undefined && known.size > 0 && asked.length > 0 && !asked.some((kind) => known.has(kind))
    );
  };
  const found = search.search(terms.map(({ key }) => key).join(SEPARATOR), {
    boost: FIELDS,
    boostTerm: (key) => BOOST[byKey.get(key)?.kind ?? 'word'],
  });
  const hits = found.map(({ id: documentId, score, queryTerms }): Hit => {
    const id = String(documentId);
    const shared = queryTerms.flatMap((key) => byKey.get(key) ?? []);
    const share = shareOf(shared, terms);
    const shares = (wordings.get(id) ?? []).map((wording) =>
      shareOf(
        wording.filter(({ key }) => byKey.has(key)),
        wording,
      ),
    );
    return {
      id,
      relevance: score * factor * share * Math.max(...shares) * (hasOtherEffect(id) ? OTHER_EFFECT : 1),
      share,
      hasSymptom: shared.some(({ key, kind }) =>
        kind === 'row' ? !isCircumstance(key.slice(1)) : kind !== 'within',
      ),
      isDistinctive: shared.some(({ key, kind }) => kind !== 'within' && rarityOf(key) >= DISTINCTIVE * most),
      words: surfacesOf(shared.toSorted((a, b) => weightOf(b) - weightOf(a))),
    };
  });
  const unknown = terms.filter(({ key, kind }) => (kind === 'word' || kind === 'name') && !counts.has(key));
  return { hits, unknown: unknown.map(({ surface }) => surface) };
}

/** Words of some terms, without those that are part of another one. */
function surfacesOf(terms: readonly Term[]): string[] {
  const all = [...new Set(terms.map(({ surface }) => surface))];
  return all.filter((one) => !all.some((other) => other !== one && other.includes(one)));
}

/** Plain words and messages, not names in the server. */
const PLAIN = /^[a-z]+$| /;
/** Message that a title quotes. */
const MESSAGE = /"([^"]+)"/g;
/** Separator of terms: the library receives them already split. */
const SEPARATOR = '\n';

function indexOf(bugs: readonly KnownBug[]): BugIndex {
  const search = new MiniSearch({
    fields: Object.keys(FIELDS),
    tokenize: (terms) => terms.split(SEPARATOR),
    processTerm: (term) => term,
  });
  const counts = new Map<string, number>();
  const wordings = new Map<string, Term[][]>();
  const effects = new Map<string, ReadonlySet<number>>();
  let terms = 0;
  for (const bug of bugs) {
    const titles = [bug.title, bug.titleIn?.ja ?? ''].map(evidenceIn);
    const title = [...new Set(titles.flatMap((terms) => terms.map(({ key }) => key)))];
    const ofTitle = [...bug.title.matchAll(MESSAGE)].map(([, message = '']) => message);
    const messages = [...ofTitle, ...(bug.names ?? [])].filter((name) => name.includes(' '));
    wordings.set(bug.id, [...titles, ...messages.map(evidenceIn)]);
    const labels = keysOf([...bug.consequences, ...bug.features].join('. ').replaceAll('-', ' '));
    const names = [
      ...bug.cves,
      ...bug.communityBugs.map((number) => `bug${number}`),
      ...(bug.names ?? []),
    ].flatMap((name) => (PLAIN.test(name) ? keysOf(name) : name.toLowerCase()));
    effects.set(bug.id, effectsOf([...title, ...labels, ...names]));
    for (const key of new Set([...title, ...labels, ...names])) counts.set(key, (counts.get(key) ?? 0) + 1);
    terms += title.length * FIELDS.title + labels.length * FIELDS.labels + names.length * FIELDS.names;
    search.add({
      id: bug.id,
      title: title.join(SEPARATOR),
      labels: labels.join(SEPARATOR),
      names: names.join(SEPARATOR),
    });
  }
  return {
    search,
    wordings,
    effects,
    counts,
    total: bugs.length,
    factor: Math.min(1, (TYPICAL_TERMS * bugs.length) / terms),
  };
}

/** Terms of a text, without everyday causes: these are no evidence of a bug whose title has the same words. */
function evidenceIn(text: string): Term[] {
  return termsOf(text).filter(({ key }) => !key.startsWith('=everyday:'));
}

function keysOf(text: string): string[] {
  return evidenceIn(text).map(({ key }) => key);
}
