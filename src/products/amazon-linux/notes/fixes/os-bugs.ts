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
 * Bugs that releases of an operating system fix: one per advisory, and one per package (with others from the same
 * source) and its CVEs if only the release notes mention them.
 */
export function osBugs(
  product: ProductId,
  releases: readonly Release[],
  advisories: readonly Advisory[],
): KnownBug[] {
  const own = releases.filter((release) => release.product === product);
  return bugsOfPlaced(product, own, placeAdvisories(own, advisories));
}

/**
 * Bugs for advisories that are already placed.
 * @param releases of this product
 */
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

function advisoryBug(product: ProductId, { advisory, version, assigned }: PlacedAdvisory): KnownBug {
  const { id, severity, cves, date, url, fixed, channel } = advisory;
  const title = `${advisory.package}: ${cvesInShort(cves)} (${id})`;
  return osBug(product, digestOf(id), title, severity, cves, version, {
    why: `severity ${severity}: "${id}"`,
    os: {
      package: advisory.package,
      advisory: id,
      assigned: assigned,
      date,
      url: url === '' ? null : url,
      ...(fixed.length > 0 && { fixed }),
      ...(channel !== null && { channel }),
    },
  });
}

/** Bugs that only release notes mention, without a severity because the notes give none. */
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

/** Groups of packages with CVEs. The same version and CVEs mean that they are built from one source. */
function groupsWithCves(packages: readonly PackageUpdate[]): PackageUpdate[][] {
  const fixed = packages.filter(({ cves }) => cves.length > 0);
  const groups = Map.groupBy(fixed, ({ version, cves, channel }) =>
    [withoutEpoch(version), channel ?? '', ...cves].join(' '),
  );
  return [...groups.values()];
}

/** Common prefix such as `bind` for `bind-libs` and `bind-utils`; the first name if there is none. */
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
