import type { Catalogue, Release, ProductId } from '../../model/index.ts';
import { compareOsVersions, osVersionDay, type PinnedOs } from '../../products/index.ts';
import { daysBetween } from '../findings/support.ts';

/** A longer pause between two releases means that the catalogue lacks some: both systems publish at least monthly. */
const LONGEST_PAUSE_DAYS = 45;

/** Releases of a product, oldest first. */
export function osReleases(catalogue: Catalogue, product: ProductId): Release[] {
  return catalogue.releases
    .filter((release) => release.product === product)
    .sort((a, b) => compareOsVersions(a.version, b.version) || (a.date < b.date ? -1 : 1));
}

export function laterReleases(releases: readonly Release[], pinned: PinnedOs): Release[] {
  const day = osVersionDay(pinned.version) ?? '';
  return releases.filter((release) =>
    pinned.byDate ? release.date > day : compareOsVersions(release.version, pinned.version) > 0,
  );
}

/** The pinned release itself, or the one that an image of its own numbering was built on; null when it is not known. */
export function ownRelease(releases: readonly Release[], pinned: PinnedOs): Release | null {
  if (!pinned.byDate)
    return releases.find(({ version }) => compareOsVersions(version, pinned.version) === 0) ?? null;
  const day = osVersionDay(pinned.version) ?? '';
  const base = releases.findLast(({ date }) => date <= day);
  return base && daysBetween(base.date, day) <= LONGEST_PAUSE_DAYS ? base : null;
}

/** Whether releases are missing between the pinned one and today, as far as their days tell. */
export function hasGaps(own: Release | null, later: readonly Release[], today: string): boolean {
  if (own === null) return true;
  const days = [own, ...later].map(({ date }) => date);
  return days.some((day, i) => daysBetween(day, days[i + 1] ?? today) > LONGEST_PAUSE_DAYS);
}
