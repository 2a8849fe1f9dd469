import type { ParseOptions, Parser, Tree } from 'web-tree-sitter';

/**
 * Minimum number of characters for each progress report of the parser, which reports every hundred steps. Real programs
 * have about a hundred.
 */
const charactersPerParserReport = 25;
const minParserReports = 300;
/** Maximum length of a repeated unit, in characters. */
const maxUnitLength = 64;
/** Length of each examined stretch of a program, and of the gap between two stretches, in characters. */
const stretchLength = 512;

/** Maximum number of characters of all programs whose trees are cached. */
const maxCachedCharacters = 250_000;

/** Recently parsed programs. Several users in a row need the same one. */
const cachedTrees: { text: string; parser: Parser; tree: Tree }[] = [];

/** Calls `use` with a program's tree and returns its result; null if the parser gives up on the program. */
export function withTree<T>(text: string, parser: Parser, use: (tree: Tree) => T): T | null {
  const tree = acquireTree(text, parser);
  if (tree === null) return null;
  try {
    return use(tree);
  } finally {
    releaseTree(tree, text, parser);
  }
}

/** Hands out the tree of a program, which the caller must release; null if the parser gives up on the program. */
export function acquireTree(text: string, parser: Parser): Tree | null {
  const at = cachedTrees.findIndex((each) => each.parser === parser && each.text === text);
  return cachedTrees.splice(at, at < 0 ? 0 : 1)[0]?.tree ?? parseBounded(text, parser);
}

/** Caches a tree for the next user, as long as there is room. */
export function releaseTree(tree: Tree, text: string, parser: Parser): void {
  cachedTrees.unshift({ text, parser, tree });
  for (let length = lengthOf(cachedTrees); length > maxCachedCharacters; length = lengthOf(cachedTrees))
    cachedTrees.pop()?.tree.delete();
}

function lengthOf(programs: readonly { text: string }[]): number {
  return programs.reduce((length, { text }) => length + text.length, 0);
}

/** Parses within a limit of steps; null for a text that needs more, or that repeats itself more than programs do. */
export function parseBounded(text: string, parser: Parser): Tree | null {
  if (repeatsUnit(text)) return null;
  const most = minParserReports + text.length / charactersPerParserReport;
  let reports = 0;
  // The types omit the result of the callback: true cancels parsing.
  const options = { progressCallback: () => ++reports > most } as ParseOptions;
  const tree = parser.parse(text, null, options);
  if (tree === null) parser.reset();
  return tree;
}

/**
 * True if a text repeats a short unit of code for more than a thousand characters, unlike any real program. Parsers
 * that try every interpretation of an error take quadratic time for it (C#: two seconds for 1.5 KB of `* ; `), and more
 * memory than available (Java: 2 GB for 20 KB of `x => `), within too few steps to count them.
 */
export function repeatsUnit(text: string): boolean {
  for (let start = 0; start + stretchLength <= text.length; start += stretchLength) {
    const period = repetitionLength(text, start);
    if (period !== null && isCode(text.slice(start, start + period))) return true;
  }
  return false;
}

/** Length of the unit that a stretch repeats; null if it repeats nothing. */
function repetitionLength(text: string, start: number): number | null {
  const end = start + stretchLength;
  for (let period = 1; period <= maxUnitLength; period++) {
    let at = start;
    while (at + period < end && text.charCodeAt(at) === text.charCodeAt(at + period)) at++;
    if (at + period >= end) return period;
  }
  return null;
}

/**
 * True for a unit of code. Runs of one mark are lines in comments, and words alone are text. Joined lines count as
 * code, because scanners follow them again from each token.
 */
function isCode(unit: string): boolean {
  const marks = new Set(unit.match(/[^\s\w]/g));
  return marks.has('\\') || marks.size > 1 || (marks.size === 1 && /\w/.test(unit));
}
