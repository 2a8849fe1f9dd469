import path from 'node:path';

/** Whether an absolute path is a folder or below it; `..rows` below it is. */
export function isInside(absolute: string, folder: string): boolean {
  const way = path.relative(folder, absolute);
  return way === '' || !(way === '..' || way.startsWith(`..${path.sep}`) || path.isAbsolute(way));
}

/** Whether a path that is relative to the scanned folder leads out of it. */
export function isOutside(file: string): boolean {
  return file === '..' || file.startsWith('../') || path.isAbsolute(file);
}

/** The folder of a file; `.` for the scanned folder. */
export function folderOf(file: string): string {
  const slash = file.lastIndexOf('/');
  return slash < 0 ? '.' : file.slice(0, slash);
}

/** Where a file is. Not path.resolve: it takes longer than all the rest, and nothing compares these paths. */
export function absoluteOf(base: string, file: string): string {
  return path.isAbsolute(file) ? file : `${base}${path.sep}${file}`;
}
