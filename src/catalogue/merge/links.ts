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
