import { isIgnoreFile, isExcludedFile, isExcludedFolder } from '../../files/index.ts';
import { isClaimed, LARGEST_FILE } from '../../inventory/index.ts';
import { text } from '../../l10n/index.ts';
import type { Problem } from '../../model/index.ts';
import type { OpenedFile } from './opened-folder.ts';
import type { OpenedFiles } from './protocol.ts';

/** Access to the files of an editor without a disk. Paths are relative to the folder, whose own path is empty. */
export interface EditorFiles {
  list(folder: string): Promise<readonly { name: string; kind: 'file' | 'folder' | 'other' }[]>;
  /** Rejects if there is no such file. */
  factsOf(file: string): Promise<{ size: number; modified: number }>;
  read(file: string): Promise<Uint8Array>;
}

/** Limits for one folder. Each file can be a request to a server, which is a hundred times slower than a disk. */
export interface ReadingLimits {
  folders: number;
  files: number;
  bytes: number;
}
export const BROWSER_LIMITS: ReadingLimits = { folders: 5000, files: 3000, bytes: 64 * 1024 * 1024 };
/** Number of requests at the same time. */
const AT_ONCE = 16;

/** Reads the relevant files of a folder, those of upper folders first, up to the limits. Skipped files are problems. */
export async function readOpened(files: EditorFiles, limits = BROWSER_LIMITS): Promise<OpenedFiles> {
  const { found, problems, isWhole } = await listOpened(files, limits);
  const { read, isCut } = await readUpTo(files, found, limits);
  const more = text('problem.moreThanBrowserReads', {
    files: limits.files,
    limitMb: limits.bytes / 1024 / 1024,
  });
  return { files: read, problems: isWhole && !isCut ? problems : [...problems, { source: '.', text: more }] };
}

/** True if a folder has any relevant file. */
export async function hasRelevantFile(files: EditorFiles): Promise<boolean> {
  const { isWhole } = await listOpened(files, { ...BROWSER_LIMITS, files: 0 });
  return !isWhole;
}

/** Reads the given files, as far as they exist in the folder. */
export async function readNamed(
  files: EditorFiles,
  names: readonly string[],
  limits = BROWSER_LIMITS,
): Promise<OpenedFile[]> {
  const inside = names.filter((name) => !name.startsWith('/') && !name.split('/').includes('..'));
  return (await readUpTo(files, inside.slice(0, limits.files), limits)).read;
}

async function readUpTo(
  files: EditorFiles,
  names: readonly string[],
  limits: ReadingLimits,
): Promise<{ read: OpenedFile[]; isCut: boolean }> {
  const read: OpenedFile[] = [];
  let bytes = 0;
  for (let at = 0; at < names.length && bytes <= limits.bytes; at += AT_ONCE) {
    const some = names.slice(at, at + AT_ONCE).map((file) => readOne(files, file).catch(() => null));
    for (const file of await Promise.all(some)) {
      bytes += file?.bytes?.length ?? 0;
      if (file !== null && bytes <= limits.bytes) read.push(file);
    }
  }
  return { read, isCut: bytes > limits.bytes };
}

async function readOne(files: EditorFiles, file: string): Promise<OpenedFile> {
  const { size, modified } = await files.factsOf(file);
  return { file, bytes: size > LARGEST_FILE ? null : await files.read(file), modified };
}

interface Listed {
  found: string[];
  problems: Problem[];
  isWhole: boolean;
}

async function listOpened(files: EditorFiles, limits: ReadingLimits): Promise<Listed> {
  const found: string[] = [];
  const problems: Problem[] = [];
  const open = [''];
  let listed = 0;
  while (open.length > 0 && listed < limits.folders && found.length <= limits.files) {
    const folders = open.splice(0, Math.min(AT_ONCE, limits.folders - listed));
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
