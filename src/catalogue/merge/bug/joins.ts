import { compareVersions, type JoinedBug, type KnownBug } from '../../../model/index.ts';
import type { Bullet } from '../bullet-group.ts';
import type { Signature } from '../similarity/signature.ts';

/** Minimum shares by weight: of a half's words that the joint wording contains, and of its words that the halves contain. */
const MIN_SHARE = { ofHalf: 0.8, ofWhole: 0.7 };
/** Minimum weight in the joint wording that each half has alone. */
const MIN_OWN_WEIGHT = 0.4;
const MAX_GAP_DAYS = 450;

/** A bug and its bullets. */
export interface BugWithBullets {
  bug: KnownBug;
  bullets: readonly Bullet[];
}

interface Half {
  bug: KnownBug;
  signature: Signature;
}

/**
 * Marks bugs whose single bullet combines two others ("Fixed issues that … if A or B"), and adds the listings to those
 * two.
 */
export function withJoins(bugs: readonly BugWithBullets[]): KnownBug[] {
  const joined = bugs.flatMap((each) => {
    const halves = each.bug.joins ?? halvesOf(each, bugs);
    return halves === undefined
      ? []
      : [{ id: each.bug.id, halves, versions: each.bug.listings.map(({ version }) => version) }];
  });
  return bugs.map(({ bug }) => {
    const joins = joined.find(({ id }) => id === bug.id)?.halves;
    const jointly = joined
      .filter(({ halves }) => halves.some(({ id }) => id === bug.id))
      .flatMap(({ versions }) => versions);
    return {
      ...bug,
      ...(joins !== undefined && { joins }),
      ...(jointly.length > 0 && { listedJointly: [...new Set(jointly)].sort(compareVersions) }),
    };
  });
}

/** Two other bugs that together match the joint wording best. */
function halvesOf(whole: BugWithBullets, bugs: readonly BugWithBullets[]): readonly JoinedBug[] | undefined {
  const joint = whole.bullets.find(
    ({ item, signature }) => signature.isSeveral && / or /i.test(item.text ?? ''),
  );
  if (joint === undefined || joint.bugNumbers.length > 0) return undefined;
  const halves = bugs.filter(({ bug }) => bug !== whole.bug).flatMap((other) => asHalf(other, joint) ?? []);
  let best: { share: number; halves: readonly Half[] } | null = null;
  for (const [index, a] of halves.entries()) {
    for (const b of halves.slice(index + 1)) {
      const share = shareOfBoth(joint.signature, a.signature, b.signature);
      if (share > (best?.share ?? MIN_SHARE.ofWhole)) best = { share, halves: [a, b] };
    }
  }
  return best?.halves.map(({ bug: { id, listings } }) => ({ id, listings }));
}

function asHalf({ bug, bullets }: BugWithBullets, joint: Bullet): Half | null {
  const signature = bullets
    .filter(({ day, bugNumbers }) => bugNumbers.length === 0 && Math.abs(day - joint.day) <= MAX_GAP_DAYS)
    .map((bullet) => bullet.signature)
    .find(
      (half) => !half.isSeveral && half.role === joint.signature.role && isMostlyIn(half, joint.signature),
    );
  return signature === undefined ? null : { bug, signature };
}

function isMostlyIn(half: Signature, joint: Signature): boolean {
  return (
    half.weight > 0 && weightOfWords(half, (stem) => joint.words.has(stem)) >= MIN_SHARE.ofHalf * half.weight
  );
}

function shareOfBoth(joint: Signature, a: Signature, b: Signature): number {
  const ownOfA = weightOfWords(joint, (stem) => a.words.has(stem) && !b.words.has(stem));
  const ownOfB = weightOfWords(joint, (stem) => b.words.has(stem) && !a.words.has(stem));
  if (Math.min(ownOfA, ownOfB) < MIN_OWN_WEIGHT) return 0;
  return weightOfWords(joint, (stem) => a.words.has(stem) || b.words.has(stem)) / joint.weight;
}

function weightOfWords({ list }: Signature, counts: (stem: string) => boolean): number {
  let sum = 0;
  for (const { stem, weight } of list) if (counts(stem)) sum += weight;
  return sum;
}
