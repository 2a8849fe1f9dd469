import { withoutEnd } from '../../../model/index.ts';

/** A list of the vendor has one to three lines. */
const maxMirrors = 8;

/**
 * Addresses of a repository's copies, each ending in a slash, in the order of the list: one a line, comments and what is no
 * address left out. They are asked by https only, whatever the list says; the fetcher refuses hosts that are not allowed.
 */
export function mirrorsIn(list: string): string[] {
  const found = list
    .split('\n')
    .map((line) => URL.parse(line.trim()))
    .filter((url) => url !== null && /^https?:$/.test(url.protocol))
    .map((url) => `https://${url?.host}${withoutEnd(url?.pathname ?? '', '/')}/`);
  return [...new Set(found)].slice(0, maxMirrors);
}
