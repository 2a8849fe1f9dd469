import { isCounted, isReported, versionAnswer, withIncluded, type VersionAnswer } from '../analysis/index.ts';
import type { BugMatch, Catalogue, KnownBug, Release, Urgency } from '../model/index.ts';
import { products, type Product } from '../products/index.ts';

/** A release and its bugs. */
export interface ReleaseDetails {
  release: Release;
  answer: VersionAnswer;
  /**
   * Known bugs, most urgent first, with those of an upstream that the product runs as published; null if unknown, which
   * does not mean none.
   */
  bugs: readonly BugMatch[] | null;
  /** The same with undetermined ones. */
  bugsAndUndetermined: readonly BugMatch[] | null;
  /** Bugs that the release's notes list as fixed. */
  fixes: readonly KnownBug[];
}

/** An affected release, with the match of the bug. */
export interface AffectedRelease {
  release: Release;
  match: BugMatch;
}

/** Data for the pages of one product. */
export interface ProductPageData {
  product: Product;
  /** Newest first, by number. */
  releases: readonly ReleaseDetails[];
  bugs: readonly KnownBug[];
  /** Affected releases by the id of the bug, oldest first. */
  affectedReleases: ReadonlyMap<string, readonly AffectedRelease[]>;
}

/**
 * Collects the data of all products.
 * @param day for which support is calculated, YYYY-MM-DD
 */
export function collectProducts(catalogue: Catalogue, day: string): ProductPageData[] {
  return products().flatMap((product) => {
    const releases = catalogue.releases.filter((release) => release.product === product.id);
    return releases.length === 0 ? [] : [collectProduct(product, releases, catalogue, day)];
  });
}

/**
 * Collects the data of a product.
 * @param own its releases with a page
 * @param day for which support is calculated, YYYY-MM-DD
 */
export function collectProduct(
  product: Product,
  own: readonly Release[],
  catalogue: Catalogue,
  day: string,
): ProductPageData {
  const bugs = catalogue.bugs.filter((bug) => bug.product === product.id);
  const fixedIn = Map.groupBy(
    bugs.flatMap((bug) =>
      [...new Set(bug.listings.map(({ version }) => version))].map((version) => ({ bug, version })),
    ),
    ({ version }) => version,
  );
  const releases = own
    .toSorted((a, b) => product.versions.compare(b.version, a.version))
    .map((release): ReleaseDetails => {
      const answer = versionAnswer(catalogue, product.id, release.version, day);
      return {
        release,
        answer,
        bugs: isCounted(answer) ? withIncluded(answer).filter(isReported) : null,
        bugsAndUndetermined: isCounted(answer) ? withIncluded(answer) : null,
        fixes: (fixedIn.get(release.version) ?? []).map(({ bug }) => bug),
      };
    });
  return { product, releases, bugs, affectedReleases: affectedReleasesOf(releases) };
}

function affectedReleasesOf(releases: readonly ReleaseDetails[]): Map<string, AffectedRelease[]> {
  const affectedReleases = releases.flatMap(({ release, bugs }) =>
    (bugs ?? []).map((match) => ({ release, match })),
  );
  return Map.groupBy(affectedReleases.reverse(), ({ match }) => match.bug.id);
}

/** Number of bugs with an urgency. */
export function countWithUrgency(matches: readonly BugMatch[], level: Urgency): number {
  return matches.filter(({ urgency }) => urgency.level === level).length;
}
