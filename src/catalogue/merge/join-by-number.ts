import { compareText, compareVersions } from '../../model/index.ts';
import type { Bullet } from './bullet-group.ts';

/**
 * Joins groups that share a number of the community's bug database: it identifies one bug, however its bullets are
 * worded, and even if one page lists it twice. A joined group takes the position of its first part.
 */
export function joinByNumber(groups: readonly Bullet[][]): Bullet[][] {
  const joined = new Map<Bullet[], Bullet[]>(groups.map((group) => [group, group]));
  const byNumber = new Map<string, Bullet[]>();
  for (const group of groups) {
    for (const number of numbersOf(group)) {
      const first = byNumber.get(number);
      if (first === undefined) byNumber.set(number, group);
      else join(joined, rootOf(joined, first), rootOf(joined, group));
    }
  }
  const members = Map.groupBy(groups, (group) => rootOf(joined, group));
  return [...members.values()].map((parts) =>
    parts.length === 1 ? parts.flat() : parts.flat().sort(byDate),
  );
}

/** Numbers of a group; a bullet split into several CVEs names its numbers for all of them. */
function numbersOf(group: readonly Bullet[]): Set<string> {
  return new Set(group.flatMap(({ cves, item }) => (cves.length > 0 ? [] : item.communityBugs)));
}

function rootOf(joined: ReadonlyMap<Bullet[], Bullet[]>, group: Bullet[]): Bullet[] {
  let root = group;
  for (let above = joined.get(root); above !== undefined && above !== root; above = joined.get(root))
    root = above;
  return root;
}

function join(joined: Map<Bullet[], Bullet[]>, first: Bullet[], second: Bullet[]): void {
  if (first !== second) joined.set(second, first);
}

/** Compares by publication, then by version; bullets of one release by digest. */
export function byDate(a: Bullet, b: Bullet): number {
  return (
    a.day - b.day || compareVersions(a.release.version, b.release.version) || compareText(a.digest, b.digest)
  );
}
