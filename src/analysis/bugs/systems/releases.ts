import {
  compareText,
  memoize,
  type Catalogue,
  type NumberedImage,
  type ProductId,
  type Release,
} from '../../../model/index.ts';
import { type PinnedOs, productOf } from '../../../products/index.ts';
import { isRevert } from './image-changes.ts';
import { daysBetween } from '../../support/support.ts';

/** A longer pause between two releases means that the catalogue lacks some: both systems publish at least monthly. */
const MAX_PAUSE_DAYS = 45;

/** The day in the number of a release, YYYY-MM-DD; null where there is none. */
export function osDay({ product, version }: Pick<PinnedOs, 'product' | 'version'>): string | null {
  return productOf(product).system?.dayOf(version) ?? null;
}

/** Releases of a product, oldest first. Memoized, because each answer about a version asks several times. */
export const osReleases = memoize(
  (catalogue: Pick<Catalogue, 'releases'>, product: ProductId): readonly Release[] => {
    const { compare } = productOf(product).versions;
    return catalogue.releases
      .filter((release) => release.product === product)
      .sort((a, b) => compare(a.version, b.version) || (a.date < b.date ? -1 : 1));
  },
);

/** Release as a pin names it, or the day of a separately numbered image. */
type ReleaseOrDay = Pick<PinnedOs, 'product' | 'version' | 'byDate'>;

/** Place of a pin among the releases of its product. */
export interface ReleasePlace {
  /** Publisher's entry about a separately numbered image; null if it has none, or two entries differ. */
  image: NumberedImage | null;
  /** Release that a separately numbered image was built from, if its publisher states it; else the pin itself. */
  at: ReleaseOrDay;
  /** Pinned release, or the one that a separately numbered image was built on; null if unknown. */
  own: Release | null;
  /** Oldest first. */
  later: readonly Release[];
}

/** Place of a pin. Memoized, because counts, coverage, advice and finding of a pin all ask for it. */
export const placeOf = memoize(
  (catalogue: Catalogue, pinned: PinnedOs): ReleasePlace => {
    const image = imageBaseOf(catalogue, pinned);
    const { product, version: named, byDate } = pinned;
    const version = image?.version ?? null;
    const at = version === null ? { product, version: named, byDate } : { product, version, byDate: false };
    const releases = osReleases(catalogue, product);
    return { image, at, own: baseRelease(releases, at), later: laterReleases(releases, at) };
  },
  (catalogue, { product, version, byDate, publisher }) => [catalogue, product, version, byDate, publisher],
);

function laterReleases(releases: readonly Release[], { product, version, byDate }: ReleaseOrDay): Release[] {
  const day = osDay({ product, version }) ?? '';
  const { compare } = productOf(product).versions;
  return releases.filter((release) => (byDate ? release.date > day : compare(release.version, version) > 0));
}

function imageBaseOf({ imageBases = [] }: Catalogue, pinned: PinnedOs): NumberedImage | null {
  if (!pinned.byDate) return null;
  const day = osDay(pinned);
  const found = imageBases.filter(
    (base) =>
      base.product === pinned.product &&
      base.day === day &&
      (pinned.publisher === undefined || base.publisher === pinned.publisher),
  );
  const [first] = found;
  return first !== undefined && found.every(({ version }) => version === first.version) ? first : null;
}

/**
 * Images of the pinned image's publisher that were not withdrawn, newest first; none for other pins. If the pin names a
 * version of Kubernetes, only images that list it: a node must not be newer than its cluster.
 */
export function imagesBeside(catalogue: Catalogue, pinned: PinnedOs): NumberedImage[] {
  const images = imagesOfPublisher(catalogue, pinned);
  const { kubernetes } = pinned;
  return isLimitedByCluster(catalogue, pinned)
    ? images.filter(({ contents = [] }) =>
        contents.some((each) => each.kubernetes.includes(kubernetes ?? '')),
      )
    : images;
}

/** True if the pin names a version of Kubernetes, and the publisher lists those of its images. */
export function isLimitedByCluster(catalogue: Catalogue, pinned: PinnedOs): boolean {
  if (pinned.kubernetes === undefined) return false;
  return imagesOfPublisher(catalogue, pinned).some(({ contents = [] }) => contents.length > 0);
}

function imagesOfPublisher({ imageBases = [] }: Catalogue, pinned: PinnedOs): NumberedImage[] {
  if (!pinned.byDate) return [];
  return imageBases
    .filter((base) => base.product === pinned.product && !base.isWithdrawn && !isRevert(base))
    .filter(({ publisher }) => pinned.publisher === undefined || publisher === pinned.publisher)
    .sort((a, b) => compareText(b.day, a.day));
}

function baseRelease(
  releases: readonly Release[],
  { product, version, byDate }: ReleaseOrDay,
): Release | null {
  const { compare } = productOf(product).versions;
  if (!byDate) return releases.find((release) => compare(release.version, version) === 0) ?? null;
  const day = osDay({ product, version }) ?? '';
  const base = releases.findLast(({ date }) => date <= day);
  return base && daysBetween(base.date, day) <= MAX_PAUSE_DAYS ? base : null;
}

/**
 * True if releases seem to be missing between the pinned one and the day on which the notes were read, judged by their
 * days. Later releases are not counted, and messages state that day.
 * @param readOn YYYY-MM-DD
 */
export function hasGaps(own: Release | null, later: readonly Release[], readOn: string): boolean {
  if (own === null) return true;
  const days = [own, ...later].map(({ date }) => date);
  return days.some((day, i) => daysBetween(day, days[i + 1] ?? readOn) > MAX_PAUSE_DAYS);
}

/** Images of the same publisher after a pinned one that were not withdrawn, newest first. */
export function imagesAfter(images: readonly NumberedImage[], pinned: PinnedOs): NumberedImage[] {
  const own = osDay(pinned) ?? '';
  return images.filter(({ day }) => day > own);
}

/** Publisher's number of an image. */
export function imageNumberOf({ product, publisher, day }: NumberedImage): string {
  return productOf(product).system?.imageNumber?.({ publisher, day }) ?? day;
}
