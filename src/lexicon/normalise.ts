/** Text with plain quotes, dashes and blanks, and without contractions; in its own case, which names depend on. */
export function withPlainSigns(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‘’`]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[‐‑–—]/g, '-')
    .replace(/\b(ca|wo)n't\b/gi, (_, verb: string) => (/c/i.test(verb) ? 'cannot' : 'will not'))
    .replace(/n't\b/gi, ' not')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Text as the lexicon matches it: with plain signs, in lower case. Release notes and questions get the same form. */
export function normalise(text: string): string {
  return withPlainSigns(text).toLowerCase();
}
