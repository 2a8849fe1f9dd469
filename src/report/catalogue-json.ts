import type { Catalogue, Release, SupportPeriod } from '../model/index.ts';

/** The JSON of `catalogue export`: every item of every release, with the vendor's text where it was read live. */
export function catalogueJson(catalogue: Catalogue): object {
  const bugOfDigest = new Map<string, string>();
  for (const bug of catalogue.bugs) {
    for (const { digest, version } of bug.listings)
      bugOfDigest.set(`${bug.product} ${version} ${digest}`, bug.id);
  }
  return {
    schemaVersion: 1,
    releases: catalogue.releases.map((release) => releaseJson(release, catalogue.support, bugOfDigest)),
  };
}

function releaseJson(
  release: Release,
  support: readonly SupportPeriod[],
  bugOfDigest: ReadonlyMap<string, string>,
): object {
  const { product, version, date, line, branch, lts, status, mysqlVersion, comparedTo, url } = release;
  const period = support.find(
    (entry) => entry.product === product && [version, branch].includes(entry.scope),
  );
  return {
    product,
    version,
    date,
    line,
    lts,
    status: status.length > 0 ? status.join(' ') : 'available',
    supportEnds: period?.standardEnds ?? null,
    mysqlVersion,
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
      mysqlBugs: item.mysqlBugs,
      why: item.why,
      text: item.text,
    })),
  };
}
