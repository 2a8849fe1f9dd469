import type { ParseOptions, Parser, Tree } from 'web-tree-sitter';

/** The parser tells of its work after every hundred steps: a program has one such report in a hundred characters. */
const charactersPerParserReport = 25;
const minParserReports = 300;
/** Characters of a unit that is repeated. */
const maxUnitLength = 64;
/** Characters that are looked at in one place, and how far such places are apart. */
const stretchLength = 512;

/** Characters of all programs whose trees are kept for others. */
const mostSpare = 250_000;

/** Programs that were read last: several in a row lead to the same. */
const spare: { text: string; parser: Parser; tree: Tree }[] = [];

/** Hands a program's tree to `use` and returns its answer; null where the parser cannot follow the program. */
export function withTree<T>(text: string, parser: Parser, use: (tree: Tree) => T): T | null {
  const tree = takeTree(text, parser);
  if (tree === null) return null;
  try {
    return use(tree);
  } finally {
    giveBack(tree, text, parser);
  }
}

/** The tree of a program, for one user who gives it back; null where the parser cannot follow it. */
export function takeTree(text: string, parser: Parser): Tree | null {
  const at = spare.findIndex((each) => each.parser === parser && each.text === text);
  return spare.splice(at, at < 0 ? 0 : 1)[0]?.tree ?? parseBounded(text, parser);
}

/** Keeps a tree for the next user, as long as there is room. */
export function giveBack(tree: Tree, text: string, parser: Parser): void {
  spare.unshift({ text, parser, tree });
  for (let length = lengthOf(spare); length > mostSpare; length = lengthOf(spare)) spare.pop()?.tree.delete();
}

function lengthOf(programs: readonly { text: string }[]): number {
  return programs.reduce((length, { text }) => length + text.length, 0);
}

/** Null for what takes more steps, or a longer run of the same, than a program does. */
export function parseBounded(text: string, parser: Parser): Tree | null {
  if (repeatsUnit(text)) return null;
  const most = minParserReports + text.length / charactersPerParserReport;
  let reports = 0;
  // Whoever wrote its types forgot the answer: true cancels.
  const options = { progressCallback: () => ++reports > most } as ParseOptions;
  const tree = parser.parse(text, null, options);
  if (tree === null) parser.reset();
  return tree;
}

/**
 * Whether a text repeats a short unit of code for more than a thousand characters, as nobody writes it. A parser that
 * tries every reading of what is wrong takes the square of such a text in time (C#: two seconds for 1.5 KB of `* ; `), and
 * more memory than there is (Java: 2 GB for 20 KB of `x => `), within so few of its steps that they cannot be counted.
 */
export function repeatsUnit(text: string): boolean {
  for (let start = 0; start + stretchLength <= text.length; start += stretchLength) {
    const period = periodAt(text, start);
    if (period !== null && isCode(text.slice(start, start + period))) return true;
  }
  return false;
}

/** After how many characters a stretch repeats itself; null where it does not. */
function periodAt(text: string, start: number): number | null {
  const end = start + stretchLength;
  for (let period = 1; period <= maxUnitLength; period++) {
    let at = start;
    while (at + period < end && text.charCodeAt(at) === text.charCodeAt(at + period)) at++;
    if (at + period >= end) return period;
  }
  return null;
}

/** Marks of one kind are a line in a comment, words alone a text. A scanner follows lines that go on from each token. */
function isCode(unit: string): boolean {
  const marks = new Set(unit.match(/[^\s\w]/g));
  return marks.has('\\') || marks.size > 1 || (marks.size === 1 && /\w/.test(unit));
}
