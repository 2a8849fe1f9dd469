import path from 'node:path/posix';
import type { WorkspaceView } from '../reading/format.ts';
import { isModuleFile, isVariableFile } from '../reading/file-names.ts';
import { maxVariableFolders } from '../../values/index.ts';
import { type VariableLookup, loneScope } from './scope.ts';
import { newSurroundings } from './surroundings.ts';
import { valuesIn } from './terragrunt-config.ts';
import type { HclFile } from '../../syntax/index.ts';

/** Folder whose code a variables file belongs to: the nearest one above with code, else its own. */
export function folderOfVariables(
  file: string,
  list: WorkspaceView['list'],
  isCode: (file: string) => boolean = isModuleFile,
): string {
  const own = path.dirname(file);
  let folder = own;
  for (let depth = 0; depth <= maxVariableFolders; depth++) {
    if (list(folder).some(isCode)) return folder;
    if (folder === '.') break;
    folder = path.dirname(folder);
  }
  return own;
}

/** Variables files in subfolders, down to those with code of their own. */
export function variableFilesBelow(
  folder: string,
  view: WorkspaceView,
  { isCode = isModuleFile, isVariables = isVariableFile } = {},
): string[] {
  const filesIn = (inner: string, depth: number): string[] => {
    const names = view.list(inner);
    if (depth > maxVariableFolders || names.some(isCode)) return [];
    const below = view.folders(inner).flatMap((each) => filesIn(each, depth + 1));
    return [...names.filter(isVariables), ...below];
  };
  return view.folders(folder).flatMap((inner) => filesIn(inner, 1));
}

/** Looks up a variable in some variables files; later files take precedence. */
export function valuesOfFiles(files: readonly HclFile[]): VariableLookup {
  if (files.length === 0) return () => undefined;
  const values = valuesIn(files, loneScope('.', [], newSurroundings('.')));
  return (name) => values.get(name);
}
