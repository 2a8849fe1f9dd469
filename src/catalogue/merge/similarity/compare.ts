import type { Signature } from './signature.ts';
import { ALTERNATIVES, FEATURE_WORDS } from './vocabulary.ts';
import { isAside } from './words.ts';

/** Common weight below which only nearly equal wordings are one bug. */
const MIN_COMMON_WEIGHT = 0.9;
/** Higher minimum similarity: of wordings with little weight in common; if only one of them begins as a repair. */
const MIN_SIMILARITY = { generic: 0.85, acrossOpenings: 0.6 };

/**
 * Similarity of two wordings, 0 to 1 (equal content words). Words on one side only count against it, threefold if both
 * sides have such words. 0 means insignificant or contradictory.
 */
export function similarity(a: Signature, b: Signature): number {
  const shared = sharedWeight(a, b);
  if (shared === 0 || areContradictory(a, b)) return 0;
  if (isBeginningOf(a, b) || isBeginningOf(b, a)) return 1;
  const onlyA = leftover(a, b);
  const onlyB = leftover(b, a);
  const found = shared / (shared + Math.max(onlyA, onlyB) + 3 * Math.min(onlyA, onlyB));
  if (shared < MIN_COMMON_WEIGHT && found < MIN_SIMILARITY.generic) return 0;
  if ((a.opening === 'repair') !== (b.opening === 'repair') && found < MIN_SIMILARITY.acrossOpenings)
    return 0;
  return found;
}

function sharedWeight(a: Signature, b: Signature): number {
  const [small, large] = a.words.size < b.words.size ? [a, b] : [b, a];
  let sum = 0;
  for (const { stem, weight } of small.list) if (large.words.has(stem)) sum += weight;
  return sum;
}

/**
 * True if one wording is the beginning of the other: one page lost the list after the colon, the other included it in
 * the sentence.
 */
function isBeginningOf(a: Signature, b: Signature): boolean {
  return a.isTruncated && b.normalised.startsWith(a.normalised);
}

/** Weights of words on one side only: a cause or consequence matters little, an added condition or feature much. */
const ONE_SIDED = { main: 1, condition: 1.2, cause: 0.4, consequence: 0.4 } as const;
const ADDED_FEATURE = 1.5;

function leftover(a: Signature, b: Signature): number {
  const bHasAside = b.asides.some((stem) => !a.words.has(stem));
  let sum = 0;
  for (const { stem, weight, part } of a.list) {
    if (b.words.has(stem)) continue;
    const partWeight = isAside(part) && bHasAside ? 1 : ONE_SIDED[part];
    sum += weight * partWeight * (FEATURE_WORDS.has(stem) ? ADDED_FEATURE : 1);
  }
  return sum;
}

/** True if something in two wordings excludes that they are one bug. */
export function areContradictory(a: Signature, b: Signature): boolean {
  if (haveDifferentRoles(a, b) || a.isSeveral !== b.isSeveral) return true;
  const isOneAdded = (a.opening === 'addition') !== (b.opening === 'addition');
  if (isOneAdded || areDisjoint(a.names, b.names) || areDisjoint(a.numbers, b.numbers)) return true;
  return areDisjoint(a.symptoms, b.symptoms) || ALTERNATIVES.some((words) => useDifferentWords(words, a, b));
}

function haveDifferentRoles(a: Signature, b: Signature): boolean {
  return a.role !== null && b.role !== null && a.role !== b.role;
}

function areDisjoint(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && ![...a].some((entry) => b.has(entry));
}

function useDifferentWords(words: readonly string[], a: Signature, b: Signature): boolean {
  const inA = words.filter((word) => a.words.has(word));
  const inB = words.filter((word) => b.words.has(word));
  return inA.length > 0 && inB.length > 0 && !inA.some((word) => inB.includes(word));
}
