import type { KnownBug } from '../../model/index.ts';
import type { Bullet, KnownAs, OpenGroup } from './open-group.ts';

// What was found of bullets before: by somebody, or in an earlier merge.

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

/** By release and bullet, not by words alone: the same words may have come to two bugs, years apart. */
export function knownAs(known: readonly KnownBug[]): KnownAs {
  const byListing = Map.groupBy(
    known.flatMap((bug) => bug.listings.map((listing) => ({ bug, ...listing }))),
    ({ version, digest }) => `${version} ${digest}`,
  );
  return ({ version }, { digest, cves: listed }, cves) => {
    const told = byListing.get(`${version} ${digest}`)?.map(({ bug }) => bug) ?? [];
    // A bullet that lists several CVEs was taken apart into a bug for each.
    const own = listed.length > 1 ? told.find((bug) => cves.every((cve) => bug.cves.includes(cve))) : told[0];
    return own ?? null;
  };
}

/**
 * Whether a bullet and a group told of one bug before. Bullets without text (of the snapshot, where a page could not be
 * read since) cannot be compared: what was found when they had it still holds. Null where the words have to say it.
 */
export function wereOneBug(bullet: Bullet, { bullets }: OpenGroup): boolean | null {
  const judged = bullets.filter((other) => areJudged(bullet, other));
  if (judged.length === 0) return null;
  return judged.some(({ known }) => known === bullet.known);
}

function areJudged(a: Bullet, b: Bullet): boolean {
  const isOld = ({ known, item }: Bullet): boolean => known !== null || item.text === null;
  const isTextless = a.item.text === null || b.item.text === null;
  return isTextless && isOld(a) && isOld(b) && (a.known !== null || b.known !== null);
}
