import type { ParseOptions, Parser, Tree } from 'web-tree-sitter';
import type { Parts } from '../document/yaml-parts.ts';
import type { SourceFile } from '../source.ts';
import { editsBetween } from './edits-between.ts';
import { repeatsUnit } from './repeats.ts';

/** The parser tells of its work after every hundred steps: a program has one such report in a hundred characters. */
const charactersPerParserReport = 25;
const minParserReports = 300;

/** Programs that are open in the editor, as they were last parsed. */
const opened = new WeakMap<Parts, { text: string; tree: Tree }>();

/**
 * Hands a program's tree to `use`. Of one that is open in the editor the tree is kept, and parsed again only around its
 * next change; null when the parser cannot follow it.
 */
export function withTree<T>(source: SourceFile, parser: Parser, use: (tree: Tree) => T): T | null {
  const { text, parts } = source;
  const before = parts === undefined ? undefined : opened.get(parts);
  const tree = (before && parseAgain(before, text, parser)) ?? parseBounded(text, parser);
  before?.tree.delete();
  if (tree === null) {
    if (parts !== undefined) opened.delete(parts);
    return null;
  }
  if (parts !== undefined) {
    opened.set(parts, { text, tree });
    return use(tree);
  }
  try {
    return use(tree);
  } finally {
    tree.delete();
  }
}

/** Null for what takes more steps, or a longer run of the same, than a program does. */
export function parseBounded(text: string, parser: Parser, before: Tree | null = null): Tree | null {
  if (repeatsUnit(text)) return null;
  const most = minParserReports + text.length / charactersPerParserReport;
  let reports = 0;
  // Whoever wrote its types forgot the answer: true cancels.
  const options = { progressCallback: () => ++reports > most } as ParseOptions;
  const tree = parser.parse(text, before, options);
  if (tree === null) parser.reset();
  return tree;
}

/** Null where the text has an error: which of its parts belong together then depends on what was there before. */
function parseAgain(before: { text: string; tree: Tree }, text: string, parser: Parser): Tree | null {
  for (const edit of editsBetween(before.text, text)) before.tree.edit(edit);
  const tree = parseBounded(text, parser, before.tree);
  if (tree?.rootNode.hasError !== true) return tree;
  tree.delete();
  return null;
}
