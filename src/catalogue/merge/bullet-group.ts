import { digestOf, type FixCommits, type Item, type KnownBug, type Release } from '../../model/index.ts';
import { signatureOf, type Signature } from './similarity/signature.ts';

/** One bullet of one release, prepared for comparison. */
export interface Bullet {
  release: Release;
  item: Item;
  /** Identity for bugs: the item's own digest, or that of one of several CVEs which it lists. */
  digest: string;
  cves: readonly string[];
  /** CVEs, community bug numbers and commits: a shared number means one bug. */
  bugNumbers: readonly string[];
  signature: Signature;
  /** Bug that it belonged to before. */
  known: KnownBug | null;
  /** Day of publication, in days since 1970. */
  day: number;
  /** Day of the first release on its branch. */
  branchBegan: number;
}

/** Previous bug of a bullet; null if unknown. */
export type PreviousBug = (release: Release, item: Item, cves: readonly string[]) => KnownBug | null;

/** Bullets grouped as one bug so far, with their common data. */
export interface BulletGroup {
  /** Number of the group, in order of creation. */
  number: number;
  bullets: Bullet[];
  versions: Set<string>;
  branches: Set<string>;
  bugNumbers: Set<string>;
  signatures: Map<string, Signature>;
  commits: FixCommits[];
}

/**
 * Bullets of a release by digest. A repeated bullet occurs once, as a fix if one of them is a fix. A bullet with several
 * CVEs is split. `begun` contains the day on which each branch began and is updated: releases have to come in order of date.
 */
export function bulletsOf(release: Release, begun: Map<string, number>, knownAs: PreviousBug): Bullet[] {
  const { branch } = release;
  const day = dayOf(release.date);
  if (!begun.has(branch)) begun.set(branch, day);
  const dates = { day, branchBegan: begun.get(branch) ?? day };
  const byDigest = new Map<string, Bullet>();
  const fixesFirst = [...release.items].sort((a, b) => Number(b.kind === 'fix') - Number(a.kind === 'fix'));
  for (const item of fixesFirst) {
    for (const { digest, cves } of item.cves.length > 1 ? perCve(item) : [item]) {
      if (byDigest.has(digest)) continue;
      const bugNumbers = item.commits ? commitsOf(item.commits) : [...cves, ...item.communityBugs];
      const signature = signatureOf(item.text ?? '', digest);
      const known = knownAs(release, item, cves);
      byDigest.set(digest, { release, item, digest, cves, bugNumbers, signature, known, ...dates });
    }
  }
  return [...byDigest.values()].sort((a, b) => (a.digest < b.digest ? -1 : 1));
}

function commitsOf({ main, all = main }: FixCommits): readonly string[] {
  return all;
}

/**
 * True if a bullet and a group have the same fix, by the commits: the same set on the main branch, or a common one on
 * any branch if a bullet names none on the main branch. Null if either names no commits.
 */
export function isSameFix({ item: { commits } }: Bullet, group: BulletGroup): boolean | null {
  if (commits === undefined || group.commits.length === 0) return null;
  return group.commits.some((other) => {
    if (commits.main.length > 0 && other.main.length > 0) return commits.main.join() === other.main.join();
    return commitsOf(commits).some((hash) => commitsOf(other).includes(hash));
  });
}

/** Days since 1970 for a date YYYY-MM-DD. */
export function dayOf(date: string): number {
  return Date.parse(date) / 86_400_000;
}

/** Digests by which each CVE of an item matches a bullet about this CVE alone on another page. */
function perCve(item: Item): Pick<Bullet, 'digest' | 'cves'>[] {
  return item.cves.map((cve) => ({ digest: digestOf(cve), cves: [cve] }));
}

export function newGroup(number: number): BulletGroup {
  return {
    number,
    bullets: [],
    versions: new Set(),
    branches: new Set(),
    bugNumbers: new Set(),
    signatures: new Map(),
    commits: [],
  };
}

export function addTo(group: BulletGroup, bullet: Bullet): void {
  group.bullets.push(bullet);
  group.versions.add(bullet.release.version);
  group.branches.add(bullet.release.branch);
  for (const number of bullet.bugNumbers) group.bugNumbers.add(number);
  if (bullet.item.commits !== undefined) group.commits.push(bullet.item.commits);
  if (!group.signatures.has(bullet.digest)) group.signatures.set(bullet.digest, bullet.signature);
}
