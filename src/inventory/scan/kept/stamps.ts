import type { KeptStamps } from './layout.ts';
import type { Stamp } from './stamp.ts';

/** Stamps by file. */
export function filesOfStamps({ stamps }: KeptStamps): Map<string, Stamp> {
  const files = new Map<string, Stamp>();
  for (const [folder, inFolder] of stamps) {
    for (const [name, stamp] of inFolder) files.set(folder + name, stamp);
  }
  return files;
}

/** The same, folder by folder: names are shorter than paths. */
export function foldersOfStamps(
  files: Iterable<readonly [file: string, stamp: Stamp]>,
): KeptStamps['stamps'] {
  const folders = new Map<string, (readonly [string, Stamp])[]>();
  for (const [file, stamp] of files) {
    const folder = file.slice(0, file.lastIndexOf('/') + 1);
    const row = [file.slice(folder.length), stamp] as const;
    const rows = folders.get(folder);
    if (rows === undefined) folders.set(folder, [row]);
    else rows.push(row);
  }
  return [...folders];
}
