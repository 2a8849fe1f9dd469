import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ProductId } from '../../src/model/index.ts';
import type { WrittenTitle } from '../../src/catalogue/merge/index.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../src/catalogue/curation');

/** Files of titles, one per engine. */
const FILES = [
  'titles',
  'titles.postgresql',
  'titles.community',
  'titles.rds-postgresql',
  'titles.rds-mysql',
] as const;
export type TitleFile = (typeof FILES)[number];

/** Engines whose bugs have titles in our own words. */
export const ENGINES_WITH_TITLES: readonly { product: ProductId; file: TitleFile }[] = [
  { product: 'aurora-mysql', file: 'titles' },
  { product: 'aurora-postgresql', file: 'titles.postgresql' },
  { product: 'postgresql', file: 'titles.community' },
  { product: 'rds-postgresql', file: 'titles.rds-postgresql' },
  { product: 'rds-mysql', file: 'titles.rds-mysql' },
];

/** Titles in our own words, by the digest of a bullet. */
export function readTitles(...files: readonly TitleFile[]): ReadonlyMap<string, WrittenTitle> {
  const titles = files.length > 0 ? files : FILES;
  return new Map(
    titles.flatMap((file) => {
      const japanese = readJapaneseTitles(file);
      return [...read(`${file}.json`)].map(([digest, en]) => {
        const ja = japanese.get(digest);
        return [digest, ja === undefined ? { en } : { en, ja }] as const;
      });
    }),
  );
}

/** Japanese titles by the digest of a bullet, including those without an English one. */
export function readJapaneseTitles(file: TitleFile): ReadonlyMap<string, string> {
  return read(`${file}.ja.json`);
}

function read(name: string): Map<string, string> {
  const file = path.join(FOLDER, name);
  if (!existsSync(file)) return new Map();
  return new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>));
}
