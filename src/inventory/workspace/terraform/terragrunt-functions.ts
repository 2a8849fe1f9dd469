import path from 'node:path/posix';
import type { Span } from '../document/node.ts';
import type { SourceFile } from '../draft.ts';
import { evaluate } from './evaluate.ts';
import type { Context } from './evaluate.ts';
import { parseFile } from './file.ts';
import { declarationsOf } from './module.ts';
import { keyResult } from './operations.ts';
import { stringOf } from './result.ts';
import type { ObjectResult, Result } from './result.ts';
import { Scope } from './scope.ts';
import type { Surroundings } from './scope.ts';
import { attributeOf } from './syntax.ts';
import type { HclFile } from './syntax.ts';

type PathFunction = (args: readonly Result[], span: Span, context: Context) => Result | null;

/** The files that all others include, by the names that Terragrunt looks for. */
const ROOT_FILES = ['root.hcl', 'terragrunt.hcl'];

/** Functions of Terragrunt that lead to other files. Paths are those from the scanned folder, which counts as the repository. */
export const TERRAGRUNT_FUNCTIONS: Readonly<Record<string, PathFunction>> = {
  get_repo_root: (_, span) => keyResult('.', span),
  get_terragrunt_dir: (_, span, { scope }) => keyResult(scope.module.folder, span),
  get_original_terragrunt_dir: (_, span, { scope }) => keyResult(scope.surroundings.root, span),
  dirname: ([name], span) => {
    const written = name === undefined ? null : stringOf(name);
    return written === null ? null : keyResult(path.dirname(written), span);
  },
  find_in_parent_folders: ([name, fallback], span, { scope }) => {
    const wanted = name === undefined ? null : stringOf(name);
    if (name !== undefined && wanted === null) return null;
    const found = foldersAbove(scope.module.folder)
      .slice(1)
      .flatMap((folder) => (wanted === null ? ROOT_FILES : [wanted]).map((file) => path.join(folder, file)))
      .find((file) => scope.surroundings.readFile(file) !== null);
    return found === undefined ? (fallback ?? null) : keyResult(found, span);
  },
  read_terragrunt_config: ([name, fallback], _, { scope }) => {
    const source = name === undefined ? null : fileAt(name, scope);
    return source === null ? (fallback ?? null) : configOf(parseFile(source), scope.surroundings).value;
  },
};

/** A file of Terragrunt as others see it. */
export interface Config {
  scope: Scope;
  /** Its `locals` and `inputs`. */
  value: ObjectResult;
  inputs: Result | null;
}

/** @param included what `include` blocks bring, by their names */
export function configOf(
  file: HclFile,
  surroundings: Surroundings,
  included: ReadonlyMap<string, Result> = new Map(),
): Config {
  const module = declarationsOf(path.dirname(file.file), [file]);
  const scope = new Scope({ module, prefix: '', calledFrom: null, surroundings }, () => undefined);
  const span = fileSpan(file);
  const written = attributeOf(file.body, 'inputs');
  const bindings = new Map([['include', objectOf(included, span)]]);
  const inputs =
    written === undefined ? null : evaluate(written.value, scope.context('inputs', 'variable', bindings));
  const locals = new Map([...module.locals.keys()].map((name) => [name, scope.local(name)]));
  const fields = new Map<string, Result>([['locals', objectOf(locals, span)]]);
  if (inputs !== null) fields.set('inputs', inputs);
  return { scope, value: objectOf(fields, span), inputs };
}

/** The file at a path that Terragrunt's functions gave, or at one from the folder of the code. */
export function fileAt(name: Result, { module, surroundings }: Scope): SourceFile | null {
  const written = stringOf(name);
  if (written === null || path.isAbsolute(written)) return null;
  const { readFile } = surroundings;
  return readFile(path.normalize(written)) ?? readFile(path.join(module.folder, written));
}

/** A folder and all above it, the nearest first. */
export function foldersAbove(folder: string): string[] {
  return folder === '.' ? ['.'] : [folder, ...foldersAbove(path.dirname(folder))];
}

export function objectOf(fields: ReadonlyMap<string, Result>, span: Span): ObjectResult {
  return { kind: 'object', fields, isComplete: true, span };
}

/** The beginning of a file, for what is declared nowhere in it. */
export function fileSpan({ file, body }: HclFile): Span {
  const lines = body.attributes[0]?.nameSpan.lines ?? body.blocks[0]?.typeSpan.lines ?? { file, starts: [0] };
  return { lines, start: 0, end: 0 };
}
