import { rememberedBy } from '../../model/index.ts';
import { contentWords } from '../merge/words.ts';
import { weightOf } from '../merge/vocabulary.ts';
import { conceptsOfEnglish, type Concept } from './concepts.ts';
import { errorNumbers, namesIn, withoutValues } from './identifiers.ts';
import { JAPANESE_WORDS } from './japanese-words.ts';
import { JAPANESE } from './japanese.ts';
import { ERRORS, PHRASES } from './signs.ts';

/**
 * A term of a signature: `@concept`, `#identifier` or a stem. Signatures are sets in order of the alphabet: facts about a
 * text, from which it cannot be put together again.
 */
export type Term = string;

export const conceptTerm = (concept: Concept): Term => `@${concept}`;
export const nameTerm = (name: string | number): Term => `#${name}`;

/** Words that hold no more than a concept or nothing are left out: they weigh less in release notes. */
const LEAST_WEIGHT = 0.45;
/** Characters of a log that are looked at. */
const LONGEST = 4000;

/** What a release note, or somebody's description of a trouble, speaks of. Sorted. */
export function signTerms(text: string): Term[] {
  const plain = withoutValues(text.slice(0, LONGEST));
  const errors = errorNumbers(plain);
  const terms = new Set<Term>([
    ...conceptsIn(plain).map(conceptTerm),
    ...errors.map(nameTerm),
    ...namesIn(plain).map(nameTerm),
    ...[plain, ...readJapanese(plain).words].flatMap(stemsIn),
  ]);
  return [...terms].sort();
}

/**
 * What a text in either language speaks of, its error numbers and fixed phrases included. Of a symptom it is asked twice, by
 * itself and for its signature.
 */
export const conceptsIn = rememberedBy(
  (text: string) => text,
  1,
  (text): readonly Concept[] => {
    const lower = text.toLowerCase();
    const japanese = readJapanese(text);
    return [
      ...new Set([
        ...conceptsOfEnglish(text),
        ...japanese.concepts,
        ...japanese.words.flatMap(conceptsOfEnglish),
        ...errorNumbers(text).flatMap((number) => ERRORS.get(number)?.concepts ?? []),
        ...PHRASES.flatMap(([phrase, concepts]) => (phrase.test(lower) ? concepts : [])),
      ]),
    ];
  },
);

function stemsIn(text: string): string[] {
  return contentWords(text)
    .map(({ stem }) => stem)
    .filter((stem) => stem.length > 2 && !/[_.\d]/.test(stem) && weightOf(stem) >= LEAST_WEIGHT);
}

const longerFirst = <T>(terms: Readonly<Record<string, T>>): [string, T][] =>
  Object.entries(terms).sort(([a], [b]) => b.length - a.length);

/** Made for the first text that is Japanese. */
let inOrder: { concepts: ReturnType<typeof conceptTerms>; words: [string, string][] } | null = null;
const conceptTerms = () => longerFirst(JAPANESE);
const HAS_JAPANESE = /[\u3040-\u30ff\u4e00-\u9fff]/;

/** The concepts and the English words of a Japanese text. Each part of it speaks once, by the longest term. */
function readJapanese(text: string): { concepts: Concept[]; words: string[] } {
  if (!HAS_JAPANESE.test(text)) return { concepts: [], words: [] };
  let rest = text.toLowerCase();
  const take = <T>(terms: readonly [string, T][]): T[] =>
    terms.flatMap(([term, meaning]) => {
      if (!rest.includes(term)) return [];
      rest = rest.replaceAll(term, ' ');
      return [meaning];
    });
  const { concepts, words } = (inOrder ??= { concepts: conceptTerms(), words: longerFirst(JAPANESE_WORDS) });
  return { concepts: take(concepts).flat(), words: take(words) };
}
