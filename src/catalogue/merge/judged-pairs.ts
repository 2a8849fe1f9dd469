import type { KnownBug } from '../../model/index.ts';
import type { Bullet, PreviousBug, BulletGroup } from './bullet-group.ts';

// Known links between bullets: manual ones, and those of an earlier merge.

/** Manually judged pairs of digests, which override the rules. */
export interface JudgedPairs {
  same: readonly (readonly [string, string])[];
  different: readonly (readonly [string, string])[];
  /** Bugs, and the fixes that brought them, in releases before. */
  brought?: readonly (readonly [bug: string, fix: string])[];
}

/** Digests linked with one, and those kept separate. */
export interface LinkIndex {
  sameAs(digest: string): readonly string[];
  differentFrom(digest: string): readonly string[];
}

export function indexLinks({ same, different }: JudgedPairs): LinkIndex {
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

/** Previous bugs by release and bullet, not by words alone: the same words may have become two bugs, years apart. */
export function knownAs(known: readonly KnownBug[]): PreviousBug {
  const byListing = Map.groupBy(
    known.flatMap((bug) => bug.listings.map((listing) => ({ bug, ...listing }))),
    ({ version, digest }) => `${version} ${digest}`,
  );
  return ({ version }, { digest, cves: listed }, cves) => {
    const candidates = byListing.get(`${version} ${digest}`)?.map(({ bug }) => bug) ?? [];
    // A bullet with several CVEs was split into a bug for each.
    const own =
      listed.length > 1
        ? candidates.find((bug) => cves.every((cve) => bug.cves.includes(cve)))
        : candidates[0];
    return own ?? null;
  };
}

/**
 * True if a bullet and a group were one bug before. Bullets without text (of the snapshot, if a page could not be read
 * since) cannot be compared, so the earlier result still holds. Null if their words have to decide.
 */
export function wasSameBug(bullet: Bullet, { bullets }: BulletGroup): boolean | null {
  const judged = bullets.filter((other) => areJudged(bullet, other));
  if (judged.length === 0) return null;
  return judged.some(({ known }) => known === bullet.known);
}

function areJudged(a: Bullet, b: Bullet): boolean {
  const isKnown = ({ known }: Bullet): boolean => known !== null;
  const isTextless = ({ item }: Bullet): boolean => item.text === null;
  const pair = [a, b];
  const areOld = pair.every((bullet) => isKnown(bullet) || isTextless(bullet));
  return areOld && pair.some(isTextless) && pair.some(isKnown);
}
