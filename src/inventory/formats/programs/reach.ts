import { madeOnce } from '../../../model/index.ts';
import path from 'node:path/posix';
import type { Parser, Tree } from 'web-tree-sitter';
import { linesOf, parserOf, type SourceFile } from '../../../syntax/index.ts';
import { filesLike, unknownPart } from '../../../values/index.ts';
import type { WorkspaceView } from '../format.ts';
import { languageOf } from './language-of.ts';
import { giveBack, newProgram, takeTree, type Program, type Reach } from '../../../syntax/programs/index.ts';

const maxSteps = 20_000;
/** Other programs that one leads to. */
const maxProgramsOpened = 10;
/** Languages of which all files in a folder see each other's names. */
const SHARE_FOLDERS = /\.(?:go|cs|java)$/i;

/** Hands on what a program can reach: other programs of the workspace in its language, parsed as they are asked for. */
export function withReach<T>(view: WorkspaceView, parser: Parser, use: (reach: Reach) => T): T {
  const opened = new Map<string, Program | null>();
  const trees: { tree: Tree; text: string }[] = [];
  const parse = (file: string): Program | null => {
    const isOfParser = parserOf(languageOf(file)) === parser;
    const source = isOfParser ? view.read(file) : file.endsWith('.json') ? settingsAt(file, view) : null;
    if (source === null) return null;
    reach.isCut ||= trees.length >= maxProgramsOpened;
    const tree = trees.length >= maxProgramsOpened ? null : takeTree(source.text, parser);
    if (tree === null) return null;
    trees.push({ tree, text: source.text });
    return newProgram(source, tree.rootNode, reach);
  };
  const reach: Reach = {
    programs: [],
    steps: maxSteps,
    isCut: false,
    open: (file) => madeOnce(opened, file, () => parse(file)),
    settings: (written, folders) => {
      for (const folder of folders) {
        const partial = path.join(folder, written);
        const found = filesLike(partial, view).flatMap((file) => {
          const program = reach.open(file);
          const environment = unknownPart(file, partial);
          if (program !== null && environment !== '') program.environment = environment;
          return program ?? [];
        });
        if (found.length > 0) return found;
      }
      return [];
    },
    *beside(file, written) {
      const others = SHARE_FOLDERS.test(file) ? view.list(path.dirname(file)) : [];
      for (const other of others) {
        if (other === file || !SHARE_FOLDERS.test(other)) continue;
        const program = written.test(view.read(other)?.text ?? '') ? reach.open(other) : null;
        if (program !== null) yield program;
      }
    },
  };
  try {
    return use(reach);
  } finally {
    for (const { tree, text } of trees) giveBack(tree, text, parser);
  }
}

/** A file in JSON as an expression in brackets: every grammar makes of it what it makes of an object in a program. */
function settingsAt(file: string, view: WorkspaceView): SourceFile | null {
  const source = view.readNamed(file);
  if (source === null) return null;
  const starts = linesOf(source).starts.map((start) => start + 1);
  return { file, text: `(${source.text})`, lines: { file, starts } };
}
