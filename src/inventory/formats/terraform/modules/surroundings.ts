import type { DocumentReader, WorkspaceView } from '../../format.ts';
import { parseFile } from './file.ts';
import type { Around } from './scope.ts';
import { configOf, variablesOf } from './terragrunt-config.ts';
import { Budget, maxOfCode } from '../../../../values/index.ts';

/** What the reading of a folder begins with. */
export function surroundingsOf(folder: string, view: WorkspaceView): Around {
  return newSurroundings(folder, view.readDocument, (file) => view.readNamed(file));
}

/** As {@link surroundingsOf}, where files are read in another way. */
export function newSurroundings(
  root: string,
  readDocument: DocumentReader = () => [],
  readFile: Around['readFile'] = () => null,
): Around {
  const surroundings: Around = {
    readDocument,
    budget: new Budget(maxOfCode),
    root,
    readFile,
    readConfig: (source) => configOf(parseFile(source), surroundings).value,
    readVariables: (source) => variablesOf(parseFile(source), surroundings),
    replaced: new Map(),
  };
  return surroundings;
}
