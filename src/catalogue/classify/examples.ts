/** Beginning of an incomplete list; `(such as …)` ends with its parenthesis, another where the main clause begins. */
const OPENS = /\(?\b(?:such as|(?<=[,(] ?)including|for example|for instance|e g)\b/g;
const TURNS = new RegExp(
  String.raw`[.;)]|,? or (?:when|while|if|during|after)\b|\b(?:${[
    ...['can', 'could', 'may', 'might', 'will', 'would', 'cause[sd]?', 'causing', 'leads?'],
    ...['leading', 'results?', 'resulting', 'when', 'whenever', 'while', 'if', 'during'],
    ...['after', 'which', 'with', 'is', 'are', 'was', 'were', 'has', 'have', 'fail(?:s|ed)?'],
  ].join('|')})\b`,
);
/** Beginning of the last part of a bullet that only lists cases, or the most common ones. */
const LISTS = new RegExp(
  [
    String.raw`\b(?:affected|impacted) (?:\w+ ){1,2}(?:are|were|includ(?:e[sd]?|ing))\b`,
    String.raw`\b(?:statements|operations|queries|features|commands|tools|workloads|examples|scenarios|cases) (?:\w+ )?included?\b`,
    String.raw`\b(?:more|most) (?:likely|common(?:ly)?|often)\b`,
    String.raw`\b(?:especially|particularly|in particular|typically|mainly|regardless of)\b`,
  ].join('|'),
  'g',
);

/** A reading's text with its examples blanked out: an example of a circumstance is not a requirement of the bug. */
export function withoutExamples(text: string): string {
  let plain = text;
  for (const { index, 0: words } of text.matchAll(LISTS))
    plain = blanked(plain, index, endOfSentence(text, index + words.length));
  for (const { index, 0: words } of text.matchAll(OPENS)) {
    const begin = index + words.length;
    plain = blanked(plain, index, words.startsWith('(') ? endOf(text, begin, /\)/) : endOfList(text, begin));
  }
  return plain;
}

/** End of the examples; the parts below "such as:" belong to them. */
function endOfList(text: string, begin: number): number {
  return text.startsWith(':', begin) ? text.length : endOf(text, begin, TURNS);
}

function endOfSentence(text: string, begin: number): number {
  return text.startsWith(':', begin) ? text.length : endOf(text, begin, /\./);
}

function endOf(text: string, begin: number, pattern: RegExp): number {
  const found = pattern.exec(text.slice(begin));
  return found === null ? text.length : begin + found.index;
}

function blanked(text: string, begin: number, end: number): string {
  return text.slice(0, begin) + ' '.repeat(end - begin) + text.slice(end);
}
