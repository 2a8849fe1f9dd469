import { text } from '../../l10n/index.ts';
import { urgencyOf } from '../urgency/urgency.ts';
import {
  compareSeverity,
  compareText,
  compareVersions,
  type BugMatch,
  type Catalogue,
  type KnownBug,
  type Release,
  type ProductId,
} from '../../model/index.ts';

/**
 * Known bugs of a release of any product, worst first, from release notes alone: fixes that a later release lists and
 * none published by then lists. For products without a lineage of their own. Null if the catalogue does not have the
 * release. High confidence: fixed later on its own branch. Medium: fixed only on branches that began later.
 */
export function bugsListedLater(
  catalogue: Pick<Catalogue, 'releases' | 'bugs'>,
  product: ProductId,
  version: string,
): BugMatch[] | null {
  const releases = releasesByDay(catalogue, product);
  const own = releases.find((release) => release.version === version);
  if (own === undefined) return null;
  return catalogue.bugs
    .filter((bug) => bug.product === product)
    .flatMap((bug) => laterMatch(bug, own, releases) ?? [])
    .sort((a, b) => compareSeverity(a.bug.severity, b.bug.severity) || compareText(a.bug.id, b.bug.id));
}

/** Releases of a product by day, those of one day by number. */
export function releasesByDay({ releases }: Pick<Catalogue, 'releases'>, product: ProductId): Release[] {
  return releases.filter((release) => release.product === product).sort(compareReleases);
}

function compareReleases(a: Release, b: Release): number {
  return compareText(a.date, b.date) || compareVersions(a.version, b.version);
}

/** Null if a release published by then lists the fix, or only patches of older branches do. */
function laterMatch(bug: KnownBug, own: Release, releases: readonly Release[]): BugMatch | null {
  const listed = releases.filter(({ version }) =>
    bug.listings.some((listing) => listing.version === version),
  );
  if (listed.length === 0 || listed.some((release) => compareReleases(release, own) <= 0)) return null;
  const begin = (branch: string): number => releases.findIndex((release) => release.branch === branch);
  const fix =
    listed.find(({ branch }) => branch === own.branch) ??
    listed.find(({ branch }) => begin(branch) > begin(own.branch));
  if (fix === undefined) return null;
  const isOwnBranch = fix.branch === own.branch;
  const confidence = isOwnBranch ? 'high' : 'medium';
  return {
    bug,
    confidence,
    reason: text(isOwnBranch ? 'bug.reason.ownBranch' : 'bug.reason.laterBranch', { branch: fix.branch }),
    fixedIn: listed.map(({ version }) => version),
    nearestFix: fix.version,
    url: fix.url,
    applies: 'possible',
    urgency: urgencyOf({ bug, confidence }, new Map()),
  };
}
