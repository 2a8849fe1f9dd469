import type { Item, Release } from '../model/index.ts';

/** Labelled items that a page adds to the releases of another page. */
export interface LabelledAddition {
  branch: string;
  date: string | null;
  items: readonly Item[];
}

/**
 * Releases with their additions from other pages. A part of a product has its own numbers; it belongs to the release of
 * the minor version on the same day, else to the last one before, else to the first.
 */
export function withAdditions(
  releases: readonly Release[],
  additions: readonly LabelledAddition[],
): readonly Release[] {
  if (additions.length === 0) return releases;
  const ofBranch = Map.groupBy(releases, ({ branch }) => branch);
  const added = new Map<Release, Item[]>();
  for (const { branch, date, items } of additions) {
    const release = releaseOf(ofBranch.get(branch) ?? [], date);
    if (release !== undefined) added.set(release, [...(added.get(release) ?? []), ...items]);
  }
  return releases.map((release) => {
    const items = added.get(release);
    return items === undefined ? release : { ...release, items: [...release.items, ...items] };
  });
}

function releaseOf(branch: readonly Release[], date: string | null): Release | undefined {
  const byDay = branch.toSorted((a, b) => a.date.localeCompare(b.date) || a.version.localeCompare(b.version));
  const first = byDay[0];
  if (date === null) return first;
  const sameDay = byDay.filter((release) => release.date === date);
  // A patch and its base can be published on one day: the part of the base comes first.
  return sameDay[0] ?? byDay.findLast((release) => release.date < date) ?? first;
}
