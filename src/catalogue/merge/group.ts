import { compareVersions, type Release } from '../../model/index.ts';
import { CandidateGroups } from './candidate-groups.ts';
import { areContradictory, similarity } from './similarity/compare.ts';
import { wasSameBug, type LinkIndex } from './judged-pairs.ts';
import { joinByNumber } from './join-by-number.ts';
import {
  addTo,
  bulletsOf,
  isSameFix,
  newGroup,
  type Bullet,
  type PreviousBug,
  type BulletGroup,
} from './bullet-group.ts';

/** Days after which recurring words describe another bug. */
const MAX_GAP_DAYS = { sameWords: 1100, otherWords: 731 };
/** Minimum similarity of two wordings (0 to 1), by the days between their releases. */
const REQUIRED_BY_GAP: readonly (readonly [number, number])[] = [
  [200, 0.38],
  [450, 0.6],
  [MAX_GAP_DAYS.otherWords, 0.8],
];
/** Minimum similarity on a branch that already has the fix, which is seldom listed again. */
const REQUIRED_AFTER_REPEAT = 0.85;
const MIN_WEIGHT_AFTER_GAP = 0.9;

/** Levels of certainty; a similarity from 0 to 1 is added to `sameBug`, so that the closest words win among equals. */
const AFFINITY = { none: 0, any: Number.MIN_VALUE, sameBug: 2, sameWords: 4, byHand: 5, before: 6 };

/**
 * Groups the bullets about one bug; two bullets of one release only if they name the same number of the community's bug
 * database. In each group the earliest comes first. Releases are processed by date, then by version, and each bullet
 * joins the earlier group that it is most similar to, or starts its own. So the order of reading does not matter, and a
 * later release leaves the groups of earlier ones unchanged.
 */
export function groupBullets(
  releases: readonly Release[],
  links: LinkIndex,
  knownAs: PreviousBug,
): Bullet[][] {
  const groups: BulletGroup[] = [];
  const candidates = new CandidateGroups();
  const begun = new Map<string, number>();
  for (const release of byPublication(releases)) {
    const bullets = bulletsOf(release, begun, knownAs);
    const joined = assign(bullets, candidates, links);
    for (const bullet of bullets) {
      let group = joined.get(bullet);
      if (group === undefined) {
        group = newGroup(groups.length);
        groups.push(group);
      }
      addTo(group, bullet);
      candidates.add(bullet, group);
    }
  }
  return joinByNumber(groups.map(({ bullets }) => bullets));
}

function byPublication(releases: readonly Release[]): Release[] {
  return [...releases].sort(
    (a, b) =>
      a.date.localeCompare(b.date) || compareVersions(a.version, b.version) || a.url.localeCompare(b.url),
  );
}

/**
 * Assigns each bullet of a release to at most one group, and to each group at most one bullet, the most similar pairs
 * first. Most bullets repeat known words: these are assigned before the rest is compared with other wordings.
 */
function assign(
  bullets: readonly Bullet[],
  candidates: CandidateGroups,
  links: LinkIndex,
): Map<Bullet, BulletGroup> {
  const joined = new Map<Bullet, BulletGroup>();
  const taken = new Set<BulletGroup>();

  function join(found: (bullet: Bullet, linked: readonly string[]) => Set<BulletGroup>, least: number): void {
    const pairs = bullets
      .filter((bullet) => !joined.has(bullet))
      .flatMap((bullet) =>
        [...found(bullet, links.sameAs(bullet.digest))]
          .map((group) => ({ bullet, group, affinity: affinity(bullet, group, links) }))
          .filter((pair) => pair.affinity >= least),
      );
    // Among equals the older group, then the lower digest.
    pairs.sort(
      (a, b) =>
        b.affinity - a.affinity ||
        a.group.number - b.group.number ||
        (a.bullet.digest < b.bullet.digest ? -1 : 1),
    );
    for (const { bullet, group } of pairs) {
      if (joined.has(bullet) || taken.has(group)) continue;
      joined.set(bullet, group);
      taken.add(group);
    }
  }

  join((bullet, linked) => candidates.known(bullet, linked), AFFINITY.sameWords);
  join((bullet, linked) => candidates.of(bullet, linked), AFFINITY.any);
  return joined;
}

