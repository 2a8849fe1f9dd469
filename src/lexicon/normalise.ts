/** Text with plain quotes, dashes and blanks, in its own case, which names depend on. */
export function withPlainSigns(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‘’`]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[‐‑–—]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Text as the lexicon matches it: with plain signs, in lower case, without contractions. Release notes and questions get the
 * same form.
 */
export function normalise(text: string): string {
  return withPlainSigns(text)
    .toLowerCase()
    .replace(/\bcan't\b/g, 'cannot')
    .replace(/\bwon't\b/g, 'will not')
    .replace(/n't\b/g, ' not');
}

/** Text up to its first full stop before a blank. */
export function firstSentence(text: string): string {
  return text.split(/\. /, 1)[0] ?? text;
}
