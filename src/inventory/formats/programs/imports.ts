import { getOrInsert } from '../../../model/index.ts';
import type { Parser, Tree } from 'web-tree-sitter';
import { linesOf, parserOf, type SourceFile } from '../../../syntax/index.ts';
import type { WorkspaceView } from '../../reading/format.ts';
import { languageOf } from './language-of.ts';
import {
  releaseTree,
  newProgram,
  acquireTree,
  type Program,
  type FileAccess,
} from '../../../syntax/programs/index.ts';

/** Maximum number of imported files that are opened for one program. */
const maxFilesOpened = 10;

/** Provides the files that a program can import: programs in its language and JSON files, parsed on demand. */
export function withImports<T>(
  view: WorkspaceView,
  parser: Parser,
  use: (access: FileAccess, opened: ReadonlyMap<string, Program | null>) => T,
): T {
  const opened = new Map<string, Program | null>();
  const trees: { tree: Tree; text: string }[] = [];
  const parse = (file: string): Program | null => {
    const source = importable(file, parser, view);
    if (source === null) return null;
    access.isCut ||= trees.length >= maxFilesOpened;
    const tree = trees.length >= maxFilesOpened ? null : acquireTree(source.text, parser);
    if (tree === null) return null;
    trees.push({ tree, text: source.text });
    return newProgram(source, tree.rootNode, { open: () => null, isCut: false });
  };
  const access: FileAccess = { isCut: false, open: (file) => getOrInsert(opened, file, () => parse(file)) };
  try {
    return use(access, opened);
  } finally {
    for (const { tree, text } of trees) releaseTree(tree, text, parser);
  }
}

/** Source of an imported file, if the parser of the program can parse it. */
function importable(file: string, parser: Parser, view: WorkspaceView): SourceFile | null {
  if (parserOf(languageOf(file)) === parser) return view.read(file);
  return file.endsWith('.json') ? settingsAt(file, view) : null;
}

/** A JSON file as a parenthesised expression: every grammar parses it like an object in a program. */
function settingsAt(file: string, view: WorkspaceView): SourceFile | null {
  const source = view.readNamed(file);
  if (source === null) return null;
  const starts = linesOf(source).starts.map((start) => start + 1);
  return { file, text: `(${source.text})`, lines: { file, starts } };
}
