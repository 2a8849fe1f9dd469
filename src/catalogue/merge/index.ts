/** Grouping of bullets from different releases by bug: entry point of merging. */
import type { KnownBug, Release, ProductId } from '../../model/index.ts';
import { productIds } from '../../products/index.ts';
import { buildBug, isBug } from './bug/bug.ts';
import { groupBullets } from './group.ts';
import { withJoins } from './bug/joins.ts';
import { byDate } from './join-by-number.ts';
import { indexLinks, knownAs, type JudgedPairs } from './judged-pairs.ts';
import type { Bullet } from './bullet-group.ts';
import type { WrittenTitle } from './bug/written-title.ts';

export { titleFromText, TITLE_LENGTH } from './bug/title.ts';
export { omittedConsequences, writtenTitle, type WrittenTitle } from './bug/written-title.ts';
export type { JudgedPairs } from './judged-pairs.ts';

export interface MergeOptions {
  /** Titles in our own words, by digest of a bullet; other bugs get one cut from their text. */
  titles?: ReadonlyMap<string, WrittenTitle>;
  /** Manually judged pairs of bullets; if absent, the rules alone decide. */
  links?: JudgedPairs;
  /** Previous bugs, which place bullets without text (snapshot, unread page). */
  known?: readonly KnownBug[];
  /** Bugs of products that are not merged again: their ids and aliases are reserved. */
  others?: readonly KnownBug[];
}

const NO_JUDGED_PAIRS: JudgedPairs = { same: [], different: [] };

/**
 * Known bugs of releases, each with every release that fixes it, in the order of their first appearance.
 * - The id is the digest of the earliest bullet (by date, then version). Later releases never change it: a bullet only
 *   ever joins an earlier bug. The other bullets' digests are aliases.
 * - Two bullets of one release are never one bug, unless they name the same number of the community's bug database. A
 *   bullet that a release repeats word for word counts once.
 * - A shared CVE or community bug number means one bug. A bullet with several CVEs is split, one bug for each: that is
 *   what "which versions fix this CVE?" needs.
 * - Words that recur after three years are another bug, with the id `digest-version`; so are the same words in another
 *   product's notes.
 */
export function mergeBugs(releases: readonly Release[], options: MergeOptions = {}): KnownBug[] {
  const taken = new Set(options.others?.flatMap(({ id, aliases }) => [id, ...aliases]));
  return productIds().flatMap((product) => {
    const bugs = mergeProduct(product, releases, options, taken);
    for (const { id, aliases } of bugs) for (const digest of [id, ...aliases]) taken.add(digest);
    return bugs;
  });
}

/** @param taken ids and aliases of the previous products */
function mergeProduct(
  product: ProductId,
  all: readonly Release[],
  options: MergeOptions,
  taken: ReadonlySet<string>,
): KnownBug[] {
  const isOwn = (entry: { product: ProductId }): boolean => entry.product === product;
  const releases = all.filter(isOwn);
  if (releases.length === 0) return [];
  const known = options.known?.filter(isOwn) ?? [];
  const groups = groupedBullets(releases, { ...options, known })
    .filter(isBug)
    .map((bullets) => bullets.filter(({ item }) => item.kind !== 'notice')) // a notice fixes nothing
    .sort(([a], [b]) => (a && b ? byDate(a, b) : 0));
  const owners = ownersOf(groups);
  const titles = options.titles ?? new Map<string, WrittenTitle>();
  const broughtBy = new Map(options.links?.brought);
  const merged = groups.map((bullets) => {
    const isTaken = (digest: string): boolean => taken.has(digest) || owners.get(digest) !== bullets;
    return { bug: buildBug(bullets, { titles, broughtBy, isTaken }), bullets };
  });
  return withJoins(merged);
}

/** Group in which each digest first occurs: only there is it an id or an alias. */
function ownersOf(groups: readonly Bullet[][]): Map<string, Bullet[]> {
  const first = new Map<string, { bullet: Bullet; group: Bullet[] }>();
  for (const group of groups) {
    for (const bullet of group) {
      const other = first.get(bullet.digest)?.bullet;
      if (!other || bullet.day < other.day) first.set(bullet.digest, { bullet, group });
    }
  }
  return new Map([...first].map(([digest, { group }]) => [digest, group]));
}

/**
 * Bullets of one product's releases, of all kinds, grouped by subject; bugs are groups with a fix. For scores and
 * tests.
 */
export function groupedBullets(
  releases: readonly Release[],
  { links = NO_JUDGED_PAIRS, known = [] }: MergeOptions = {},
): Bullet[][] {
  return groupBullets(releases, indexLinks(links), knownAs(known));
}
