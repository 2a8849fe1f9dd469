import type { Surroundings } from '../values/context.ts';
import { parseFile } from './file.ts';
import { configOf } from './terragrunt-config.ts';
import { Budget } from '../../../values/budget.ts';
import { maxOfCode } from '../../../values/limits.ts';

/** What one reading begins with. */
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
