import path from 'node:path/posix';
import type { Config } from '../../config/index.ts';
import {
  getOrInsert,
  isFileLocation,
  isInFolders,
  type Asset,
  type Finding,
  type Location,
} from '../../model/index.ts';
import type { ExampleOptions } from '../analysis-options.ts';

/**
 * True for a place in an example or a test.
 * @param decidedBy ids of assets of a module whose version is not written at the place: it is an example if only
 * examples create them
 */
export type IsExample = (location: Location, decidedBy?: readonly string[]) => boolean;

/**
 * Rule for examples, common to the editor and `--fail-on`. Memoized by file.
 * @param assets all assets: the files beside a file can prove that it is an environment or a fixture
 */
export function examplesBy(
  { exampleFolders }: Pick<Config, 'exampleFolders'>,
  { scannedPath = (file) => file }: ExampleOptions,
  assets: readonly Pick<Asset, 'id' | 'location'>[],
): IsExample {
  const known = new Map<string, boolean>();
  let beside: Neighbours | null = null;
  const neighbours = (): Neighbours => (beside ??= neighboursOf(assets, scannedPath));
  const isExampleFile = (file: string): boolean =>
    getOrInsert(known, file, () => {
      const scanned = scannedPath(file);
      const folders = withoutEnvironment(scanned, neighbours);
      return isInFolders(folders, exampleFolders) || isFixture(scanned, neighbours);
    });
  const isHome = (id: string): boolean => {
    const end = id.indexOf('#');
    return end > 0 && isExampleFile(id.slice(0, end));
  };
  return (location, decidedBy = []) =>
    isFileLocation(location) &&
    (isExampleFile(location.file) || (decidedBy.length > 0 && decidedBy.every(isHome)));
}

/** Finding in an example: a hint that never counts. */
export function asExample(finding: Finding): Finding {
  return { ...finding, level: 'hint', isExample: true };
}

/** Folders of assets, and the words of {@link VERDICTS} in names of files and folders, each with its folder. */
interface Neighbours {
  folders: ReadonlySet<string>;
  words: ReadonlySet<string>;
}

function neighboursOf(
  assets: readonly Pick<Asset, 'id' | 'location'>[],
  scannedPath: (file: string) => string,
): Neighbours {
  const files = new Set(
    assets.flatMap(({ id, location }) =>
      isFileLocation(location) ? [location.file, id.slice(0, Math.max(0, id.indexOf('#')))] : [],
    ),
  );
  const folders = new Set<string>();
  const words = new Set<string>();
  for (const file of files) {
    const scanned = scannedPath(file);
    for (const { place, word } of verdictsIn(scanned)) words.add(`${place} ${word}`);
    for (
      let folder = path.dirname(scanned);
      folder !== '.' && folder !== '/' && !folders.has(folder);
      folder = path.dirname(folder)
    )
      folders.add(folder);
  }
  return { folders, words };
}

/** Names of folders that mark a folder `test` next to them as an environment. */
const ENVIRONMENTS = [
  ...['dev', 'development', 'int', 'integration', 'qa', 'uat', 'stg', 'stage', 'staging'],
  ...['preprod', 'pre-prod', 'preproduction', 'prod', 'production', 'prd', 'live', 'sandbox', 'sbx'],
];

/** Path of a file without the folders `test` that are environments, recognised by the folders next to them. */
function withoutEnvironment(file: string, neighbours: () => Neighbours): string {
  const folders = file.split('/');
  const isEnvironment = (folder: string, nth: number): boolean => {
    if (folder.toLowerCase() !== 'test' || nth === folders.length - 1) return false;
    const parent = folders.slice(0, nth);
    return ENVIRONMENTS.some((name) => neighbours().folders.has([...parent, name].join('/')));
  };
  return folders.filter((folder, nth) => !isEnvironment(folder, nth)).join('/');
}

/** Verdicts of a check, by the folder names that express them. */
const VERDICTS: ReadonlyMap<string, string> = new Map(
  [
    ['pass', 'fail'],
    ['passed', 'failed'],
    ['passing', 'failing'],
    ['good', 'bad'],
    ['valid', 'invalid'],
    ['compliant', 'noncompliant'],
    ['positive', 'negative'],
  ].flatMap(([good = '', bad = '']) => [
    [good, bad],
    [bad, good],
  ]),
);

/** True for an input with which a check is tested: a folder of the opposite verdict is next to it. */
function isFixture(file: string, neighbours: () => Neighbours): boolean {
  return verdictsIn(file).some(({ place, word }) =>
    neighbours().words.has(`${place} ${VERDICTS.get(word) ?? ''}`),
  );
}

/** The word of the file's own name, and that of its folder's, each with the folder that contains it. */
function verdictsIn(file: string): { place: string; word: string }[] {
  const folder = path.dirname(file);
  return [
    { place: folder, name: path.basename(file) },
    { place: path.dirname(folder), name: path.basename(folder) },
  ].flatMap(({ place, name }) => {
    const words = name
      .toLowerCase()
      .replaceAll(/non[-_]/g, 'non')
      .split(/[^a-z]+/);
    const [word, another] = words.filter((each) => VERDICTS.has(each));
    return word === undefined || another !== undefined ? [] : [{ place, word }];
  });
}
