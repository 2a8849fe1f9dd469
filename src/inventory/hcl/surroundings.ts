import type { WorkspaceView } from '../reading/format.ts';
import { NO_EMBEDDED } from '../embedded/registry.ts';
import { parseFile } from './file.ts';
import type { FolderContext } from './scope.ts';
import { configOf, variablesOf } from './terragrunt-config.ts';
import { Budget, codeLimits } from '../../values/index.ts';

/** Surroundings for reading a folder. */
export function surroundingsOf(folder: string, view: WorkspaceView): FolderContext {
  return newSurroundings(folder, view, (file) => view.readNamed(file));
}

/** Like {@link surroundingsOf}, with other ways to read files, or none. */
export function newSurroundings(
  root: string,
  { embedded, list, folders }: Pick<WorkspaceView, 'embedded' | 'list' | 'folders'> = NO_SURROUNDINGS,
  readFile: FolderContext['readFile'] = () => null,
): FolderContext {
  const surroundings: FolderContext = {
    ...{ embedded, readFile, list, folders, root },
    budget: new Budget(codeLimits),
    readConfig: (source) => configOf(parseFile(source), surroundings).value,
    readVariables: (source) => variablesOf(parseFile(source), surroundings),
    replaced: new Map(),
    branches: new Map(),
  };
  return surroundings;
}

const NO_SURROUNDINGS = { embedded: NO_EMBEDDED, list: () => [], folders: () => [] };
