import path from 'node:path';
import type { Disk, Entry, FileFacts } from '../../files/index.ts';

/** A file for the analysis. Its path is relative to the folder, with forward slashes. */
export interface OpenedFile {
  file: string;
  /** Null if the file is too large. */
  bytes: Uint8Array | null;
  /** Time of the last modification, in milliseconds since 1970. */
  modified: number;
}

const filesByPath = new Map<string, OpenedFile>();
/** Names of the entries of each folder, by path. */
const folders = new Map<string, Set<string>>();

/** File system with the editor's files, in memory. */
export const openedFolders: Disk = {
  exists: (absolute) => filesByPath.has(absolute) || folders.has(absolute),
  list: (folder) => [...namesIn(folder)].map((name) => entry(name, filesByPath.has(path.join(folder, name)))),
  factsOf,
  // The editor has resolved its links, and opens no files outside of a folder.
  realPathOf: (absolute) => (filesByPath.has(absolute) || folders.has(absolute) ? absolute : null),
  isLink: () => false,
  read(absolute, maxBytes) {
    const found = filesByPath.get(absolute);
    if (found === undefined) return { kind: 'unreadable', code: folders.has(absolute) ? 'EISDIR' : 'ENOENT' };
    if (found.bytes === null || found.bytes.length > maxBytes) return { kind: 'tooLarge' };
    return Buffer.from(found.bytes.buffer, found.bytes.byteOffset, found.bytes.length);
  },
};

/** Replaces all files of a folder. */
export function storeFolder(folder: string, files: readonly OpenedFile[]): void {
  for (const absolute of [...filesByPath.keys()]) if (absolute.startsWith(`${folder}/`)) removeFile(absolute);
  addFolder(folder);
  for (const file of files) storeFile(folder, file);
}

/** Adds or replaces a file. */
export function storeFile(folder: string, file: OpenedFile): void {
  const absolute = path.join(folder, file.file);
  filesByPath.set(absolute, file);
  addFolder(path.dirname(absolute)).add(path.basename(absolute));
}

/** Removes a file. */
export function removeFile(absolute: string): void {
  filesByPath.delete(absolute);
  folders.get(path.dirname(absolute))?.delete(path.basename(absolute));
}

function addFolder(absolute: string): Set<string> {
  const known = folders.get(absolute);
  if (known !== undefined) return known;
  const names = new Set<string>();
  folders.set(absolute, names);
  const parent = path.dirname(absolute);
  if (parent !== absolute) addFolder(parent).add(path.basename(absolute));
  return names;
}

function namesIn(folder: string): ReadonlySet<string> {
  const names = folders.get(folder);
  if (names === undefined) throw notFoundError(folder);
  return names;
}

function factsOf(absolute: string): FileFacts {
  const found = filesByPath.get(absolute);
  if (found === undefined && !folders.has(absolute)) throw notFoundError(absolute);
  return { ...entry('', found !== undefined), mtimeMs: found?.modified ?? 0 };
}

function entry(name: string, isFile: boolean): Entry {
  return { name, isFile: () => isFile, isDirectory: () => !isFile, isSymbolicLink: () => false };
}

function notFoundError(absolute: string): Error {
  return Object.assign(new Error(`${absolute} is not there`), { code: 'ENOENT' });
}
