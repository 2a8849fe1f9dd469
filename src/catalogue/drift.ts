import type { Release } from '../model/index.ts';

/** The parts of a release whose number tells whether its page was understood. */
type Sized = Pick<Release, 'version' | 'packages'> & { items: readonly unknown[] };

/** Fewer than half of what was known, and at least so many fewer: vendors correct a bullet, they do not drop a page's. */
const SUSPICIOUS_LOSS = 3;

/** How much a release tells. */
export function sizeOf(release: Sized): number {
  return release.items.length + (release.packages?.length ?? 0);
}

/** Whether a page suddenly tells so little about a release that its form has probably changed. */
export function hasShrunk(before: Sized, now: Sized): boolean {
  return (
    isSuspicious(before.items.length, now.items.length) ||
    isSuspicious(before.packages?.length ?? 0, now.packages?.length ?? 0)
  );
}

function isSuspicious(before: number, now: number): boolean {
  if (now === 0) return before > 0;
  return now * 2 < before && before - now >= SUSPICIOUS_LOSS;
}
