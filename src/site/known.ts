import { isCounted, isReported, versionAnswer, type VersionAnswer } from '../analysis/index.ts';
import type { BugMatch, Catalogue, KnownBug, Release, Urgency } from '../model/index.ts';
import { products, type Product } from '../products/index.ts';

/** A release, and what is known of it. */
export interface KnownRelease {
  release: Release;
  answer: VersionAnswer;
  /** Its known bugs, the urgent first; null where nobody can count them, which is not the same as none. */
  bugs: readonly BugMatch[] | null;
  /** The same with those that it may have. */
  possible: readonly BugMatch[] | null;
  /** What it lists as fixed itself. */
  fixes: readonly KnownBug[];
}

/** A bug in one release. */
export interface Meeting {
  release: Release;
  match: BugMatch;
}

/** All that the pages of one product tell. */
export interface KnownProduct {
  product: Product;
  /** The newest first, by number. */
  releases: readonly KnownRelease[];
  bugs: readonly KnownBug[];
  /** The releases that have a bug, by its id, the oldest first. */
  meetings: ReadonlyMap<string, readonly Meeting[]>;
}

/** @param day YYYY-MM-DD: what is supported on it */
export function knownProducts(catalogue: Catalogue, day: string): KnownProduct[] {
  return products().flatMap((product) => {
    const releases = catalogue.releases.filter((release) => release.product === product.id);
    return releases.length === 0 ? [] : [knownProduct(product, releases, catalogue, day)];
  });
}

function knownProduct(
  product: Product,
  own: readonly Release[],
  catalogue: Catalogue,
  day: string,
): KnownProduct {
  const bugs = catalogue.bugs.filter((bug) => bug.product === product.id);
  const fixedIn = Map.groupBy(
    bugs.flatMap((bug) =>
      [...new Set(bug.listings.map(({ version }) => version))].map((version) => ({ bug, version })),
    ),
    ({ version }) => version,
  );
  const releases = own
    .toSorted((a, b) => product.versions.compare(b.version, a.version))
    .map((release): KnownRelease => {
      const answer = versionAnswer(catalogue, product.id, release.version, day);
      return {
        release,
        answer,
        bugs: isCounted(answer) ? answer.matches.filter(isReported) : null,
        possible: isCounted(answer) ? answer.matches : null,
        fixes: (fixedIn.get(release.version) ?? []).map(({ bug }) => bug),
      };
    });
  return { product, releases, bugs, meetings: meetingsOf(releases) };
}

function meetingsOf(releases: readonly KnownRelease[]): Map<string, Meeting[]> {
  const meetings = releases.flatMap(({ release, bugs }) => (bugs ?? []).map((match) => ({ release, match })));
  return Map.groupBy(meetings.reverse(), ({ match }) => match.bug.id);
}

/** How many of some bugs are of an urgency. */
export function countOf(matches: readonly BugMatch[], level: Urgency): number {
  return matches.filter(({ urgency }) => urgency.level === level).length;
}
