import {
  type BugBounds,
  type BugListing,
  type Catalogue,
  type Item,
  type KnownBug,
  type Release,
  type SupportPeriod,
  digestOf,
} from '../../../src/model/index.ts';
import { auroraBranch, auroraLine } from '../../../src/products/aurora-mysql/versions.ts';

/** A catalogue of synthetic releases, `[version, date]`, and of bugs with their listings. */
export function catalogueOf(
  releases: readonly (readonly [version: string, date: string] | Release)[],
  bugs: readonly KnownBug[] = [],
): Catalogue {
  return {
    asOf: '2026-11-20T00:00:00Z',
    source: 'snapshot',
    releases: releases.map((entry) => ('product' in entry ? entry : releaseOf(entry[0], entry[1]))),
    bugs,
    support: [],
    cveDifferences: [],
    problems: [],
  };
}

export function releaseOf(version: string, date: string, more: Partial<Release> = {}): Release {
  return {
    product: 'aurora-mysql',
    version,
    date,
    line: auroraLine(version),
    branch: auroraBranch(version),
    lts: false,
    status: [],
    communityVersion: null,
    comparedTo: null,
    upgradeFrom: [],
    osUpgrade: false,
    url: `https://docs.aws.amazon.com/${version}.html`,
    items: [],
    ...more,
  };
}

export function bugOf(
  id: string,
  fixedIn: readonly string[],
  more: Partial<Omit<KnownBug, 'bounds'>> & { bounds?: Partial<BugBounds> } = {},
): KnownBug {
  const { bounds, ...rest } = more;
  return {
    id,
    product: 'aurora-mysql',
    title: `Bug ${id}`,
    impact: 'unavailability',
    severity: 'high',
    consequences: [rest.impact ?? 'unavailability'],
    features: [],
    needs: rest.features === undefined || rest.features.length === 0 ? [] : [rest.features],
    traits: [],
    cves: [],
    communityBugs: [],
    listings: fixedIn.map((version): BugListing => ({ version, digest: `${id}@${version}` })),
    aliases: [],
    bounds: { introducedIn: null, introducedInCommunity: null, names: [], upgradeOnly: false, ...bounds },
    why: [],
    text: null,
    origin: 'notes',
    ...rest,
  };
}

/** A fix as a release page lists it. */
export function itemOf(text: string, more: Partial<Item> = {}): Item {
  return {
    digest: digestOf(text),
    section: 'Availability improvements',
    text,
    cves: [],
    communityBugs: [],
    kind: 'fix',
    impact: 'unavailability',
    severity: 'high',
    consequences: more.impact === null ? [] : [more.impact ?? 'unavailability'],
    features: [],
    needs: more.features?.map((feature) => [feature]) ?? [],
    traits: [],
    why: [],
    ...more,
  };
}

/** A support period of a line or a minor version of Aurora MySQL. */
export function supportOf(scope: string, more: Partial<SupportPeriod> = {}): SupportPeriod {
  return {
    product: 'aurora-mysql',
    scope,
    releasedOn: null,
    standardEnds: '2027-04-30',
    extendedStarts: null,
    extendedYear3Starts: null,
    extendedEnds: null,
    lts: false,
    extendedOffered: false,
    url: 'https://docs.aws.amazon.com/calendar.html',
    ...more,
  };
}

/** Two lines of Aurora MySQL: one whose standard support has ended, and the one after it. */
export const AURORA_SUPPORT = [
  supportOf('2', {
    standardEnds: '2024-10-31',
    extendedStarts: '2024-12-01',
    extendedYear3Starts: '2026-12-01',
    extendedEnds: '2029-06-30',
  }),
  supportOf('2.11', { standardEnds: '2024-10-31', extendedOffered: true }),
  supportOf('2.12', { standardEnds: '2024-10-31', extendedOffered: true }),
  supportOf('3', { standardEnds: '2028-04-30' }),
  supportOf('3.10', { standardEnds: '2028-04-30', lts: true }),
];
