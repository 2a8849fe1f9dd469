import {
  compareVersions,
  type Catalogue,
  type KnownBug,
  type ProductId,
  type Release,
  type Text,
} from '../../model/index.ts';
import { hasLineage, lineageOf, productOf } from '../../products/index.ts';
import { upstreamBugsBroughtBy } from '../bugs/upstream/steps.ts';
import { releaseDay } from '../release-day.ts';

/** Release near the target that should be avoided: withdrawn, or known to have introduced a bug. */
export interface NearbyRelease {
  version: string;
  day: Text;
  /** Page of its notes, or of the later notes that say so. */
  url: string;
  isWithdrawn: boolean;
  /** Bugs that began with it, by its own or later notes. */
  broughtBugs: readonly KnownBug[];
}

/** Releases above `from` to avoid: those of both minor versions, or of the system's generation. */
export function nearReleases(
  catalogue: Catalogue,
  product: ProductId,
  from: string,
  to: string,
): NearbyRelease[] {
  const { branch, compare } = productOf(product).versions;
  const branches = new Set([branch(from), branch(to)]);
  const isBroughtBy = createBeginningTest(catalogue, product, from);
  const ahead = releasesOf(catalogue, product).filter(
    ({ version }) => compare(version, from) > 0 && compare(version, to) !== 0,
  );
  const near = ahead
    .filter((release) => !hasLineage(product) || branches.has(release.branch))
    .map((release) => ({
      version: release.version,
      day: releaseDay(release),
      url: release.url,
      isWithdrawn: isWithdrawn(release),
      broughtBugs: catalogue.bugs.filter(
        (bug) =>
          bug.product === product &&
          (bug.bounds.introducedIn === release.version || isBroughtBy(bug, release)),
      ),
    }))
    .filter((release) => release.isWithdrawn || release.broughtBugs.length > 0);
  const { line } = productOf(product).versions;
  const regressions = ahead
    .filter((release) => release.line === line(from) || release.line === line(to))
    .flatMap((release) => upstreamRegressions(catalogue, product, release, from));
  return [...near, ...regressions].sort((a, b) => compare(a.version, b.version));
}

/** Bugs that the upstream release in a release introduced, by the page that names them. */
function upstreamRegressions(
  catalogue: Catalogue,
  product: ProductId,
  release: Release,
  from: string,
): NearbyRelease[] {
  const brought = upstreamBugsBroughtBy(catalogue, product, release, from);
  return [...Map.groupBy(brought, ({ url }) => url ?? release.url)].map(([url, matches]) => ({
    version: release.version,
    day: releaseDay(release),
    url,
    isWithdrawn: false,
    broughtBugs: matches.map(({ bug }) => bug),
  }));
}

/**
 * Returns a test that is true if a release introduces a community bug: the first of its minor version with the community
 * version in which the bug began, while the present version contains an older one.
 */
function createBeginningTest(
  catalogue: Catalogue,
  product: ProductId,
  from: string,
): (bug: KnownBug, release: Release) => boolean {
  const lineage = lineageOf(catalogue, product);
  const present = lineage.release(from)?.communityVersion ?? null;
  return (bug, release) => {
    const began = bug.bounds.introducedInCommunity;
    if (began === null || present === null || compareVersions(present, began) >= 0) return false;
    const first = lineage
      .onBranch(release.branch)
      .find(
        ({ communityVersion }) => communityVersion !== null && compareVersions(communityVersion, began) >= 0,
      );
    return first?.version === release.version && lineage.judge(bug, release.version) !== null;
  };
}

function releasesOf(catalogue: Catalogue, product: ProductId): readonly Release[] {
  const lineage = lineageOf(catalogue, product);
  return lineage.branches().flatMap((branch) => lineage.onBranch(branch));
}

function isWithdrawn({ status, items }: Release): boolean {
  return status.includes('deprecated') || items.some(({ topic }) => topic === 'recalled');
}
