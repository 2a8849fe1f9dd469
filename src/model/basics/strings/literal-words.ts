/**
 * Parts of a pattern that are not literal: groups with everything after them, choices, optional parts, classes,
 * anchors. A mark after a backslash is literal.
 */
const NOT_LITERAL =
  /(?<!\\)\(.*|(?<!\\)\[[^\][]*\][?*+]?|(?<!\\)\[.*|\\?.(?<!\\)\{.*|\\?.(?<!\\)[?*]|\\\w|(?<!\\)[.+^$\]})]/;
const MARK = /[.*+?^${}()|[\]\\/-]/g;
/** Minimum length; shorter parts are in nearly every text. */
const MIN_WORD_LENGTH = 3;
/** Length that makes a part rare in most texts. */
const DISTINCTIVE_LENGTH = 6;
/** Frequency of letters and marks per thousand characters of code and settings. */
const FREQUENT: readonly (readonly [letters: string, times: number])[] = [
  [' etniosra', 45],
  ['cpul.d:gym/', 18],
  ['hf-=vbw', 10],
];
/** Frequency of all others. */
const RARE = 5;

/**
 * Literal words of each pattern of alternatives, as sources: every text that the pattern matches contains one. They are
 * the longest literal part of each alternative, because the engine searches for few words much faster than for many
 * with choices in them. The pattern itself if an alternative has no literal part. All start with the same letters, so
 * that words of several patterns form one.
 */
export function literalWords(patterns: readonly RegExp[]): string[][] {
  const needed = patterns.map(({ source }) => {
    const parts = withoutContaining(alternativesOf(source).map(literalWord));
    return parts.every((part) => part.length >= MIN_WORD_LENGTH) ? parts : null;
  });
  const all = [...new Set(needed.flatMap((parts) => parts ?? []))];
  const begun = new Map(withSharedStart(all).map((word, nth) => [all[nth], word]));
  return patterns.map(({ source }, nth) => {
    const words = needed[nth]?.map((part) => begun.get(part) ?? part);
    return words === undefined
      ? [source]
      : withoutContaining(words).map((word) => word.replace(MARK, '\\$&'));
  });
}

/** Words that contain no other word of the list: a text with the longer word contains the shorter one, too. */
function withoutContaining(words: readonly string[]): string[] {
  const each = [...new Set(words)];
  return each.filter((word) => !each.some((other) => other.length < word.length && word.includes(other)));
}

/** Alternatives outside groups. */
function alternativesOf(source: string): string[] {
  const alternatives: string[] = [];
  let depth = 0;
  let isChoice = false;
  let start = 0;
  for (let at = 0; at < source.length; at++) {
    const char = source[at];
    if (char === '\\') at++;
    else if (isChoice) isChoice = char !== ']';
    else if (char === '[') isChoice = true;
    else if (char === '(') depth++;
    else if (char === ')') depth--;
    else if (char === '|' && depth === 0) {
      alternatives.push(source.slice(start, at));
      start = at + 1;
    }
  }
  return [...alternatives, source.slice(start)];
}

function literalWord(alternative: string): string {
  const parts = alternative.split(NOT_LITERAL).map((part) => part.replace(/\\(\W)/g, '$1'));
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest));
}

/**
 * Parts cut to start with a rare letter that others share: the fewer letters start a match, the further the engine
 * skips ahead.
 */
function withSharedStart(parts: readonly string[]): string[] {
  const letters = new Set<string>();
  for (let open = parts; open.length > 0; open = open.filter((part) => beginning(part, letters) < 0)) {
    const found = Map.groupBy(open.flatMap(beginnings), (letter) => letter);
    const worth = [...found].map(([letter, { length }]) => [length / frequency(letter), letter] as const);
    letters.add(worth.reduce((best, each) => (each[0] > best[0] ? each : best))[1]);
  }
  return parts.map((part) => part.slice(beginning(part, letters)));
}

/** Letters of a part that are followed by a long enough rest. */
function beginnings(part: string): string[] {
  return [...new Set(part.slice(0, Math.max(1, part.length - DISTINCTIVE_LENGTH + 1)))];
}

function beginning(part: string, letters: ReadonlySet<string>): number {
  return part
    .split('')
    .findIndex((letter, at) => (at === 0 || part.length - at >= DISTINCTIVE_LENGTH) && letters.has(letter));
}

function frequency(letter: string): number {
  return FREQUENT.find(([letters]) => letters.includes(letter))?.[1] ?? RARE;
}
