import type { Config } from '../../config/index.ts';
import { getOrInsert, isFileLocation, isInFolders, type Finding, type Location } from '../../model/index.ts';
import type { ExampleOptions } from '../analysis-options.ts';

/** Whether a place is in a folder of examples or tests. */
export type IsExample = (location: Location) => boolean;

/** The one rule for the editor and for `--fail-on`; it is asked of each file once. */
export function examplesBy(
  { exampleFolders }: Pick<Config, 'exampleFolders'>,
  { scannedPath = (file) => file }: ExampleOptions,
): IsExample {
  const known = new Map<string, boolean>();
  return (location) =>
    isFileLocation(location) &&
    getOrInsert(known, location.file, () => isInFolders(scannedPath(location.file), exampleFolders));
}

/** A finding in an example is a hint and never counts. */
export function asExample(finding: Finding): Finding {
  return { ...finding, level: 'hint', isExample: true };
}
