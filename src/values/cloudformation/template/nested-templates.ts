import path from 'node:path';
import { maxAddressParts } from '../../limits.ts';

// A nested stack references its template by a local file, or by the address that the repository's files are uploaded
// to.

const LOCAL_PATH = /^(?![a-z][a-z0-9+.-]*:|\/)[^$]*$/i;
const TEMPLATE_FILE = /\.(?:ya?ml|json|template)$/;

/**
 * Files that may be the nested template at an address, grouped by the length of the path that they share with its end,
 * longest first. `${Name}` stands for an unknown part.
 */
export function templatesNamed(caller: string, written: string): string[][] {
  if (written.includes('{{')) return [];
  const folder = path.posix.dirname(caller);
  if (LOCAL_PATH.test(written)) return [[path.posix.join(folder, written)]];
  const address = written.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '').replace(/\$\{[^}]*\}/g, '');
  const parts = address.split('/').filter((part) => part !== '');
  if (!TEMPLATE_FILE.test(parts.at(-1) ?? '') || !address.includes('/')) return [];
  const folders = foldersFrom(folder);
  return parts
    .slice(-maxAddressParts)
    .map((_, start, tail) => tail.slice(start).join('/'))
    .map((tail) => folders.map((each) => path.posix.join(each, tail)));
}

/** A folder and its ancestors. */
function foldersFrom(folder: string): string[] {
  const folders = [folder];
  while (folder !== '.' && folder !== '/' && folders.length < maxAddressParts) {
    folder = path.posix.dirname(folder);
    folders.push(folder);
  }
  return folders;
}
