import type { Asset, AssetKind } from '../../model/index.ts';
import { engineOf } from '../../products/index.ts';

/** Kinds that have another word in JSON of schema 1; all others are written there as they are. */
const WORDS: Partial<Record<AssetKind, string>> = {
  database: 'aurora-cluster',
  'operating-system': 'os-image',
};

const KINDS: ReadonlyMap<string, string> = new Map(Object.entries(WORDS).map(([kind, word]) => [word, kind]));

/** The word of schema 1 for every database of Amazon RDS. */
const OF_RDS = 'db-instance';

/** The kind of an asset in the words of schema 1. */
export function kindInJson({ kind, product }: Pick<Asset, 'kind' | 'product'>): string {
  const isOfRds = kind === 'database' && engineOf(product)?.engine.service === 'rds';
  return isOfRds ? OF_RDS : (WORDS[kind] ?? kind);
}

/** The kind that a word of schema 1 stands for; every other text as it is. */
export function kindFromJson(word: string): string {
  return KINDS.get(word) ?? word;
}
