import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { WrittenTitle } from '../../src/catalogue/merge/index.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../src/catalogue/curation');

/** Titles in our own words, by the digest of a bullet. */
export function readTitles(): ReadonlyMap<string, WrittenTitle> {
  const japanese = read('titles.ja.json');
  return new Map(
    [...read('titles.json')].map(([digest, en]) => {
      const ja = japanese.get(digest);
      return [digest, ja === undefined ? { en } : { en, ja }];
    }),
  );
}

/** Titles in Japanese, by the digest of a bullet, also where nobody wrote an English one. */
export function readJapaneseTitles(): ReadonlyMap<string, string> {
  return read('titles.ja.json');
}

function read(name: string): Map<string, string> {
  const file = path.join(FOLDER, name);
  if (!existsSync(file)) return new Map();
  return new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>));
}
