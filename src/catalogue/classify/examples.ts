/** Beginning of examples. `(such as …)` ends with its parenthesis, all other examples where the main clause begins. */
const EXAMPLES_BEGIN = /\(?\b(?:such as|(?<=[,(] ?)including|for example|for instance|e g)\b/g;
const MAIN_CLAUSE = new RegExp(
  String.raw`[.;)]|,? or (?:when|while|if|during|after)\b|\b(?:${[
    ...['can', 'could', 'may', 'might', 'will', 'would', 'cause[sd]?', 'causing', 'leads?'],
    ...['leading', 'results?', 'resulting', 'when', 'whenever', 'while', 'if', 'during'],
    ...['after', 'which', 'with', 'is', 'are', 'was', 'were', 'has', 'have', 'fail(?:s|ed)?'],
  ].join('|')})\b`,
);
/** Beginning of the last part of a bullet that only lists cases, or the most common ones. */
const CASES_BEGIN = new RegExp(
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
  for (const { index, 0: words } of text.matchAll(CASES_BEGIN))
    plain = blanked(plain, index, endOfSentence(text, index + words.length));
  for (const { index, 0: words } of text.matchAll(EXAMPLES_BEGIN)) {
    const begin = index + words.length;
    plain = blanked(
      plain,
      index,
      words.startsWith('(') ? indexOfMatch(text, begin, /\)/) : endOfList(text, begin),
    );
  }
  return plain;
}

/** End of the examples; the parts below "such as:" belong to them. */
function endOfList(text: string, begin: number): number {
  return text.startsWith(':', begin) ? text.length : indexOfMatch(text, begin, MAIN_CLAUSE);
}

function endOfSentence(text: string, begin: number): number {
  return text.startsWith(':', begin) ? text.length : indexOfMatch(text, begin, /\./);
}

function indexOfMatch(text: string, begin: number, pattern: RegExp): number {
  const found = pattern.exec(text.slice(begin));
  return found === null ? text.length : begin + found.index;
}

function blanked(text: string, begin: number, end: number): string {
  return text.slice(0, begin) + ' '.repeat(end - begin) + text.slice(end);
}
