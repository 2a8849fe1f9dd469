import path from 'node:path';
import { disk } from '../disk/disk.ts';
import type { Disk, Entry } from '../disk/types.ts';
import type { Problem } from '../../model/index.ts';
import { text } from '../../l10n/index.ts';
import { TrackedFiles } from './git-index.ts';
import {
  isIgnored,
  repositoryRoot,
  inheritedRules,
  rulesForSubfolder,
  withOwnRules,
} from './ignore-rules.ts';
import type { RuleChain } from './ignore-rules.ts';
import { isInside } from '../paths.ts';
import { isExcludedFile, isExcludedFolder } from './excluded-names.ts';
import { unreadableProblem } from './unreadable.ts';

/** Folders with copies of Go modules, each with the files that identify it, in or beside the folder. */
const VENDORED = {
  folder: 'vendor',
  lists: ['modules.txt', 'vendor.json', '../glide.lock', '../Gopkg.lock'],
};
/** Virtual file systems, generated on access. */
const SYSTEM_FOLDERS: ReadonlySet<string> = new Set(['/proc', '/sys', '/dev']);
/** Maximum number of folders: ten times the largest repositories. */
const MAX_FOLDERS = 500_000;
export interface WalkedFile {
  /** Relative to the base folder, with forward slashes. */
  file: string;
  absolute: string;
}

export interface WalkOptions {
  /** Absolute base of relative paths. */
  base: string;
  /** True for the paths of files to yield. */
  isWanted: (file: string) => boolean;
  /** False to include ignored files. */
  ignoreFiles: boolean;
  report: (problem: Problem) => void;
  /** Disk to read; this machine's by default. An explicit disk also reports broken links. */
  from?: Disk;
}

/**
 * Yields each wanted file once, folder by folder. Ignore files do not apply to the given paths themselves. Does not
 * follow links to folders, so the walk always ends.
 */
export function* walk(paths: readonly string[], options: WalkOptions): Generator<WalkedFile> {
  const seen = new Set<string>();
  for (const root of paths) {
    for (const found of walkRoot(path.resolve(root), options)) {
      if (paths.length > 1) {
        if (seen.has(found.absolute)) continue;
        seen.add(found.absolute);
      }
      yield found;
    }
  }
}

/** A folder during the walk. */
interface Folder {
  absolute: string;
  /** Path relative to the base folder: empty, or ending with a slash. */
  prefix: string;
  rules: RuleChain;
  /** Tracked files of the repository that contains the folder. */
  tracked: TrackedFiles | null;
}

function* walkRoot(root: string, options: WalkOptions): Generator<WalkedFile> {
  const isFolder = isFolderPath(root, options);
  if (isFolder === null) return;
  const name = relativeTo(options.base, root);
  if (!isFolder) {
    yield { file: name, absolute: root };
    return;
  }
  const rules = options.ignoreFiles ? inheritedRules(root, options.from) : [];
  const tracked = trackedFilesAround(root, options);
  const pending: Folder[] = [{ absolute: root, prefix: name === '' ? '' : `${name}/`, rules, tracked }];
  let count = 0;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (++count > MAX_FOLDERS) {
      options.report({ source: name || '.', text: text('problem.tooManyFolders', { most: MAX_FOLDERS }) });
      return;
    }
    const folders = yield* walkFolder(next, options);
    pending.push(...folders.reverse());
  }
}

/** True if a walk would yield a file at this path, whether or not it exists. */
export function wouldBeWalked(absolute: string, paths: readonly string[], ignoreFiles: boolean): boolean {
  return paths.some((named) => {
    const root = path.resolve(named);
    if (root === absolute) return true;
    if (!isInside(absolute, root) || isExcludedFile(path.basename(absolute))) return false;
    const folders = path
      .relative(root, path.dirname(absolute))
      .split(path.sep)
      .filter((name) => name !== '');
    let rules = ignoreFiles ? inheritedRules(root) : [];
    const repository = ignoreFiles ? repositoryRoot(path.dirname(absolute)) : null;
    const tracked = repository === null ? null : new TrackedFiles(repository);
    let current = root;
    for (const name of folders) {
      if (ignoreFiles) rules = withOwnRules(current, null, rules);
      current = path.join(current, name);
      if (isExcludedFolder(name) || SYSTEM_FOLDERS.has(current) || isVendored(current)) return false;
      if (isIgnored(current, name, true, rules, tracked)) return false;
      rules = rulesForSubfolder(rules, name);
    }
    if (ignoreFiles) rules = withOwnRules(current, null, rules);
    return !isIgnored(absolute, path.basename(absolute), false, rules, tracked);
  });
}

