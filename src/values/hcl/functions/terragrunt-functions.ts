import path from 'node:path/posix';
import type { SourceFile, Span } from '../../../syntax/index.ts';
import type { Context, ScopeView } from '../context.ts';
import { foldersAbove } from '../../../model/index.ts';
import { mapOptions, type Option, scalarAt, stringOf, type Value } from '../../value/value.ts';

type PathFunction = (args: readonly Value[], span: Span, context: Context) => Value | null;

/** Root files that Terragrunt searches for inclusion. */
const ROOT_FILES = ['root.hcl', 'terragrunt.hcl'];

/**
 * Terragrunt functions that refer to other files. Paths start at the scanned folder, which counts as the repository.
 */
export const TERRAGRUNT_FUNCTIONS: Readonly<Record<string, PathFunction>> = {
  get_repo_root: (_, span) => scalarAt('.', span),
  get_terragrunt_dir: (_, span, { scope }) => scalarAt(folderOf(scope), span),
  get_original_terragrunt_dir: (_, span, { scope }) => scalarAt(scope.surroundings.root, span),
  // The caller is code of an included file, above the deployed folder.
  get_parent_terragrunt_dir: (_, span, { scope }) => scalarAt(scope.folder, span),
  path_relative_to_include: (_, span, { scope }) =>
    scalarAt(path.relative(scope.folder, scope.surroundings.root) || '.', span),
  path_relative_from_include: (_, span, { scope }) =>
    scalarAt(path.relative(scope.surroundings.root, scope.folder) || '.', span),
  get_path_from_repo_root: (_, span, { scope }) => scalarAt(scope.surroundings.root, span),
  get_path_to_repo_root: (_, span, { scope }) =>
    scalarAt(path.relative(scope.surroundings.root, '.') || '.', span),
  // The environment is unknown; if the variable is not set, the second argument counts.
  get_env: ([, fallback]) => (fallback === undefined ? null : mapOptions(fallback, asDefault)),
  dirname: ([name], span) => {
    const written = stringOf(name);
    return written === null ? null : scalarAt(path.dirname(written), span);
  },
  find_in_parent_folders: ([name, fallback], span, { scope }) => {
    const wanted = stringOf(name);
    if (name !== undefined && wanted === null) return null;
    const found = foldersAbove(folderOf(scope))
      .slice(1)
      .flatMap((folder) => (wanted === null ? ROOT_FILES : [wanted]).map((file) => path.join(folder, file)))
      .find((file) => scope.surroundings.readFile(file) !== null);
    return found === undefined ? (fallback ?? null) : scalarAt(found, span);
  },
  read_terragrunt_config: ([name, fallback], _, { scope }) => {
    const source = name === undefined ? null : fileAt(name, scope);
    return source === null ? (fallback ?? null) : scope.surroundings.readConfig(source);
  },
  // A JSON text, represented by the map that `jsondecode` makes of it.
  read_tfvars_file: ([name], _, { scope }) => {
    const source = name === undefined ? null : fileAt(name, scope);
    return source === null ? null : scope.surroundings.readVariables(source);
  },
};

/** Folder for relative paths: code of an included file counts as part of the including file. */
function folderOf({ folder, surroundings }: ScopeView): string {
  return surroundings.including ?? folder;
}

/** File at a path from Terragrunt's functions, or relative to the folder of the code or of the including file. */
export function fileAt(name: Value, scope: ScopeView): SourceFile | null {
  const { readFile } = scope.surroundings;
  const own = folderOf(scope);
  for (const written of pathsOf(name, own)) {
    const paths = [path.normalize(written), path.join(scope.folder, written), path.join(own, written)];
    const found = path.isAbsolute(written) ? undefined : paths.find((each) => readFile(each) !== null);
    if (found !== undefined) return readFile(found);
  }
  return null;
}

/**
 * Possible paths. A part known only at deployment, such as an environment's name, is taken from the deployed folder and
 * those above it.
 */
function pathsOf(name: Value, folder: string): string[] {
  const whole = stringOf(name);
  if (whole !== null) return [whole];
  const partial = name.kind === 'unknown' ? (name.partial ?? '') : '';
  const [before = '', after, ...others] = partial.split(/\$\{[^}]*\}/);
  if (after === undefined || others.length > 0) return [];
  return foldersAbove(folder).map((each) => before + path.basename(each) + after);
}

function asDefault(result: Option['result']): Option['result'] {
  return result.kind === 'scalar' ? { ...result, origin: 'default' } : result;
}
