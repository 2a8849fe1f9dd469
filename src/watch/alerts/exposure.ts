import type { BugMatch } from '../../model/index.ts';
import { idOf } from './alert.ts';
import type { VersionGroup } from '../versions/version-groups.ts';
import { keyOf, type Publications } from '../publications/publications.ts';

/** An asset and a bug that it has. */
export interface Exposure {
  match: BugMatch;
  assetId: string;
}

/** Exposures of a group's assets to the selected bugs. Excludes bugs that the team recorded, which are no news. */
export function exposuresTo(group: VersionGroup, isSelected: (match: BugMatch) => boolean): Exposure[] {
  return [...group.matches].flatMap(([assetId, matches]) =>
    matches
      .filter(({ bug }) => bug.origin === 'notes')
      .filter(isSelected)
      .map((match) => ({ match, assetId })),
  );
}

/** Assets of a group that have at least one of some exposures. */
export function exposedAssets(group: VersionGroup, exposures: readonly Exposure[]): VersionGroup['assets'] {
  const ids = new Set(exposures.map(({ assetId }) => assetId));
  return group.assets.filter(({ id }) => ids.has(id));
}

/** True if a release lists a bug. */
export function isListedIn({ bug }: BugMatch, version: string): boolean {
  return bug.listings.some((listing) => listing.version === version);
}

/** True if a bug comes from the given item of a release. */
export function isFromItem({ bug }: BugMatch, version: string, digest: string): boolean {
  return bug.listings.some((listing) => listing.version === version && listing.digest === digest);
}

/** Returns a test for bugs that any release listed at the last look. */
export function createListedTest(before: Publications): (match: BugMatch) => boolean {
  const listed = new Set(
    before.releases.flatMap(({ product, items }) => items.map(({ digest }) => keyOf(product, digest))),
  );
  return ({ bug }) => bug.listings.some(({ digest }) => listed.has(keyOf(bug.product, digest)));
}

/** Ids of a bug and an asset, one per wording of the vendor, because merging can change a bug's id. */
function pairIds({ bug }: BugMatch, assetId: string): string[] {
  return bug.listings.map(({ digest }) => idOf(digest, assetId));
}

/** The same by CVE, because an engine's notes and its upstream's have different words for one. */
function cveIds({ bug }: BugMatch, assetId: string): string[] {
  return bug.os === undefined ? bug.cves.map((cve) => idOf(cve, assetId)) : [];
}

/** Records that an asset's bug was reported. */
export function markReported(reported: Set<string>, match: BugMatch, assetId: string): void {
  for (const id of [...pairIds(match, assetId), ...cveIds(match, assetId)]) reported.add(id);
}

/** True if an asset's bug was reported before. */
export function wasReported(reported: ReadonlySet<string>, match: BugMatch, assetId: string): boolean {
  const cves = cveIds(match, assetId);
  const areCvesReported = cves.length > 0 && cves.every((id) => reported.has(id));
  return areCvesReported || pairIds(match, assetId).some((id) => reported.has(id));
}
