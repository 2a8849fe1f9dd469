import type { WorkspaceView } from '../../format.ts';
import type { Surroundings } from '../../../../values/hcl/index.ts';
import { parseFile } from './file.ts';
import { configOf } from './terragrunt-config.ts';
import { Budget, maxOfCode } from '../../../../values/index.ts';

/** What the reading of a folder begins with. */
export function surroundingsOf(folder: string, view: Pick<WorkspaceView, 'readNamed'>): Surroundings {
  return newSurroundings(folder, (file) => view.readNamed(file));
}

/** As {@link surroundingsOf}, where files are read in another way. */
export function newSurroundings(root: string, readFile: Surroundings['readFile']): Surroundings {
  const surroundings: Surroundings = {
    budget: new Budget(maxOfCode),
    root,
    readFile,
    readConfig: (source) => configOf(parseFile(source), surroundings).value,
    replaced: new Map(),
  };
  return surroundings;
}
