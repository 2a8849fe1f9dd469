import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const FILE = path.resolve(import.meta.dirname, '../../src/catalogue/curation/titles.json');

/** Titles in our own words, by the digest of a bullet. */
export function readTitles(): ReadonlyMap<string, string> {
  if (!existsSync(FILE)) return new Map();
  return new Map(Object.entries(JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, string>));
}
