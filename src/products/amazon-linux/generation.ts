import type { Product, ProductNotes } from '../product.ts';
import { readAmazonLinuxImage } from './images/read-image.ts';
import { AMAZON_LINUX_NAMES } from './names.ts';
import { imageNotesUrl } from './image-bases/notes-url.ts';
import { bugsOfPlaced } from './notes/os-bugs.ts';
import { OS_SUPPORT } from './notes/support-dates.ts';
import { osPinName, readOsPin } from './pins.ts';
import { compareOsVersions, osVersionDay, readOsVersion, type AmazonLinux } from './versions.ts';

/** What tells one generation of Amazon Linux from the others. */
export interface Generation {
  id: AmazonLinux;
  /** A release of it. */
  example: string;
  /** The generation to go to; null of the newest. */
  next: AmazonLinux | null;
  /** Null where nobody reads them. */
  notes: ProductNotes | null;
}

/** A generation of Amazon Linux: a release holds everything that earlier ones brought, so there is one line of releases. */
export function amazonLinux({ id, example, next, notes }: Generation): Product {
  const generation = id.slice(id.lastIndexOf('-') + 1);
  return {
    id,
    kind: 'operating-system',
    names: { display: AMAZON_LINUX_NAMES[id], examples: example },
    versions: {
      read(written) {
        const version = readOsVersion(id, written);
        return version === null ? { form: 'unknown' } : { form: 'release', version };
      },
      readAlone(written) {
        const pinned = readOsPin(id, written);
        return pinned === null ? null : osPinName(pinned);
      },
      compare: compareOsVersions,
      line: () => generation,
      branch: () => generation,
      isUnder: () => false,
      // Which build an AMI name or an image tag has to name the notes do not tell.
      rewrite(written, from, to) {
        const isWhole = readOsVersion(id, written) === written && compareOsVersions(written, from) === 0;
        const hasSameParts = written.split('.').length === to.split('.').length;
        return isWhole && hasSameParts && readOsVersion(id, to) === to ? to : null;
      },
    },
    notes,
    support: { fixed: OS_SUPPORT.filter((period) => period.product === id) },
    engine: null,
    host: {
      // The first generation has the name of its image there: `Amazon Linux AMI`, `2018.03`.
      isPlatform: (name, version) =>
        id === 'amazon-linux-1'
          ? name === 'Amazon Linux AMI'
          : name === 'Amazon Linux' && version === generation,
      isImageName: () => false,
      installsSoftware: true,
      logsOnlyToJournal: id === 'amazon-linux-2023',
    },
    system: {
      next,
      pinName: osPinName,
      readPin: (written) => readOsPin(id, written),
      dayOf: osVersionDay,
      readImage: readAmazonLinuxImage,
      bugsOf: (releases, placed) =>
        bugsOfPlaced(
          id,
          releases.filter(({ product }) => product === id),
          placed,
        ),
      imageNotesUrl,
    },
  };
}
