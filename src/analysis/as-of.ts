import type { Catalogue, KnownBug } from '../model/index.ts';

/**
 * The catalogue as it would have been on a day: only releases published by then, and of each bug only the listings
 * that existed. Titles and labels stay as they are today.
 * @param day YYYY-MM-DD
 */
export function catalogueAsOf(catalogue: Catalogue, day: string): Catalogue {
  const releases = catalogue.releases.filter((release) => release.date <= day);
  const published = new Set(releases.map((release) => `${release.product} ${release.version}`));
  const bugs: KnownBug[] = [];
  for (const bug of catalogue.bugs) {
    const listings = bug.listings.filter(({ version }) => published.has(`${bug.product} ${version}`));
    if (listings.length > 0) bugs.push({ ...bug, listings });
  }
  return { ...catalogue, releases, bugs };
}
