import { randomUUID } from 'node:crypto';
import { lstat, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readRegularFile } from '../files/index.ts';

/** File with the names of all generated files. Only a folder with exactly these files may be replaced. */
const MARKER = '.errata-lens-site';
const FIRST_LINE = 'Written by errata-lens site, with these files and no others:';
/** Maximum size of the marker in bytes. */
const MAX_MARKER_BYTES = 64 * 1024 * 1024;

/**
 * True if the folder does not exist, is empty, or contains nothing but an earlier site. False if it is or contains a
 * link.
 */
export async function canReplace(folder: string): Promise<boolean> {
  const absolute = path.resolve(folder);
  const stats = await lstat(absolute).catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
  if (stats === null) return true;
  if (!stats.isDirectory()) return false;
  const generatedFiles = filesOfMarker(absolute);
  for (const entry of await readdir(absolute, { recursive: true, withFileTypes: true })) {
    const file = path.relative(absolute, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/');
    if (!entry.isDirectory() && !(entry.isFile() && generatedFiles.has(file))) return false;
  }
  return true;
}

function filesOfMarker(folder: string): ReadonlySet<string> {
  const bytes = readRegularFile(path.join(folder, MARKER), MAX_MARKER_BYTES);
  const [first, ...files] = Buffer.isBuffer(bytes) ? bytes.toString('utf8').split('\n') : [];
  return new Set(first === FIRST_LINE ? [MARKER, ...files] : []);
}

/**
 * Writes a site into a temporary folder, and replaces the old folder once the new one is complete. After an error the
 * old folder is unchanged.
 * @param write fills the temporary folder, and returns the paths that it wrote, with forward slashes
 */
export async function replaceFolder<T extends { files: readonly string[] }>(
  folder: string,
  write: (newFolder: string) => Promise<T>,
): Promise<T> {
  const target = path.resolve(folder);
  const parent = path.dirname(target);
  const temporaryName = (state: string): string =>
    path.join(parent, `.${path.basename(target)}.${randomUUID().slice(0, 8)}.${state}`);
  const fresh = temporaryName('new');
  const oldFolder = temporaryName('old');
  await mkdir(parent, { recursive: true });
  await mkdir(fresh);
  try {
    const written = await write(fresh);
    await writeFile(path.join(fresh, MARKER), [FIRST_LINE, ...written.files].join('\n'));
    const hadOldFolder = await rename(target, oldFolder).then(
      () => true,
      (error: unknown) => {
        if (isMissing(error)) return false;
        throw error;
      },
    );
    try {
      await rename(fresh, target);
    } catch (error) {
      if (hadOldFolder) await rename(oldFolder, target);
      throw error;
    }
    await rm(oldFolder, { recursive: true, force: true });
    return written;
  } catch (error) {
    await rm(fresh, { recursive: true, force: true }).catch(() => undefined);
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
