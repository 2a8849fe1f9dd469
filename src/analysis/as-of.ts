import { memoize, type Catalogue, type KnownBug, type Release } from '../model/index.ts';
import { productOf } from '../products/index.ts';

/**
 * Catalogue as it would have been on a day: releases published by then, and for each bug only the listings that existed.
 * Titles and labels stay as they are today. Later statements, by a page or the vendor's table of CVEs, are left out:
 * deprecations, defaults and unplaced advisories of an earlier day are unknown.
 * @param day YYYY-MM-DD; a day after the catalogue was read changes nothing
 */
export function catalogueAsOf(catalogue: Catalogue, day: string): Catalogue {
  const present = catalogue.upstream;
  // Notes of an upstream can be of a later day than the others. Memoized, because it is the key of what callers keep.
  const upstream = present && { upstream: memoize(() => catalogueAsOf(present(), day)) };
  if (day >= catalogue.asOf.slice(0, 10)) {
    return upstream === undefined ? catalogue : { ...catalogue, ...upstream };
  }

  const { out = [], perhaps = [] } = Object.groupBy(catalogue.releases, (release) =>
    isOut(release, catalogue.releases, day)
      ? 'out'
      : isPerhapsOut(release, catalogue, day)
        ? 'perhaps'
        : 'later',
  );
  const releases = out.map((release) => ({
    ...release,
    status: release.status.filter((word) => word === 'beta'),
  }));
  const published = new Set(releases.map((release) => `${release.product} ${release.version}`));
  const bugs: KnownBug[] = [];
  for (const bug of catalogue.bugs) {
    const listings = bug.listings.filter(({ version }) => published.has(`${bug.product} ${version}`));
    if (listings.length > 0) bugs.push({ ...bug, listings });
  }
  return {
    ...catalogue,
    asOf: `${day}T23:59:59Z`,
    calendarReadOn: catalogue.asOf.slice(0, 10),
    releases,
    perhapsOut: perhaps,
    bugs,
    ...upstream,
    cveDifferences: [],
    laterAdvisories: {},
  };
}

/** True for a release of a known day by then. One whose earliest day is known was out when its next one was. */
function isOut(
  { product, version, line, date, dayBound }: Release,
  all: readonly Release[],
  day: string,
): boolean {
  if (date > day) return false;
  const { compare } = productOf(product).versions;
  const isSuccessor = (other: Release): boolean =>
    other.product === product && other.line === line && compare(other.version, version) > 0;
  return (
    dayBound !== 'earliest' ||
    all.some((other) => isSuccessor(other) && other.dayBound !== 'earliest' && other.date <= day)
  );
}

/** True for a release of an unknown day, unless its earliest day or that of its upstream came later. */
function isPerhapsOut(release: Release, catalogue: Catalogue, day: string): boolean {
  if (release.dayBound === undefined || (release.dayBound === 'earliest' && release.date > day)) return false;
  const { upstream } = productOf(release.product);
  const contained = upstream?.releaseOf(release) ?? null;
  const { releases } = catalogue.upstream?.() ?? catalogue;
  return !releases.some(
    ({ product, version, date }) => product === upstream?.product && version === contained && date > day,
  );
}
