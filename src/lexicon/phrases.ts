/** Phrase of the lexicon: its words, each with its alternatives. */
export type Phrase = readonly (readonly string[])[];

const JAPANESE = /[\u3041-\u30ff\u4e00-\u9fff]/;

export function isJapanese(text: string): boolean {
  return JAPANESE.test(text);
}

/** Phrases of a list: `hash join; create/drop index`. */
export function phrasesIn(list: string): Phrase[] {
  return list
    .toLowerCase()
    .split(';')
    .map((phrase) => phrase.split(/\s+/).flatMap((word) => (word === '' ? [] : [word.split('/')])))
    .filter((words) => words.length > 0);
}

/**
 * Pattern source of a phrase in a text: word by word, each with any ending.
 * @param between pattern source between two words
 */
export function phrasePattern(phrase: Phrase, between: string): string {
  return phrase.map((words) => alternativesPattern(words.map(inflectedPattern))).join(between);
}

/** Pattern source of some alternatives. */
function alternativesPattern(sources: readonly string[]): string {
  return sources.length === 1 ? (sources[0] ?? '') : `(?:${sources.join('|')})`;
}

/** Pattern source of a word with its endings; names, numbers and `word!` have none. */
function inflectedPattern(word: string): string {
  if (word.endsWith('!')) return escapePattern(word.slice(0, -1));
  if (word.length < 3 || /[^a-z]/.test(word)) return escapePattern(word);
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}(?:y|ies|ied|ying)`;
  if (word.endsWith('e')) return `${word.slice(0, -1)}(?:e[sd]?|ing)`;
  if (/(?:[sx]|[cs]h)$/.test(word)) return `${word}(?:es|ed|ing)?`;
  const doubled = /(?<![aeiou])[aeiou]([bdgmnprt])$/.exec(word)?.[1] ?? '';
  return `${word}(?:s|${doubled === '' ? '' : `${doubled}?`}(?:ed|ing))?`;
}

function escapePattern(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
