import path from 'node:path';
import { parserOf, prepareParsers, type GrammarName } from '../../../src/syntax/index.ts';
import {
  acquireTree,
  argumentsOf,
  callOf,
  newProgram,
  nodesNamed,
  type Node,
  type Program,
} from '../../../src/syntax/programs/index.ts';

const GRAMMARS: Readonly<Record<string, GrammarName>> = {
  '.ts': 'typescript',
  '.js': 'typescript',
  '.json': 'typescript',
  '.py': 'python',
  '.go': 'go',
  '.java': 'java',
  '.cs': 'c-sharp',
};

/** Loads the grammars for files with these endings. */
export async function prepareFor(...endings: string[]): Promise<void> {
  await prepareParsers(endings.map((ending) => GRAMMARS[ending] ?? 'typescript'));
}

/** A parsed program, with other files that it can import. */
export function programIn(
  file: string,
  text: string,
  others: Readonly<Record<string, string>> = {},
): Program {
  const parser = parserOf(GRAMMARS[path.extname(file)] ?? null);
  // Every grammar can parse a JSON file as an object in brackets.
  const code = file.endsWith('.json') ? `(${text})` : text;
  const tree = parser && acquireTree(code, parser);
  if (tree === null) throw new Error(`no tree: ${file}`);
  return newProgram({ file, text: code }, tree.rootNode, {
    open: (other) => {
      const written = Object.hasOwn(others, other) ? others[other] : undefined;
      return written === undefined ? null : programIn(other, written);
    },
    isCut: false,
  });
}

/** Arguments of the last call of `use` in a program. */
export function useArguments(program: Program): Node[] {
  const calls = nodesNamed('use', program).flatMap((name) => callOf(name) ?? []);
  const last = calls.at(-1);
  if (last === undefined) throw new Error(`no use: ${program.source.text}`);
  return argumentsOf(last);
}

/** The only argument of the last call of `use` in a program. */
export function useArgument(file: string, text: string, others?: Readonly<Record<string, string>>): Node {
  const [argument] = useArguments(programIn(file, text, others));
  if (argument === undefined) throw new Error(`no argument: ${text}`);
  return argument;
}
