import path from 'node:path/posix';
import type { SourceFile, Span } from '../../syntax/index.ts';
import type { Context, ScopeView } from './context.ts';
import { foldersAbove } from '../members.ts';
import { mapValue, type Option, scalarAt, stringOf, type Value } from '../value.ts';

type PathFunction = (args: readonly Value[], span: Span, context: Context) => Value | null;

/** The files that all others include, by the names that Terragrunt looks for. */
const ROOT_FILES = ['root.hcl', 'terragrunt.hcl'];

/**
 * Functions of Terragrunt that lead to other files. Paths are those from the scanned folder, which counts as the
 * repository.
 */
export const TERRAGRUNT_FUNCTIONS: Readonly<Record<string, PathFunction>> = {
  get_repo_root: (_, span) => scalarAt('.', span),
  get_terragrunt_dir: (_, span, { scope }) => scalarAt(folderOf(scope), span),
  get_original_terragrunt_dir: (_, span, { scope }) => scalarAt(scope.surroundings.root, span),
  // Code of an included file asks: it stands above the folder that is deployed.
  get_parent_terragrunt_dir: (_, span, { scope }) => scalarAt(scope.folder, span),
  path_relative_to_include: (_, span, { scope }) =>
    scalarAt(path.relative(scope.folder, scope.surroundings.root) || '.', span),
  path_relative_from_include: (_, span, { scope }) =>
    scalarAt(path.relative(scope.surroundings.root, scope.folder) || '.', span),
  get_path_from_repo_root: (_, span, { scope }) => scalarAt(scope.surroundings.root, span),
  get_path_to_repo_root: (_, span, { scope }) =>
    scalarAt(path.relative(scope.surroundings.root, '.') || '.', span),
  // What the environment sets is not known; where nothing is set, the second argument counts.
  get_env: ([, fallback]) => (fallback === undefined ? null : mapValue(fallback, asDefault)),
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
  // A text in JSON, of which `jsondecode` makes the map that it is here.
  read_tfvars_file: ([name], _, { scope }) => {
    const source = name === undefined ? null : fileAt(name, scope);
    return source === null ? null : scope.surroundings.readVariables(source);
  },
};

/** Code of an included file is asked as if it stood in the file that includes it. */
function folderOf({ folder, surroundings }: ScopeView): string {
  return surroundings.including ?? folder;
}

/** The file at a path that Terragrunt's functions gave, or at one from the folder of the code or of what includes it. */
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

/** A part that only the deployment knows, such as its environment's name, is that of a folder which it deploys. */
function pathsOf(name: Value, folder: string): string[] {
  const whole = stringOf(name);
  if (whole !== null) return [whole];
  const partial = name.kind === 'unknown' ? (name.partial ?? '') : '';
  const [before = '', after, ...others] = partial.split(/\$\{[^}]*\}/);
  if (after === undefined || others.length > 0) return [];
  return foldersAbove(folder).map((each) => before + path.basename(each) + after);
}

function asDefault(result: Option['result']): Option['result'] {
  return result.kind === 'scalar' ? { ...result, how: 'default' } : result;
}
