import {
  digestOf,
  packageFamily,
  type KnownBug,
  type PackageUpdate,
  type Release,
  type ProductId,
} from '../../../../model/index.ts';
import type { Advisory, PlacedAdvisory } from '../../../system/advisory.ts';
import { cvesInShort, osBug } from '../../../system/os-bug.ts';
import { compareReleases, placeAdvisories } from './place-advisories.ts';
import { withoutEpoch } from './rpm.ts';

/**
 * What the releases of an operating system fix: one bug for each advisory, and one for each package (with those built from
 * the same source) and its CVEs that only the release notes name.
 */
export function osBugs(
  product: ProductId,
  releases: readonly Release[],
  advisories: readonly Advisory[],
): KnownBug[] {
  const own = releases.filter((release) => release.product === product);
  return bugsOfPlaced(product, own, placeAdvisories(own, advisories));
}

/** The same of advisories that were placed before. @param releases of this product */
export function bugsOfPlaced(
  product: ProductId,
  releases: readonly Release[],
  placed: readonly PlacedAdvisory[],
): KnownBug[] {
  const covered = new Set(
    placed.flatMap(({ advisory, version }) =>
      advisory.cves.map((cve) => `${version} ${packageFamily(advisory.package)} ${cve}`),
    ),
  );
  return [
    ...placed.map((advisory) => advisoryBug(product, advisory)),
    ...releases.toSorted(compareReleases).flatMap((release) => pageBugs(product, release, covered)),
  ];
}

function advisoryBug(product: ProductId, { advisory, version, how }: PlacedAdvisory): KnownBug {
  const { id, severity, cves, date, url, fixed, channel } = advisory;
  const title = `${advisory.package}: ${cvesInShort(cves)} (${id})`;
  return osBug(product, digestOf(id), title, severity, cves, version, {
    why: `severity ${severity}: "${id}"`,
    os: {
      package: advisory.package,
      advisory: id,
      assigned: how,
      date,
      url: url === '' ? null : url,
      ...(fixed.length > 0 && { fixed }),
      ...(channel !== null && { channel }),
    },
  });
}

/** The notes of a release rate nothing. */
function pageBugs(product: ProductId, release: Release, covered: ReadonlySet<string>): KnownBug[] {
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
