import { memoize, type Asset, type KnownBug, type OsFlavour, type OsImage } from '../../../model/index.ts';
import { productOf, readOsImage } from '../../../products/index.ts';

/**
 * Image of an asset. The running image counts before the declared one; but only a name shows how its number is meant:
 * ECS- and EKS-optimised images have numbers of their own, and an account gives both for a running one.
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

/** Kinds of image that a name identifies; empty if none. */
export function flavoursIn(written: string): OsFlavour[] {
  return [readOsImage(written)?.flavour ?? []].flat();
}

/** Kinds of image among assets; some had shorter support than the system. */
export function flavoursOf(assets: readonly Asset[]): OsFlavour[] {
  return assets.flatMap((asset) => imageOf(asset)?.flavour ?? []);
}

/** True if all images are containers or the like, which use the kernel of their host. */
export function shareHost(assets: readonly Asset[]): boolean {
  return assets.every((asset) => sharesHost(asset));
}

const sharesHost = memoize((asset: Asset): boolean => {
  const image = imageOf(asset);
  return image !== null && productOf(image.product).system?.sharesHost?.(image.flavour) === true;
});

/** True if a fix is in a package that only works on a host. */
export function isHostFix({ product, os }: Pick<KnownBug, 'product' | 'os'>): boolean {
  return os !== undefined && productOf(product).system?.isOfHost?.(os.package) === true;
}
