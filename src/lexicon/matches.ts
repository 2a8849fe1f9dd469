import { questionConcepts } from './mentions.ts';
import { withPlainSigns } from './normalise.ts';
import { isJapanese, type Phrase } from './phrases.ts';
import { stemOf } from './stem.ts';
import { tokensOf, type Token } from './tokens.ts';

/** Range of characters in a text. */
export type Span = readonly [start: number, end: number];

/** Phrase of the lexicon in a text. */
export interface Match {
  concept: string;
  /** Positions of its words. */
  spans: readonly Span[];
  /** True if these words then belong to no other concept. */
  consumes: boolean;
}

/** Prefix of concepts that are everyday causes: `everyday:network`. */
export const EVERYDAY = 'everyday:';

/** True if a concept is an everyday cause: it comes first, even beside a strong match. */
export function isEveryday(concept: string): boolean {
  return concept.startsWith(EVERYDAY);
}

/** Concepts that a text names, without everyday causes. */
export function conceptsIn(text: string): string[] {
  const plain = withPlainSigns(text);
  const matches = phraseMatches(plain.toLowerCase(), tokensOf(plain));
  return [...new Set(matches.map(({ concept }) => concept))].filter((concept) => !isEveryday(concept));
}

/** Phrase of a concept, compiled: each word has alternatives, in English their stems. */
interface CompiledPhrase {
  concept: string;
  words: readonly ReadonlySet<string>[];
  isJapanese: boolean;
  /** True if its words have no other meaning in a question. */
  consumes: boolean;
}

/** Largest gap within a phrase: words in English, characters in Japanese. */
const MAX_GAPS = { words: 4, characters: 12 };

interface Phrases {
  /** By each stem that the first word can have. */
  english: ReadonlyMap<string, readonly CompiledPhrase[]>;
  japanese: readonly CompiledPhrase[];
}

let knownPhrases: Phrases | null = null;

/**
 * Phrases of the lexicon in a text. A phrase of several words hides the single words in it: "rolled back" is not a
 * rollback inside a phrase about an upgrade. Words of an everyday cause have no other meaning.
 * @param lower the text in lower case, in which the tokens are
 */
export function phraseMatches(lower: string, tokens: readonly Token[]): Match[] {
  const { english, japanese } = (knownPhrases ??= compile());
  const byStem = Map.groupBy(tokens, ({ stem }) => stem);
  const possible = new Set([...byStem.keys()].flatMap((stem) => english.get(stem) ?? []));
  const found = [...possible, ...(isJapanese(lower) ? japanese : [])].flatMap((phrase) => {
    const lists = phrase.words.map((words) =>
      phrase.isJapanese ? placesIn(lower, words) : [...words].flatMap((word) => byStem.get(word) ?? []),
    );
    const gap = phrase.isJapanese ? MAX_GAPS.characters : MAX_GAPS.words;
    return closestPositions(lists, gap).map((places) => matchOf(phrase, places));
  });
  const everyday = found.filter(({ concept }) => isEveryday(concept));
  const matches = found.filter(
    (match) => isEveryday(match.concept) || !everyday.some((cause) => areOverlapping(match, cause)),
  );
  const taken = matches.filter(({ consumes }) => consumes);
  return matches.filter(
    (match) => match.spans.length > 1 || match.consumes || !taken.some((other) => isWithin(match, other)),
  );
}

function matchOf({ concept, consumes }: CompiledPhrase, places: readonly Place[]): Match {
  const spans = places.map(({ start, end }): Span => [start, end]);
  // Parts of a name count for the phrase, but the name keeps its own meaning.
  const isInName = places.some(({ isPart }) => isPart);
  return { concept, spans, consumes: isEveryday(concept) || (consumes && !isInName) };
}

export function areOverlapping(one: Pick<Match, 'spans'>, other: Pick<Match, 'spans'>): boolean {
  return one.spans.some(([start, end]) => other.spans.some(([from, to]) => from < end && start < to));
}

function isWithin(one: Match, other: Match): boolean {
  return one.spans.every(([start, end]) => other.spans.some(([from, to]) => from <= start && end <= to));
}

/** Word in a text, in order. */
type Place = Pick<Token, 'start' | 'end' | 'place' | 'isPart'>;

/** First positions of all words of a phrase within a gap of each other; empty if there are none. */
function closestPositions(lists: readonly (readonly Place[])[], gap: number): (readonly Place[])[] {
  const [first = [], ...others] = lists;
  for (const from of first) {
    const rest = others.map((places) => places.find((each) => each !== from && isWithinGap(each, from, gap)));
    if (rest.every((each) => each !== undefined)) return [[from, ...rest]];
  }
  return [];
}

function isWithinGap(one: Place, other: Place, gap: number): boolean {
  return one.place !== other.place && Math.abs(one.place - other.place) <= gap;
}

/** Positions of some Japanese words; characters count as positions. */
function placesIn(lower: string, words: ReadonlySet<string>): Place[] {
  const places: Place[] = [];
  for (const word of words)
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length))
      if (!endsAnotherWord(word, lower, at))
        places.push({ start: at, end: at + word.length, place: at, isPart: false });
  return places;
}

/** True if the word is the end of another katakana word: ループ in グループ. */
function endsAnotherWord(word: string, lower: string, at: number): boolean {
  return word.length <= 3 && /^[\u30a1-\u30ff]+$/.test(word) && /[\u30a1-\u30ff]/.test(lower.charAt(at - 1));
}

function compile(): Phrases {
  const all = questionConcepts().flatMap(({ id, phrases, keeps }) =>
    phrases.map((phrase) => compilePhrase(id, phrase, keeps)),
  );
  const english = new Map<string, CompiledPhrase[]>();
  for (const phrase of all.filter((each) => !each.isJapanese))
    for (const word of phrase.words[0] ?? []) english.set(word, [...(english.get(word) ?? []), phrase]);
  return { english, japanese: all.filter((each) => each.isJapanese) };
}

function compilePhrase(concept: string, phrase: Phrase, keeps: boolean): CompiledPhrase {
  const ofJapanese = phrase.some((words) => words.some(isJapanese));
  const words = phrase.flatMap((alternatives) => {
    if (ofJapanese) return [new Set(alternatives)];
    // "cve-2023" contains two words of the phrase.
    const parts = alternatives.map((each) =>
      each
        .split(/[^a-z0-9_.]+/)
        .filter(Boolean)
        .map(stemOf),
    );
    const [only = []] = parts;
    return parts.length === 1 ? only.map((word) => new Set([word])) : [new Set(parts.flat())];
  });
  return { concept, words, isJapanese: ofJapanese, consumes: words.length > 1 && !keeps };
}
