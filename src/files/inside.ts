import path from 'node:path';

/** True if an absolute path is a folder or below it. A name such as `..rows` does not lead outside. */
export function isInside(absolute: string, folder: string): boolean {
  const way = path.relative(folder, absolute);
  return way === '' || !(way === '..' || way.startsWith(`..${path.sep}`) || path.isAbsolute(way));
}

/** True if a relative path leads out of the scanned folder. */
export function isOutside(file: string): boolean {
  return file === '..' || file.startsWith('../') || path.isAbsolute(file);
}

/** Folder of a file; `.` for files of the scanned folder itself. */
export function folderOf(file: string): string {
  const slash = file.lastIndexOf('/');
  return slash < 0 ? '.' : file.slice(0, slash);
}

/**
 * Absolute path of a file. Avoids path.resolve, which is too slow; the paths need not be normal, because nothing
 * compares them.
 */
export function absoluteOf(base: string, file: string): string {
  return path.isAbsolute(file) ? file : `${base}${path.sep}${file}`;
}
