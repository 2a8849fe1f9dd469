import { isForNewClusters, supportOf } from '../../analysis/index.ts';
import { communityBugs } from './community-bugs.ts';
import { LazyList, type Catalogue, type Release } from '../../model/index.ts';
import { minorPeriodOf, hasLineage } from '../../products/index.ts';

/**
 * The JSON of `catalogue export`: every item of every release, with the vendor's text where it was read live.
 * @param day YYYY-MM-DD: what is offered and supported on it
 */
export function catalogueJson(catalogue: Catalogue, day: string): object {
  const bugOfDigest = new Map<string, string>();
  for (const bug of catalogue.bugs) {
    for (const { digest, version } of bug.listings)
      bugOfDigest.set(`${bug.product} ${version} ${digest}`, bug.id);
  }
  return {
    schemaVersion: 1,
    asOf: catalogue.asOf,
    releases: new LazyList(catalogue.releases, (release) =>
      releaseJson(release, catalogue, day, bugOfDigest),
    ),
  };
}

function releaseJson(
  release: Release,
  catalogue: Catalogue,
  day: string,
  bugOfDigest: ReadonlyMap<string, string>,
): object {
  const { product, version, date, line, lts, status, communityVersion, comparedTo, url } = release;
  return {
    product,
    version,
    date,
    line,
    lts,
    status: status.length > 0 ? status.join(' ') : 'available',
    ...releaseSupportJson(release, catalogue, day),
    communityVersion,
    comparedTo,
    url,
    items: release.items.map((item) => ({
      bugId: bugOfDigest.get(`${product} ${version} ${item.digest}`) ?? null,
      section: item.section,
      kind: item.kind,
      impact: item.impact,
      severity: item.severity,
      features: item.features,
      cves: item.cves,
      communityBugs: communityBugs({ ...item, product }).map(({ number, url }) => ({ number, url })),
      why: item.why,
      text: item.text,
    })),
  };
}

function releaseSupportJson(release: Release, catalogue: Catalogue, day: string): object {
  if (!hasLineage(release.product)) {
    return { supportEnds: minorPeriodOf(catalogue.support, release)?.standardEnds ?? null };
  }
  const status = supportOf(catalogue, release.product, release.version, day);
  return {
    supportEnds: status?.standardEnds ?? null,
    extendedSupport: status?.extended ?? null,
    availableForNewClusters: isForNewClusters(catalogue, release, day),
  };
}
