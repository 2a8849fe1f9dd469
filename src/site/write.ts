import { existsSync } from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Catalogue } from '../model/index.ts';
import type { SiteBuild } from './pages/page.ts';
import { fileAddresses, SCRIPTS } from './places.ts';
import { siteFiles } from './site.ts';
import { replaceFolder } from './replace-folder.ts';

interface WrittenSite {
  /** Paths within the site, with forward slashes. */
  files: readonly string[];
  /** Total size of pages and data. */
  bytes: number;
}

/** Number of concurrent writes. */
const MAX_CONCURRENT_WRITES = 16;

/** Folder with scripts and styles beside the bundle; null if it was not built. */
export function builtAssetsFolder(): string | null {
  const beside = ['site', '../site', '../../site', '../../dist/site'].map((folder) =>
    path.join(import.meta.dirname, folder),
  );
  return (
    beside.find((folder) => existsSync(path.join(folder, ...fileAddresses.script('answers').split('/')))) ??
    null
  );
}

/**
 * Writes the site, and replaces the folder when it is complete.
 * @param assets folder from `builtAssets`
 * @throws file system errors; the folder is then unchanged
 */
export function writeSite(
  folder: string,
  catalogue: Catalogue,
  build: SiteBuild,
  assets: string,
  onFile: (count: number) => void = () => undefined,
): Promise<WrittenSite> {
  return replaceFolder(folder, (fresh) => writeFiles(fresh, catalogue, build, assets, onFile));
}

async function writeFiles(
  folder: string,
  catalogue: Catalogue,
  build: SiteBuild,
  assets: string,
  onFile: (count: number) => void,
): Promise<WrittenSite> {
  const written: string[] = [];
  let total = 0;
  const createdFolders = new Set<string>();
  const place = async (file: string): Promise<string> => {
    written.push(file);
    const target = path.join(folder, ...file.split('/'));
    const parent = path.dirname(target);
    if (!createdFolders.has(parent)) await mkdir(parent, { recursive: true });
    createdFolders.add(parent);
    return target;
  };
  const writing = new Set<Promise<void>>();
  try {
    for (const { path: file, text } of siteFiles(catalogue, build)) {
      const bytes = Buffer.from(text);
      const write = writeFile(await place(file), bytes).finally(() => writing.delete(write));
      writing.add(write);
      if (writing.size >= MAX_CONCURRENT_WRITES) await Promise.race(writing);
      total += bytes.length;
      onFile(written.length);
    }
    await Promise.all(writing);
  } finally {
    // Waits for all writes, because the caller removes the folder after an error.
    await Promise.allSettled(writing);
  }
  for (const file of [fileAddresses.style, ...SCRIPTS.map(fileAddresses.script)])
    await copyFile(path.join(assets, ...file.split('/')), await place(file));
  return { files: written, bytes: total };
}
