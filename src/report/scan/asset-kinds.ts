import type { AssetKind } from '../../model/index.ts';

/** Kinds that have another word in JSON of schema 1; all others are written there as they are. */
const WORDS: Partial<Record<AssetKind, string>> = {
  database: 'aurora-cluster',
  'operating-system': 'os-image',
};

const KINDS: ReadonlyMap<string, string> = new Map(Object.entries(WORDS).map(([kind, word]) => [word, kind]));

/** The kind of an asset in the words of schema 1. */
export function kindInJson(kind: AssetKind): string {
  return WORDS[kind] ?? kind;
}

/** The kind that a word of schema 1 stands for; every other text as it is. */
export function kindFromJson(word: string): string {
  return KINDS.get(word) ?? word;
}