function affinity(bullet: Bullet, group: BulletGroup, links: LinkIndex): number {
  if (group.versions.has(bullet.release.version)) return AFFINITY.none;
  const found = wasSameBug(bullet, group);
  if (found !== null) return found ? AFFINITY.before : AFFINITY.none;
  if (hasAny(group, links.differentFrom(bullet.digest))) return AFFINITY.none;
  if (hasAny(group, links.sameAs(bullet.digest))) return AFFINITY.byHand;
  const isFix = isSameFix(bullet, group);
  if (isFix !== null && !sharesCve(bullet, group)) return AFFINITY.none;
  if (isFix !== null) return isFix ? AFFINITY.sameBug + bestSimilarity(bullet, group) : AFFINITY.none;
  const hasSameNumbers = bullet.bugNumbers.some((number) => group.bugNumbers.has(number));
  const gap = Math.min(...group.bullets.map(({ day }) => Math.abs(day - bullet.day)));
  if (group.signatures.has(bullet.digest)) {
    return hasSameNumbers || gap <= MAX_GAP_DAYS.sameWords ? AFFINITY.sameWords : AFFINITY.none;
  }
  if (hasSameNumbers) return AFFINITY.sameBug + bestSimilarity(bullet, group);
  if (bullet.bugNumbers.length > 0 && group.bugNumbers.size > 0) return AFFINITY.none;
  const alike = gap <= MAX_GAP_DAYS.otherWords ? bestSimilarity(bullet, group) : 0;
  return alike >= requiredSimilarity(bullet, group, gap) ? alike : AFFINITY.none;
}

/** False if a bullet was split by its CVEs, and the group lacks its CVE: each part of such a bullet is a separate fix. */
function sharesCve({ item, cves }: Bullet, { bullets }: BulletGroup): boolean {
  return bullets.every(
    (other) =>
      (item.cves.length < 2 && other.item.cves.length < 2) || cves.every((cve) => other.cves.includes(cve)),
  );
}

function hasAny(group: BulletGroup, digests: readonly string[]): boolean {
  return digests.some((digest) => group.signatures.has(digest));
}

/** Similarity to the closest wording in the group; 0 if something separates the bullet from any of them. */
function bestSimilarity(bullet: Bullet, group: BulletGroup): number {
  const signatures = [...group.signatures.values()];
  const best = Math.max(...signatures.map((signature) => similarity(bullet.signature, signature)));
  return best > 0 && signatures.some((signature) => areContradictory(bullet.signature, signature)) ? 0 : best;
}

function requiredSimilarity(bullet: Bullet, group: BulletGroup, gap: number): number {
  // Vague words, as in "Fixed issues that can cause a crash", mean another bug when they recur on the same branch.
  if (bullet.signature.weight < MIN_WEIGHT_AFTER_GAP && group.branches.has(bullet.release.branch))
    return Infinity;
  if (group.branches.has(bullet.release.branch) || hasBefore(bullet, group)) return REQUIRED_AFTER_REPEAT;
  return REQUIRED_BY_GAP.find(([days]) => gap <= days)?.[1] ?? 1;
}

/** True if a branch contained the fix from its beginning, because an older branch of the line had listed it before. */
function hasBefore(bullet: Bullet, group: BulletGroup): boolean {
  if (bullet.day === bullet.branchBegan) return false;
  return group.bullets.some(
    ({ release, day }) =>
      day <= bullet.branchBegan &&
      release.line === bullet.release.line &&
      compareVersions(release.branch, bullet.release.branch) < 0,
  );
}
