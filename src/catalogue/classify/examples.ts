/** Begins a list that is not complete; `(such as …)` ends with its parenthesis, another where the sentence turns. */
const OPENS = /\(?\b(?:such as|(?<=[,(] ?)including|for example|for instance|e g)\b/g;
const TURNS = new RegExp(
  String.raw`[.;)]|,? or (?:when|while|if|during|after)\b|\b(?:${[
    ...['can', 'could', 'may', 'might', 'will', 'would', 'cause[sd]?', 'causing', 'leads?'],
    ...['leading', 'results?', 'resulting', 'when', 'whenever', 'while', 'if', 'during'],
    ...['after', 'which', 'with', 'is', 'are', 'was', 'were', 'has', 'have', 'fail(?:s|ed)?'],
  ].join('|')})\b`,
);
/** From here to the end of the sentence only cases are listed, or those that the bug meets most. */
const LISTS = new RegExp(
  [
    String.raw`\b(?:affected|impacted) (?:\w+ ){1,2}(?:are|were|includ(?:e[sd]?|ing))\b`,
    String.raw`\b(?:statements|operations|queries|features|commands|tools|workloads|examples|scenarios|cases) (?:\w+ )?included?\b`,
    String.raw`\b(?:more|most) (?:likely|common(?:ly)?|often)\b`,
    String.raw`\b(?:especially|particularly|in particular|typically|mainly|regardless of)\b`,
  ].join('|'),
  'g',
);

/** A reading's text with its examples blanked out: what is only an example of a circumstance is not needed for the bug. */
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

/** The parts below "such as:" are the examples. */
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
