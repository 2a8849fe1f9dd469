import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Catalogue } from '../model/index.ts';
import type { Edition } from './pages/page.ts';
import { files, SCRIPTS } from './places.ts';
import { siteFiles } from './site.ts';

interface WrittenSite {
  pages: number;
  otherFiles: number;
  bytes: number;
}

/** What a folder has that this wrote: it may be written again, and nothing else is ever written over. */
const MARK = files.style;

/** Files that are written side by side. */
const AT_ONCE = 16;

/** Whether a folder may be written to: it does not exist, is empty, or holds an earlier site. */
export async function isFree(folder: string): Promise<boolean> {
  if (!existsSync(folder)) return true;
  const names = await readdir(folder);
  return names.length === 0 || names.includes(MARK);
}

/** The folder with scripts and style, which a bundle has beside it; null where they were not built. */
export function builtAssets(): string | null {
  const beside = ['site', '../site', '../../dist/site'].map((folder) =>
    path.join(import.meta.dirname, folder),
  );
  return (
    beside.find((folder) => existsSync(path.join(folder, ...files.script('answers').split('/')))) ?? null
  );
}

/** @param assets the folder of `builtAssets` */
export async function writeSite(
  folder: string,
  catalogue: Catalogue,
  edition: Edition,
  assets: string,
): Promise<WrittenSite> {
  const written: WrittenSite = { pages: 0, otherFiles: 0, bytes: 0 };
  const made = new Set<string>();
  const place = async (file: string): Promise<string> => {
    const target = path.join(folder, ...file.split('/'));
    const parent = path.dirname(target);
    if (!made.has(parent)) await mkdir(parent, { recursive: true });
    made.add(parent);
    return target;
  };
  const writing = new Set<Promise<void>>();
  for (const { path: file, text } of siteFiles(catalogue, edition)) {
    const bytes = Buffer.from(text);
    const write = writeFile(await place(file), bytes).finally(() => writing.delete(write));
    writing.add(write);
    if (writing.size >= AT_ONCE) await Promise.race(writing);
    written[file.endsWith('.html') ? 'pages' : 'otherFiles']++;
    written.bytes += bytes.length;
  }
  await Promise.all(writing);
  for (const file of [files.style, ...SCRIPTS.map(files.script)]) {
    await copyFile(path.join(assets, ...file.split('/')), await place(file));
    written.otherFiles++;
  }
  return written;
}
