import path from 'node:path';
import { disk } from '../disk/disk.ts';
import { textOfRegularFile } from '../disk/regular-file-text.ts';
import type { Disk } from '../disk/types.ts';

/** Maximum size of an index in bytes: twice the index of a repository with a million files. */
const MAX_INDEX_BYTES = 256 * 1024 * 1024;
/** Maximum size in bytes of a `.git` file, which contains a path. */
const MAX_LINK_BYTES = 4096;
const HEADER_BYTES = 12;
/** Bytes of an index entry before its flags: times, owner, size and a 20-byte digest. */
const FLAGS_OFFSET = 60;
const EXTENDED_FLAG = 0x4000;

/** Files that a Git repository tracks. Ignore files of Git do not apply to them. Reads the index on first use. */
export class TrackedFiles {
  readonly #root: string;
  readonly #from: Disk;
  #paths: ReadonlySet<string> | null = null;

  /** @param root folder that contains `.git` */
  constructor(root: string, from: Disk = disk) {
    this.#root = root;
    this.#from = from;
  }

  /** True if Git tracks a file, or any file below a folder. */
  has(absolute: string): boolean {
    this.#paths ??= this.#read();
    return this.#paths.has(path.relative(this.#root, absolute).replaceAll(path.sep, '/'));
  }

  #read(): ReadonlySet<string> {
    const index = path.join(gitFolderOf(this.#root, this.#from), 'index');
    const bytes = this.#from.read(index, MAX_INDEX_BYTES);
    return Buffer.isBuffer(bytes) ? withFolders(pathsInIndex(bytes)) : new Set();
  }
}

/** Folder with the index. In a linked work tree, `.git` is a file with its path. */
function gitFolderOf(root: string, from: Disk): string {
  const own = path.join(root, '.git');
  const link = textOfRegularFile(own, MAX_LINK_BYTES, from);
  const [, named] = typeof link === 'string' ? (/^gitdir: (.+)/.exec(link) ?? []) : [];
  return named === undefined ? own : path.resolve(root, named.trim());
}

function withFolders(files: readonly string[]): ReadonlySet<string> {
  const paths = new Set(files);
  for (const file of files) {
    let folder = path.posix.dirname(file);
    for (; folder !== '.' && !paths.has(folder); folder = path.posix.dirname(folder)) paths.add(folder);
  }
  return paths;
}

/**
 * Paths in a Git index (versions 2 to 4, SHA-1; https://git-scm.com/docs/index-format). Stops at the first invalid
 * entry.
 */
export function pathsInIndex(index: Buffer): string[] {
  const files: string[] = [];
  if (index.length < HEADER_BYTES || index.toString('latin1', 0, 4) !== 'DIRC') return files;
  const version = index.readUInt32BE(4);
  if (version < 2 || version > 4) return files;
  let previous = '';
  let offset = HEADER_BYTES;
  for (let remaining = index.readUInt32BE(8); remaining > 0; remaining--) {
    if (offset + FLAGS_OFFSET + 2 > index.length) return files;
    const isExtended = (index.readUInt16BE(offset + FLAGS_OFFSET) & EXTENDED_FLAG) !== 0;
    let start = offset + FLAGS_OFFSET + (isExtended ? 4 : 2);
    let sharedPrefix = '';
    if (version === 4) {
      const removedLength = readVariableLength(index, start);
      start = removedLength.end;
      sharedPrefix = previous.slice(0, Math.max(0, previous.length - removedLength.value));
    }
    const end = index.indexOf(0, start);
    if (end < 0) return files;
    // Kept as Latin-1, because prefix lengths count bytes.
    previous = sharedPrefix + index.toString('latin1', start, end);
    files.push(Buffer.from(previous, 'latin1').toString('utf8'));
    // Before version 4, entries are padded with one to eight zeros to a multiple of eight bytes.
    offset = version === 4 ? end + 1 : offset + ((end - offset + 8) & ~7);
  }
  return files;
}

/** A number in Git's variable-length encoding: seven bits per byte, plus one for each further byte. */
function readVariableLength(bytes: Buffer, start: number): { value: number; end: number } {
  let end = start;
  let byte = bytes[end++] ?? 0;
  let value = byte & 0x7f;
  while ((byte & 0x80) !== 0 && end < start + 8) {
    byte = bytes[end++] ?? 0;
    value = (value + 1) * 128 + (byte & 0x7f);
  }
  return { value, end };
}
