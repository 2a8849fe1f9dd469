import path from 'node:path';

/** True if an absolute path is a folder or inside it. A name such as `..rows` is inside. */
export function isInside(absolute: string, folder: string): boolean {
  const relative = path.relative(folder, absolute);
  return (
    relative === '' ||
    !(relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative))
  );
}

/** True if a relative path leads out of the scanned folder. */
export function isOutside(file: string): boolean {
  return file === '..' || file.startsWith('../') || path.isAbsolute(file);
}

/** Parent folder of a relative path; `.` at the top. */
export function folderOf(file: string): string {
  const slash = file.lastIndexOf('/');
  return slash < 0 ? '.' : file.slice(0, slash);
}

/** Absolute path of a file in a folder. Faster than path.resolve; the result may contain `..`. */
export function absoluteOf(base: string, file: string): string {
  return path.isAbsolute(file) ? file : `${base}${path.sep}${file}`;
}
