/**
 * A folder and its ancestors, the nearest first.
 * @param folder relative, with forward slashes; `.` is the top
 */
export function foldersAbove(folder: string): string[] {
  const parts = folder === '.' ? [] : folder.split('/');
  return [...parts.map((_, nth) => parts.slice(0, parts.length - nth).join('/')), '.'];
}
