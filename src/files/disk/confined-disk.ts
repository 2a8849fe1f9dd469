import { disk } from './disk.ts';
import { isInside } from '../paths.ts';
import type { Disk, ReadRefusal } from './types.ts';

/** The same text for broken links, so that it does not reveal if a file outside exists. */
const OUTSIDE_LINK_ERROR = 'a link that leads outside';

/**
 * Limits a disk to some folders. All other paths appear not to exist, and links out of the folders are refused
 * unopened.
 * @param folders absolute real paths
 */
export function confinedDisk(folders: readonly string[]): Disk {
  const isAllowed = (absolute: string): boolean => folders.some((folder) => isInside(absolute, folder));

  /** Real path; null if it is outside the folders. */
  function allowedPathOf(absolute: string): string | null {
    const real = isAllowed(absolute) ? disk.realPathOf(absolute) : null;
    return real !== null && isAllowed(real) ? real : null;
  }

  function refusalOf(absolute: string): ReadRefusal {
    const isLink = isAllowed(absolute) && disk.isLink(absolute);
    return { kind: 'unreadable', code: isLink ? OUTSIDE_LINK_ERROR : 'ENOENT' };
  }

  function requireAllowed(absolute: string): string {
    const place = allowedPathOf(absolute);
    if (place === null) throw Object.assign(new Error(`${absolute} is not there`), { code: 'ENOENT' });
    return place;
  }

  return {
    exists: (absolute) => allowedPathOf(absolute) !== null,
    list: (folder) => disk.list(requireAllowed(folder)),
    factsOf: (absolute) => disk.factsOf(requireAllowed(absolute)),
    realPathOf: allowedPathOf,
    isLink: (absolute) => isAllowed(absolute) && disk.isLink(absolute),
    read(absolute, ...options) {
      const place = allowedPathOf(absolute);
      return place === null ? refusalOf(absolute) : disk.read(place, ...options);
    },
  };
}
