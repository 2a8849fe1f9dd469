import { productName } from '../../products/index.ts';
import { communityBugs } from '../../report/index.ts';
import type { KnownBug } from '../../model/index.ts';
import type { KnownProduct } from '../known.ts';
import type { Edition } from '../pages/page.ts';
import { places } from '../places.ts';
import { LICENCE } from './licence.ts';

/** The version of the format whose shape the records have. */
const SCHEMA_VERSION = '1.7.5';

/**
 * A bug's id in records: the product is part of it, because ids are digests of one product's notes. `x_` is the prefix that the
 * format keeps for databases which nobody has registered.
 */
export function osvId({ product, id }: Pick<KnownBug, 'product' | 'id'>): string {
  return `x_ERRATA-${product}-${id}`;
}

/**
 * A bug in the shape of Open Source Vulnerabilities: the releases that have it one by one, because branches go their
 * own ways. No ecosystem is named, for there is none of managed databases. A release that lists it as fixed and has it all the
 * same, because its branch lists it again, is no fix. Ask it of bugs that a known release has: others have nothing to match.
 */
export function osvRecord(bug: KnownBug, { meetings, releases }: KnownProduct, edition: Edition): object {
  const listed = new Set(bug.listings.map(({ version }) => version));
  const fixes = releases.filter(({ release }) => listed.has(release.version)).map(({ release }) => release);
  const published = fixes.map(({ date }) => date).sort()[0];
  const affected = (meetings.get(bug.id) ?? []).map(({ release }) => release.version);
  const complete = fixes.filter(({ version }) => !affected.includes(version));
  const [cve, ...others] = bug.cves;
  const isOneCve = cve !== undefined && others.length === 0;
  const page = new URL(places.bug(bug.product, bug.id), edition.address).href;
  return {
    schema_version: SCHEMA_VERSION,
    id: osvId(bug),
    modified: `${edition.asOf}T00:00:00Z`,
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
      ...communityBugs(bug).map(({ url }) => ({ type: 'REPORT', url })),
      ...[...new Set(complete.map(({ url }) => url))].map((url) => ({ type: 'FIX', url })),
    ],
    database_specific: {
      licence: LICENCE.id,
      impact: bug.impact,
      severity: bug.severity,
      features: bug.features,
      fixedIn: complete.map(({ version }) => version),
    },
  };
}
