import path from 'node:path';

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
