import type { KnownBug, Release } from '../../model/index.ts';

/** Pairs of digests that somebody has judged; they overrule the rules. */
export interface Links {
  same: readonly (readonly [string, string])[];
  different: readonly (readonly [string, string])[];
}

/** The digests that go with one, and those that do not. */
export interface LinkIndex {
  sameAs(digest: string): readonly string[];
  differentFrom(digest: string): readonly string[];
}

export function indexLinks({ same, different }: Links): LinkIndex {
  const sames = bothWays(same);
  const differents = bothWays(different);
  return {
    sameAs: (digest) => sames.get(digest) ?? [],
    differentFrom: (digest) => differents.get(digest) ?? [],
  };
}

function bothWays(pairs: readonly (readonly [string, string])[]): Map<string, string[]> {
  const byDigest = new Map<string, string[]>();
  for (const [a, b] of pairs) {
    byDigest.set(a, [...(byDigest.get(a) ?? []), b]);
    byDigest.set(b, [...(byDigest.get(b) ?? []), a]);
  }
  return byDigest;
}

/**
 * Bullets without text (from the snapshot, where a page could not be read since) cannot be compared: what they were
 * found to have in common when they had it still holds.
 */
export function linksOfTextless(releases: readonly Release[], known: readonly KnownBug[]): Links['same'] {
  const textless = new Set(
    releases.flatMap(({ items }) => items.filter(({ text }) => text === null).map(({ digest }) => digest)),
  );
  if (textless.size === 0) return [];
  return known.flatMap(({ listings }) => {
    const [first = '', ...others] = [...new Set(listings.map(({ digest }) => digest))];
    return others
      .filter((other) => textless.has(first) || textless.has(other))
      .map((other) => [first, other] as const);
  });
}
