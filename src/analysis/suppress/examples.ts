import type { Config } from '../../config/index.ts';
import { getOrInsert, isFileLocation, isInFolders, type Finding, type Location } from '../../model/index.ts';
import type { ExampleOptions } from '../analysis-options.ts';

/** True for a place in a folder of examples or tests. */
export type IsExample = (location: Location) => boolean;

/** Rule for examples, common to the editor and `--fail-on`. Kept by file. */
export function examplesBy(
  { exampleFolders }: Pick<Config, 'exampleFolders'>,
  { scannedPath = (file) => file }: ExampleOptions,
): IsExample {
  const known = new Map<string, boolean>();
  return (location) =>
    isFileLocation(location) &&
    getOrInsert(known, location.file, () => isInFolders(scannedPath(location.file), exampleFolders));
}

/** Finding in an example: a hint that never counts. */
export function asExample(finding: Finding): Finding {
  return { ...finding, level: 'hint', isExample: true };
}
