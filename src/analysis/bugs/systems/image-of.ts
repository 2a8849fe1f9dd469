import { memoize, type Asset, type KnownBug, type OsFlavour, type OsImage } from '../../../model/index.ts';
import { productOf, readOsImage } from '../../../products/index.ts';

/**
 * The image that an asset is. What runs wins over what is declared; but only a name tells how its number is meant: that of
 * an ECS- or EKS-optimised image is its own, and of a running one an account gives the number and the name.
 */
export function imageOf(asset: Asset): OsImage | null {
  const { amiType } = asset.settings;
  const context = { amiType: typeof amiType === 'string' ? amiType : null };
  const read = (name: string | null): OsImage | null => (name === null ? null : readOsImage(name, context));
  const { running } = asset.versions;
  const named = read(asset.engineVersion);
  if (named !== null && (running === null || named.version === running)) return named;
  return read(running) ?? named ?? read(asset.version);
}

/** The kind of image that a written name tells, if any. */
export function flavoursIn(written: string): OsFlavour[] {
  return [readOsImage(written)?.flavour ?? []].flat();
}

/** The kinds of image that assets are; some were supported for a shorter time than the system. */
export function flavoursOf(assets: readonly Asset[]): OsFlavour[] {
  return assets.flatMap((asset) => imageOf(asset)?.flavour ?? []);
}

/** Whether images are containers and their like, all of them: the kernel that they run on is their host's. */
export function shareHost(assets: readonly Asset[]): boolean {
  return assets.every((asset) => sharesHost(asset));
}

const sharesHost = memoize((asset: Asset): boolean => {
  const image = imageOf(asset);
  return image !== null && productOf(image.product).system?.sharesHost?.(image.flavour) === true;
});

/** Whether a fix is in a package that works for a host alone. */
export function isOfHost({ product, os }: Pick<KnownBug, 'product' | 'os'>): boolean {
  return os !== undefined && productOf(product).system?.isOfHost?.(os.package) === true;
}
