import type { Release } from '../../model/index.ts';

/** Parts of a release whose number indicates if its page was understood. */
type Sized = Pick<Release, 'version' | 'packages'> & { items: readonly unknown[] };

/**
 * Minimum loss that is suspicious, in addition to half of the previous content: vendors correct bullets, but do not
 * remove all of a page's.
 */
const SUSPICIOUS_LOSS = 3;

/** Number of a release's items and packages. */
export function sizeOf(release: Sized): number {
  return release.items.length + (release.packages?.length ?? 0);
}

/** True if a page suddenly contains so little about a release that its format has probably changed. */
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
