import type { Surroundings } from '../values/context.ts';
import { parseFile } from './file.ts';
import { configOf } from './terragrunt-config.ts';

/** What one reading begins with. */
export function newSurroundings(root: string, readFile: Surroundings['readFile']): Surroundings {
  const surroundings: Surroundings = {
    budget: { steps: 0, limit: 300_000, depth: 0, deepest: 150 },
    root,
    readFile,
    readConfig: (source) => configOf(parseFile(source), surroundings).value,
    replaced: new Map(),
  };
  return surroundings;
}
