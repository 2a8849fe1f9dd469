import { isForNewClusters, supportOf } from '../../analysis/index.ts';
import { csv } from '../csv.ts';
import { upstreamBugs } from './community-bugs.ts';
import { LazyList, type Catalogue, type Release } from '../../model/index.ts';
import { minorPeriodOf, hasLineage } from '../../products/index.ts';

/**
 * JSON of `catalogue export`: every item of every release, with the vendor's text if it was read live.
 * @param day YYYY-MM-DD, for availability and support
 */
export function catalogueJson(catalogue: Catalogue, day: string): object {
  const bugOfDigest = bugsByDigest(catalogue);
  return {
    schemaVersion: 1,
    asOf: catalogue.asOf,
    releases: new LazyList(catalogue.releases, (release) =>
      releaseJson(release, catalogue, day, bugOfDigest),
    ),
  };
}

/** The same JSON as lines, one per release. */
export function* catalogueJsonLines(catalogue: Catalogue, day: string): Generator<string> {
  const bugOfDigest = bugsByDigest(catalogue);
  for (const release of catalogue.releases) {
    const json = releaseJson(release, catalogue, day, bugOfDigest);
    yield `${JSON.stringify({ schemaVersion: 1, asOf: catalogue.asOf, ...json })}\n`;
  }
}

const COLUMNS = [
  'product',
  'version',
  'date',
  'bug',
  'kind',
  'section',
  'impact',
  'severity',
  'features',
  'cves',
  'text',
];

/** Items of every release as CSV, one per line; a release without items has one line. */
export function catalogueCsv(catalogue: Catalogue): string {
  const bugOfDigest = bugsByDigest(catalogue);
  const lines = catalogue.releases.flatMap(({ product, version, date, items }) => {
    const about = [product, version, date];
    if (items.length === 0) return [[...about, ...COLUMNS.slice(3).map(() => '')]];
    return items.map((item) => [
      ...about,
      bugOfDigest.get(`${product} ${version} ${item.digest}`) ?? '',
      item.kind,
      item.section,
      item.impact ?? '',
      item.severity ?? '',
      item.features.join(' '),
      item.cves.join(' '),
      item.text ?? '',
    ]);
  });
  return csv(COLUMNS, lines);
}

function bugsByDigest({ bugs }: Catalogue): Map<string, string> {
  return new Map(
    bugs.flatMap(({ id, product, listings }) =>
      listings.map(({ digest, version }) => [`${product} ${version} ${digest}`, id] as const),
    ),
  );
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
      communityBugs: upstreamBugs({ ...item, product }).map(({ number, url }) => ({ number, url })),
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
