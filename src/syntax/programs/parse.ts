import type { ParseOptions, Parser, Tree } from 'web-tree-sitter';

/** Minimum characters per progress report of the parser (every hundred steps). Real programs have about a hundred. */
const charactersPerParserReport = 25;
const minParserReports = 300;
/** Maximum length of a repeated unit, in characters. */
const maxUnitLength = 64;
/** Number of characters in each examined stretch of a program, and between two stretches. */
const stretchLength = 512;

/** Limit of characters of all programs whose trees are cached. */
const mostSpare = 250_000;

/** Recently read programs: several in a row need the same one. */
const spare: { text: string; parser: Parser; tree: Tree }[] = [];

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

/** Takes the tree of a program for one user, who gives it back; null if the parser gives up on it. */
export function acquireTree(text: string, parser: Parser): Tree | null {
  const at = spare.findIndex((each) => each.parser === parser && each.text === text);
  return spare.splice(at, at < 0 ? 0 : 1)[0]?.tree ?? parseBounded(text, parser);
}

/** Caches a tree for the next user, as long as there is room. */
export function releaseTree(tree: Tree, text: string, parser: Parser): void {
  spare.unshift({ text, parser, tree });
  for (let length = lengthOf(spare); length > mostSpare; length = lengthOf(spare)) spare.pop()?.tree.delete();
}

function lengthOf(programs: readonly { text: string }[]): number {
  return programs.reduce((length, { text }) => length + text.length, 0);
}

/** Parses with a limit; null for a text that takes more steps, or longer runs of the same, than a program. */
export function parseBounded(text: string, parser: Parser): Tree | null {
  if (repeatsUnit(text)) return null;
  const most = minParserReports + text.length / charactersPerParserReport;
  let reports = 0;
  // The types omit the callback's result: true cancels.
  const options = { progressCallback: () => ++reports > most } as ParseOptions;
  const tree = parser.parse(text, null, options);
  if (tree === null) parser.reset();
  return tree;
}

/**
 * True if a text repeats a short unit of code for more than a thousand characters, unlike any real program. A parser
 * that tries every interpretation of an error takes quadratic time for such a text (C#: two seconds for 1.5 KB of `* ;
 * `), and more memory than available (Java: 2 GB for 20 KB of `x => `), within so few of its steps that they cannot be
 * counted.
 */
export function repeatsUnit(text: string): boolean {
  for (let start = 0; start + stretchLength <= text.length; start += stretchLength) {
    const period = periodAt(text, start);
    if (period !== null && isCode(text.slice(start, start + period))) return true;
  }
  return false;
}

/** Number of characters after which a stretch repeats itself; null if it does not. */
function periodAt(text: string, start: number): number | null {
  const end = start + stretchLength;
  for (let period = 1; period <= maxUnitLength; period++) {
    let at = start;
    while (at + period < end && text.charCodeAt(at) === text.charCodeAt(at + period)) at++;
    if (at + period >= end) return period;
  }
  return null;
}

/**
 * True for a unit of code. A run of one mark is a line in a comment, words alone are a text; joined lines count as
 * code, because a scanner follows them again from each token.
 */
function isCode(unit: string): boolean {
  const marks = new Set(unit.match(/[^\s\w]/g));
  return marks.has('\\') || marks.size > 1 || (marks.size === 1 && /\w/.test(unit));
}
