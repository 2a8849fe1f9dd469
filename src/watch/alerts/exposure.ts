import type { BugMatch } from '../../model/index.ts';
import { idOf } from './alert.ts';
import type { Running } from '../running.ts';
import { keyOf, type Seen } from '../seen.ts';

/** One asset and one of the bugs that it has. */
export interface Exposure {
  match: BugMatch;
  assetId: string;
}

/** Every asset of a group with every bug that it has and that is meant. A team's own issues are no news of the vendor's. */
export function exposuresTo(group: Running, isMeant: (match: BugMatch) => boolean): Exposure[] {
  return [...group.matches].flatMap(([assetId, matches]) =>
    matches
      .filter(({ bug }) => bug.origin === 'notes')
      .filter(isMeant)
      .map((match) => ({ match, assetId })),
  );
}

/** The assets of a group that have any of some exposures. */
export function exposedAssets(group: Running, exposures: readonly Exposure[]): Running['assets'] {
  const ids = new Set(exposures.map(({ assetId }) => assetId));
  return group.assets.filter(({ id }) => ids.has(id));
}

/** Whether a release lists a bug. */
export function isListedIn({ bug }: BugMatch, version: string): boolean {
  return bug.listings.some((listing) => listing.version === version);
}

/** Whether a bug is what one bullet of a release tells. */
export function isBullet({ bug }: BugMatch, version: string, digest: string): boolean {
  return bug.listings.some((listing) => listing.version === version && listing.digest === digest);
}

/** Whether a bug was listed anywhere at the last look. */
export function wasListed(before: Seen): (match: BugMatch) => boolean {
  const listed = new Set(
    before.releases.flatMap(({ product, items }) => items.map(({ digest }) => keyOf(product, digest))),
  );
  return ({ bug }) => bug.listings.some(({ digest }) => listed.has(keyOf(bug.product, digest)));
}

/** A bug and asset, by each of the vendor's wordings: merging can give a bug another id. */
function pairIds({ bug }: BugMatch, assetId: string): string[] {
  return bug.listings.map(({ digest }) => idOf(digest, assetId));
}

/** Remembers that an asset's owner knows of a bug. */
export function markTold(told: Set<string>, match: BugMatch, assetId: string): void {
  for (const id of pairIds(match, assetId)) told.add(id);
}

/** Whether an asset's owner was told of a bug. */
export function wasTold(told: ReadonlySet<string>, match: BugMatch, assetId: string): boolean {
  return pairIds(match, assetId).some((id) => told.has(id));
}
