import type { Item, Release } from '../model/index.ts';

/** Items, labelled, that a page adds to the releases of another page. */
export interface LabelledAddition {
  branch: string;
  date: string | null;
  items: readonly Item[];
}

/**
 * Releases with what other pages tell of them. A part of a product has numbers of its own; it came with the release of the
 * minor version that has its day, else with the last one before it, else with the first.
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
  // A patch and its base can come on one day: the part of the base came first.
  return sameDay[0] ?? byDay.findLast((release) => release.date < date) ?? first;
}
