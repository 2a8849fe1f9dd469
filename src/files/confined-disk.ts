import { disk } from './disk.ts';
import { isInside } from './inside.ts';
import type { Disk, Refused } from './types.ts';

/** A link that leads out of the folders, or nowhere: which of the two is nobody's business. */
const LEADS_OUT = 'a link that leads outside';

/**
 * The disk as it is seen by somebody who may read some folders only. What is outside of them is not there; what only its
 * name puts inside is refused, and never opened.
 * @param folders absolute, with no link in them
 */
export function confinedDisk(folders: readonly string[]): Disk {
  const isAllowed = (absolute: string): boolean => folders.some((folder) => isInside(absolute, folder));

  /** Where a path really is; null where that is outside. */
  function placeOf(absolute: string): string | null {
    const real = isAllowed(absolute) ? disk.realOf(absolute) : null;
    return real !== null && isAllowed(real) ? real : null;
  }

  function refusalOf(absolute: string): Refused {
    const isLink = isAllowed(absolute) && disk.isLink(absolute);
    return { kind: 'unreadable', code: isLink ? LEADS_OUT : 'ENOENT' };
  }

  function needed(absolute: string): string {
    const place = placeOf(absolute);
    if (place === null) throw Object.assign(new Error(`${absolute} is not there`), { code: 'ENOENT' });
    return place;
  }

  return {
    exists: (absolute) => placeOf(absolute) !== null,
    list: (folder) => disk.list(needed(folder)),
    factsOf: (absolute) => disk.factsOf(needed(absolute)),
    realOf: placeOf,
    isLink: (absolute) => isAllowed(absolute) && disk.isLink(absolute),
    read(absolute, ...options) {
      const place = placeOf(absolute);
      return place === null ? refusalOf(absolute) : disk.read(place, ...options);
    },
  };
}
