import { isIgnoreFile, isExcludedFile, isExcludedFolder } from '../../files/index.ts';
import { isClaimed, MAX_FILE_BYTES } from '../../inventory/index.ts';
import { text } from '../../l10n/index.ts';
import type { Problem } from '../../model/index.ts';
import type { OpenedFile } from './opened-folder.ts';
import type { OpenedFiles } from './protocol.ts';

/** The editor's files without a disk. Paths are relative to the folder, which is itself the empty path. */
export interface EditorFiles {
  list(folder: string): Promise<readonly { name: string; kind: 'file' | 'folder' | 'other' }[]>;
  /** Rejects if the file does not exist. */
  factsOf(file: string): Promise<{ size: number; modified: number }>;
  read(file: string): Promise<Uint8Array>;
}

/** Limits per folder, because each file can be a request to a server, a hundred times slower than a disk. */
export interface ReadingLimits {
  folders: number;
  files: number;
  bytes: number;
}
export const BROWSER_LIMITS: ReadingLimits = { folders: 5000, files: 3000, bytes: 64 * 1024 * 1024 };
/** Number of concurrent requests. */
const MAX_CONCURRENT_READS = 16;

/**
 * Reads the files of a folder that formats may claim, upper folders first, up to the limits. Each skipped file is a
 * problem.
 */
export async function readOpened(files: EditorFiles, limits = BROWSER_LIMITS): Promise<OpenedFiles> {
  const { found, problems, isWhole } = await listOpened(files, limits);
  const { read, isCut } = await readWithinLimits(files, found, limits);
  const more = text('problem.moreThanBrowserReads', {
    files: limits.files,
    limitMb: limits.bytes / 1024 / 1024,
  });
  return { files: read, problems: isWhole && !isCut ? problems : [...problems, { source: '.', text: more }] };
}

/** True if a folder has a file that a format may claim. */
export async function hasRelevantFile(files: EditorFiles): Promise<boolean> {
  const { isWhole } = await listOpened(files, { ...BROWSER_LIMITS, files: 0 });
  return !isWhole;
}

/** Reads those of the given files that exist. */
export async function readExistingFiles(
  files: EditorFiles,
  names: readonly string[],
  limits = BROWSER_LIMITS,
): Promise<OpenedFile[]> {
  const inside = names.filter((name) => !name.startsWith('/') && !name.split('/').includes('..'));
  return (await readWithinLimits(files, inside.slice(0, limits.files), limits)).read;
}

async function readWithinLimits(
  files: EditorFiles,
  names: readonly string[],
  limits: ReadingLimits,
): Promise<{ read: OpenedFile[]; isCut: boolean }> {
  const read: OpenedFile[] = [];
  let bytes = 0;
  for (let at = 0; at < names.length && bytes <= limits.bytes; at += MAX_CONCURRENT_READS) {
    const some = names
      .slice(at, at + MAX_CONCURRENT_READS)
      .map((file) => readFile(files, file).catch(() => null));
    for (const file of await Promise.all(some)) {
      bytes += file?.bytes?.length ?? 0;
      if (file !== null && bytes <= limits.bytes) read.push(file);
    }
  }
  return { read, isCut: bytes > limits.bytes };
}

async function readFile(files: EditorFiles, file: string): Promise<OpenedFile> {
  const { size, modified } = await files.factsOf(file);
  return { file, bytes: size > MAX_FILE_BYTES ? null : await files.read(file), modified };
}

interface ListedFiles {
  found: string[];
  problems: Problem[];
  isWhole: boolean;
}

async function listOpened(files: EditorFiles, limits: ReadingLimits): Promise<ListedFiles> {
  const found: string[] = [];
  const problems: Problem[] = [];
  const open = [''];
  let listed = 0;
  while (open.length > 0 && listed < limits.folders && found.length <= limits.files) {
    const folders = open.splice(0, Math.min(MAX_CONCURRENT_READS, limits.folders - listed));
    listed += folders.length;
    const lists = await Promise.all(
      folders.map((folder) =>
        files.list(folder).catch((error: unknown) => {
          problems.push({
            source: folder || '.',
            text: text('problem.unreadable', { error: codeOf(error) }),
          });
          return [];
        }),
      ),
    );
    for (const [nth, list] of lists.entries()) {
      for (const { name, kind } of list.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
        const path = folders[nth] === '' ? name : `${folders[nth]}/${name}`;
        if (kind === 'folder' && !isExcludedFolder(name)) open.push(path);
        if (kind === 'file' && isRelevant(path, name)) found.push(path);
      }
    }
  }
  const isWhole = open.length === 0 && found.length <= limits.files;
  return { found: found.slice(0, limits.files), problems, isWhole };
}

function isRelevant(path: string, name: string): boolean {
  return isIgnoreFile({ name }) || (isClaimed(path) && !isExcludedFile(name));
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
