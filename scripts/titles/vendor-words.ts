import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Tag that ends a paragraph, item, heading or cell. */
const BLOCK = /<\/?(?:p|li|h\d|td|th|div|pre)\b[^>]*>/i;

/** Runs of `length` words within a block, of all pages below a folder. */
export function runsOfPages(folder: string, length: number, split = wordsOf): Set<string> {
  const runs = new Set<string>();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.html'))) {
    for (const block of blocksOf(readFileSync(path.join(folder, file), 'utf8'))) {
      for (const run of runsOf(block, length, split)) runs.add(run);
    }
  }
  return runs;
}

/** Words of a text in lower case, without punctuation. A name with underscores is one word. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\w+/g) ?? [];
}

/** Words of a text in lower case, with names split into their parts: `pg_stat_io` is three. */
export function partsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z\d]+/g) ?? [];
}

/** Runs of `length` successive words of a text. */
export function runsOf(text: string, length: number, split = wordsOf): string[] {
  const words = split(text);
  return words.slice(length - 1).map((_, start) => words.slice(start, start + length).join(' '));
}

function blocksOf(html: string): string[] {
  const content = html.split('id="main-col-body"').at(-1)?.split('id="main-col-footer"')[0] ?? '';
  return content.split(BLOCK).map((block) => decode(block.replace(/<[^>]+>/g, ' ')));
}

function decode(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(?:nbsp|quot|apos|lt|gt);/g, ' ')
    .replaceAll('&amp;', '&');
}
