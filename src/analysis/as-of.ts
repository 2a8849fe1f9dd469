import { memoize, type Catalogue, type KnownBug } from '../model/index.ts';

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

  const releases = catalogue.releases
    .filter((release) => release.date <= day)
    .map((release) => ({ ...release, status: release.status.filter((word) => word === 'beta') }));
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
    bugs,
    ...upstream,
    cveDifferences: [],
    laterAdvisories: {},
  };
}
