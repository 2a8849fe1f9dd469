/** Concepts of the lexicon that describe one kind of effect. Effects of different kinds have different causes. */
const KINDS: readonly (readonly string[])[] = [
  ['restart', 'segfault'],
  ['slow', 'cpu', 'hang', 'lag', 'latch', 'lock-wait', 'deadlock'],
  ['wrong-result', 'stale', 'empty-output', 'data-loss', 'corruption', 'duplicate-key'],
  ['out-of-memory', 'memory-leak'],
  ['local-storage', 'volume'],
  ['connection-fails'],
  ['start-fails'],
  ['upgrade-fails'],
  ['replication-stops'],
  ['table-missing'],
];

const KIND_OF = new Map(KINDS.flatMap((concepts, kind) => concepts.map((concept) => [`=${concept}`, kind])));

/** Kinds of effects among the terms of a text. */
export function effectsOf(keys: readonly string[]): ReadonlySet<number> {
  return new Set(keys.flatMap((key) => KIND_OF.get(key) ?? []));
}
