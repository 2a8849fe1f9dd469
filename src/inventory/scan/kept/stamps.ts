import { STAMP_LENGTH, type Stamp } from '../../../files/index.ts';
import { getOrInsert } from '../../../model/index.ts';

/** Stamps of all files that were read, by folder: names joined by slashes, and the numbers of their stamps. */
export type KeptFiles = readonly (readonly [folder: string, names: string, numbers: readonly number[]])[];

/** Iterates over files and stamps, without a list of them all. */
export function* eachStamp(files: KeptFiles): Generator<readonly [file: string, stamp: Stamp]> {
  for (const [folder, names, numbers] of files) {
    let nth = 0;
    for (const name of namesIn(names)) {
      const [size = 0, modified = 0, changed = 0, inode = 0, device = 0] = numbers.slice(
        nth,
        nth + STAMP_LENGTH,
      );
      yield [folder + name, [size, modified, changed, inode, device]];
      nth += STAMP_LENGTH;
    }
  }
}

/** Stamps by folder: names are shorter than paths, and a few lists are parsed faster than many. */
export function foldersOfStamps(files: Iterable<readonly [file: string, stamp: Stamp]>): KeptFiles {
  const folders = new Map<string, { names: string[]; numbers: number[] }>();
  for (const [file, stamp] of files) {
    const folder = file.slice(0, file.lastIndexOf('/') + 1);
    const row = getOrInsert(folders, folder, () => ({ names: [], numbers: [] }));
    row.names.push(file.slice(folder.length));
    row.numbers.push(...stamp);
  }
  return [...folders].map(([folder, { names, numbers }]) => [folder, names.join('/'), numbers]);
}

export function namesIn(names: string): string[] {
  return names === '' ? [] : names.split('/');
}
