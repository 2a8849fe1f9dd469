import { digestOf, type KnownBug, type PackageUpdate, type Release } from '../../model/index.ts';
import type { PlacedAdvisory } from '../system/advisory.ts';
import { bugsOfPlaced } from '../amazon-linux/notes/fixes/os-bugs.ts';
import { cvesInShort, osBug } from '../system/os-bug.ts';
import type { RawItem } from '../source.ts';

/**
 * `Patch glibc to address CVE-…`, `Apply patches to docker and containerd for CVE-…`, `Update kernel-5.4 to patch CVE-…`.
 */
const FIX =
  /^(?:apply (?:a )?patch(?:es)? to|patch|update|upgrade) (?:the )?(?<what>.{1,80}?)(?: (?:to|against|for|with)\b|,|$)/i;
/** Kernels with their series after or before: `5.10 and 5.15 kernels`. */
const KERNELS = /^[\d. ,and]+kernels?$/i;

/**
 * Packages that a release fixes, according to its bullets, with the CVEs. Parts of the system have no version of their
 * own here and get the release's.
 */
export function fixedPackages(version: string, items: readonly RawItem[]): PackageUpdate[] {
  return items.flatMap(({ text, cves }) => {
    const what =
      cves.length === 0
        ? undefined
        : FIX.exec(text)
            ?.groups?.['what']?.replaceAll('`', '')
            .replace(/ versions?$/, '');
    if (what === undefined) return [];
    const name = KERNELS.test(what) ? 'kernel' : what;
    return [{ name, version, arches: [], cves, channel: null }];
  });
}

/**
 * Bugs from the advisories, and from fixes that only the changelog names, which have no severity.
 * @param kept known bugs to keep, because not all advisories could be read
 */
export function bottlerocketBugs(
  releases: readonly Release[],
  placed: readonly PlacedAdvisory[] = [],
  kept: readonly KnownBug[] = [],
): KnownBug[] {
  const before = kept.filter(({ os }) => os !== undefined && os.advisory !== null);
  const rated = new Set([...placed.map(({ advisory }) => advisory), ...before].flatMap(({ cves }) => cves));
  return [...bugsOfPlaced('bottlerocket', [], placed), ...fixesOfNotes(releases, rated)];
}

function fixesOfNotes(releases: readonly Release[], rated: ReadonlySet<string>): KnownBug[] {
  return releases.flatMap(({ product, version, packages = [] }) =>
    packages
      .map(({ name, cves }) => ({ name, cves: cves.filter((cve) => !rated.has(cve)) }))
      .filter(({ cves }) => product === 'bottlerocket' && cves.length > 0)
      .map(({ name, cves }) => {
        const id = digestOf(['bottlerocket', version, name, ...cves].join(' '));
        const os = { package: name, advisory: null, assigned: 'by version', date: null } as const;
        const title = `${name}: ${cvesInShort(cves)}`;
        return osBug(product, id, title, 'unrated', cves, version, { why: 'severity unrated: "CVE"', os });
      }),
  );
}
