import { baseOf, walk } from '../../files/index.ts';

/** Number of files in folders that a scan looks at, whatever they are. @param ignoreFiles false also counts ignored ones */
export function countFiles(paths: readonly string[], ignoreFiles: boolean): number {
  const options = { base: baseOf(paths), isWanted: () => true, ignoreFiles, report: () => undefined };
  return Iterator.from(walk(paths, options)).reduce((count) => count + 1, 0);
}
