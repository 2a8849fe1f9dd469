import path from 'node:path';

/** Whether an absolute path is a folder or below it; `..rows` below it is. */
export function isInside(absolute: string, folder: string): boolean {
  const way = path.relative(folder, absolute);
  return way === '' || !(way === '..' || way.startsWith(`..${path.sep}`) || path.isAbsolute(way));
}