function isVendored(folder: string, from: Disk = disk): boolean {
  if (path.basename(folder) !== VENDORED.folder) return false;
  return VENDORED.lists.some((list) => from.exists(path.join(folder, list)));
}

/** Yields the wanted files of a folder and returns its subfolders. */
function* walkFolder(folder: Folder, options: WalkOptions): Generator<WalkedFile, Folder[]> {
  const entries = entriesOf(folder.absolute, options);
  if (isVendored(folder.absolute, options.from)) return [];
  const hidden = entries.filter(({ name }) => name.startsWith('.'));
  const rules = options.ignoreFiles ? withOwnRules(folder.absolute, hidden, folder.rules, options.from) : [];
  const isRepository = hidden.some(({ name }) => name === '.git');
  const tracked = isRepository ? trackedFilesAround(folder.absolute, options) : folder.tracked;
  const folderPrefix = folder.absolute.endsWith(path.sep) ? folder.absolute : folder.absolute + path.sep;
  const folders: Folder[] = [];
  for (const entry of entries) {
    const { name } = entry;
    const absolute = folderPrefix + name;
    const file = folder.prefix + name;
    if (entry.isDirectory()) {
      if (isExcludedFolder(name) || SYSTEM_FOLDERS.has(absolute)) continue;
      if (isIgnored(absolute, name, true, rules, tracked)) continue;
      folders.push({ absolute, prefix: `${file}/`, rules: rulesForSubfolder(rules, name), tracked });
      continue;
    }
    if (isExcludedFile(name) || !options.isWanted(file)) continue;
    if (isIgnored(absolute, name, false, rules, tracked)) continue;
    if (entry.isFile() || (entry.isSymbolicLink() && isFile(absolute, options.from))) {
      yield { file, absolute };
    } else if (entry.isSymbolicLink() && options.from !== undefined) {
      options.report({ source: file, text: text('problem.linkOutside') });
    }
  }
  return folders;
}

/**
 * Tracked files of the repository that contains a folder; null if ignored files are included anyway. The index is read
 * only for ignored files.
 */
function trackedFilesAround(folder: string, { ignoreFiles, from }: WalkOptions): TrackedFiles | null {
  const root = ignoreFiles ? repositoryRoot(folder, from) : null;
  return root === null ? null : new TrackedFiles(root, from);
}

function entriesOf(folder: string, options: WalkOptions): Entry[] {
  try {
    return (options.from ?? disk).list(folder).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    options.report(problemFromError(relativeTo(options.base, folder) || '.', error));
    return [];
  }
}

/** True for a folder, false for a file; reports anything else and returns null. */
function isFolderPath(root: string, options: WalkOptions): boolean | null {
  try {
    const stats = (options.from ?? disk).factsOf(root);
    if (stats.isDirectory() || stats.isFile()) return stats.isDirectory();
    throw new Error('no file');
  } catch (error) {
    options.report(problemFromError(relativeTo(options.base, root) || '.', error));
    return null;
  }
}

/** True for a regular file, following links. */
export function isFile(absolute: string, from: Disk = disk): boolean {
  try {
    return from.factsOf(absolute).isFile();
  } catch {
    return false;
  }
}

export function problemFromError(source: string, error: unknown): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return unreadableProblem(source, code);
}

/**
 * Base folder of a result: the scanned folder, or the folder of the scanned file. For several paths, the working
 * directory if it contains all of them, otherwise their deepest common folder.
 */
export function commonBaseFolder(paths: readonly string[]): string {
  const folders = paths.map((root) => parentFolder(path.resolve(root)));
  const [first = process.cwd(), ...others] = folders;
  if (others.length === 0) return first;
  if (folders.every((folder) => isInside(folder, process.cwd()))) return process.cwd();
  let base = first;
  while (!others.every((other) => isInside(other, base)) && base !== path.dirname(base))
    base = path.dirname(base);
  return base;
}

function parentFolder(absolute: string): string {
  return isFile(absolute) ? path.dirname(absolute) : absolute;
}

function relativeTo(base: string, absolute: string): string {
  return path.relative(base, absolute).replaceAll(path.sep, '/');
}
