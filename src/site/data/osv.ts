import { productName } from '../../products/index.ts';
import { upstreamBugs } from '../../report/index.ts';
import type { KnownBug } from '../../model/index.ts';
import type { ProductPageData } from '../product-pages.ts';
import type { SiteBuild } from '../pages/page.ts';
import { siteAddresses } from '../places.ts';
import { LICENCE } from './licence.ts';

/** Version of the OSV schema. */
const SCHEMA_VERSION = '1.7.5';

/**
 * OSV id of a bug. Contains the product, because a bug's id is unique only within it. OSV reserves the prefix `x_` for
 * unregistered databases.
 */
export function osvId({ product, id }: Pick<KnownBug, 'product' | 'id'>): string {
  return `x_ERRATA-${product}-${id}`;
}

/**
 * OSV record of a bug that a known release has. Lists every affected release, because each line has its own fix. Has no
 * ecosystem, because OSV defines none for managed databases. A release that lists the fix but is affected, because the
 * bug returned, is not among the references.
 */
export function osvRecord(
  bug: KnownBug,
  { affectedReleases, releases }: ProductPageData,
  build: SiteBuild,
): object {
  const fixVersions = new Set(bug.listings.map(({ version }) => version));
  const fixes = releases
    .filter(({ release }) => fixVersions.has(release.version))
    .map(({ release }) => release);
  const published = fixes.map(({ date }) => date).sort()[0];
  const affected = (affectedReleases.get(bug.id) ?? []).map(({ release }) => release.version);
  const fixReferences = fixes.filter(({ version }) => !affected.includes(version));
  const [cve, ...otherCves] = bug.cves;
  const isOneCve = cve !== undefined && otherCves.length === 0;
  const page = new URL(siteAddresses.bug(bug.product, bug.id), build.address).href;
  return {
    schema_version: SCHEMA_VERSION,
    id: osvId(bug),
    modified: `${build.asOf}T00:00:00Z`,
    ...(published !== undefined && { published: `${published}T00:00:00Z` }),
    ...(isOneCve ? { aliases: [cve] } : bug.cves.length > 0 && { related: bug.cves }),
    summary: bug.title,
    affected: [
      {
        versions: affected,
        database_specific: { product: bug.product, name: productName(bug.product) },
      },
    ],
    references: [
      { type: 'WEB', url: page },
      ...(bug.os?.url ? [{ type: 'ADVISORY', url: bug.os.url }] : []),
      ...upstreamBugs(bug).map(({ url }) => ({ type: 'REPORT', url })),
      ...[...new Set(fixReferences.map(({ url }) => url))].map((url) => ({ type: 'FIX', url })),
    ],
    database_specific: {
      licence: LICENCE.id,
      impact: bug.impact,
      severity: bug.severity,
      features: bug.features,
      fixedIn: fixReferences.map(({ version }) => version),
    },
  };
}
