import {
  compareOsVersions,
  digestOf,
  packageFamily,
  type KnownBug,
  type OsFix,
  type NotedOsProduct,
  type PackageUpdate,
  type Release,
  type Severity,
} from '../../../model/index.ts';
import type { Advisory, Bulletin } from '../alas/index.ts';
import { compareRpmVersions, withoutEpoch } from './rpm.ts';

/**
 * What the releases of an operating system fix: one bug for each advisory, and one for each package (with those built from
 * the same source) and its CVEs that only the release notes name. An advisory that is younger than every known release is
 * left out: no release is known to fix it.
 *
 * @param bulletins pages of advisories that were read, by the advisory's id
 */
export function osBugs(
  product: NotedOsProduct,
  releases: readonly Release[],
  advisories: readonly Advisory[],
  bulletins: ReadonlyMap<string, Bulletin> = new Map(),
): KnownBug[] {
  const ordered = releases.filter((release) => release.product === product).sort(byDate);
  const covered = new Set<string>();
  const bugs: KnownBug[] = [];
  for (const advisory of advisories) {
    const assigned = assignAdvisory(advisory, ordered, bulletins.get(advisory.id) ?? null);
    if (assigned === null) continue;
    const family = packageFamily(advisory.package);
    for (const cve of advisory.cves) covered.add(`${assigned.version} ${family} ${cve}`);
    bugs.push(advisoryBug(product, advisory, assigned));
  }
  for (const release of ordered) bugs.push(...pageBugs(product, release, covered));
  return bugs;
}

function byDate(a: Release, b: Release): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : compareOsVersions(a.version, b.version);
}

/**
 * The first release on or after the day of an advisory that carries the fixed package: `by version` where a page tells
 * (the bulletin names the fixed version, or the release notes name the CVE), else the first release by its day alone.
 */
export function assignAdvisory(
  advisory: Advisory,
  ordered: readonly Release[],
  bulletin: Bulletin | null,
): { version: string; how: OsFix['assigned'] } | null {
  const later = ordered.filter(({ date }) => date >= advisory.date);
  const carrier = later.find(({ packages = [] }) =>
    packages.some((found) => (bulletin === null ? tellsCve(found, advisory) : carriesFix(found, bulletin))),
  );
  if (carrier) return { version: carrier.version, how: 'by version' };
  const [first] = later;
  return first ? { version: first.version, how: 'by date' } : null;
}

function tellsCve(found: PackageUpdate, advisory: Advisory): boolean {
  if (packageFamily(found.name) !== packageFamily(advisory.package)) return false;
  return found.cves.some((cve) => advisory.cves.includes(cve));
}

function carriesFix(found: PackageUpdate, bulletin: Bulletin): boolean {
  return bulletin.fixed.some(
    ({ name, version }) =>
      name === found.name &&
      (packageFamily(name) !== 'kernel' || kernelSeries(version) === kernelSeries(found.version)) &&
      compareRpmVersions(found.version, version) >= 0,
  );
}

/** Kernels 4.14 and 5.10 of Amazon Linux 2 are both called `kernel`; neither is a newer version of the other. */
function kernelSeries(version: string): string {
  return withoutEpoch(version).split('.').slice(0, 2).join('.');
}

function advisoryBug(
  product: NotedOsProduct,
  advisory: Advisory,
  { version, how }: { version: string; how: OsFix['assigned'] },
): KnownBug {
  const title = `${advisory.package}: ${cvesInShort(advisory.cves)} (${advisory.id})`;
  return osBug(product, digestOf(advisory.id), title, advisory.severity, advisory.cves, version, {
    why: `severity ${advisory.severity}: "${advisory.id}"`,
    os: {
      package: advisory.package,
      advisory: advisory.id,
      assigned: how,
      date: advisory.date,
      url: advisory.url === '' ? null : advisory.url,
    },
  });
}

/** The notes of a release rate nothing. */
function pageBugs(product: NotedOsProduct, release: Release, covered: ReadonlySet<string>): KnownBug[] {
  const bugs: KnownBug[] = [];
  for (const group of groupsWithCves(release.packages ?? [])) {
    const [first] = group;
    if (first === undefined) continue;
    const name = commonName(group.map((member) => member.name));
    const family = packageFamily(name);
    const cves = first.cves.filter((cve) => !covered.has(`${release.version} ${family} ${cve}`));
    if (cves.length === 0) continue;
    const version = withoutEpoch(first.version);
    const id = digestOf([product, release.version, name, version, first.channel ?? ''].join(' '));
    const os = { package: name, advisory: null, assigned: 'by version', date: null } as const;
    const title = `${name} ${version}: ${cvesInShort(cves)}`;
    bugs.push(
      osBug(product, id, title, 'unrated', cves, release.version, { why: 'severity unrated: "CVE"', os }),
    );
  }
  return bugs;
}

function osBug(
  product: NotedOsProduct,
  id: string,
  title: string,
  severity: Severity,
  cves: readonly string[],
  version: string,
  { why, os }: { why: string; os: OsFix },
): KnownBug {
  return {
    id,
    product,
    title: title.slice(0, 90),
    impact: 'security',
    severity,
    consequences: ['security'],
    features: [],
    needs: [],
    traits: [],
    cves,
    mysqlBugs: [],
    listings: [{ version, digest: id }],
    aliases: [],
    bounds: { introducedIn: null, introducedInMysql: null, names: [], upgradeOnly: false },
    why: [why],
    text: null,
    origin: 'notes',
    os,
  };
}

/** Packages of one version with the same CVEs are built from one source. */
function groupsWithCves(packages: readonly PackageUpdate[]): PackageUpdate[][] {
  const fixed = packages.filter(({ cves }) => cves.length > 0);
  const groups = Map.groupBy(fixed, ({ version, cves, channel }) =>
    [withoutEpoch(version), channel ?? '', ...cves].join(' '),
  );
  return [...groups.values()];
}

/** `bind` of `bind-libs` and `bind-utils`; the first name where nothing is common. */
function commonName(names: readonly string[]): string {
  const [first = ''] = names;
  const parts = first.split('-');
  let count = parts.length;
  for (const name of names) {
    const other = name.split('-');
    while (count > 0 && parts.slice(0, count).join('-') !== other.slice(0, count).join('-')) count--;
  }
  return count === 0 ? first : parts.slice(0, count).join('-');
}

function cvesInShort(cves: readonly string[]): string {
  const [first, ...rest] = cves;
  if (first === undefined) return 'no CVE';
  return rest.length === 0 ? first : `${first} +${rest.length}`;
}
