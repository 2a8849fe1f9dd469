import { readAuroraVersion } from './aurora-version.ts';
import { osPinName, readOsPin } from '../images/os-pin.ts';
import { OS_PRODUCTS } from './os-version.ts';
import type { Product } from '../product.ts';

/**
 * The product and the version that somebody means who types a version alone: a release or a range of releases (`3.10`,
 * `8.0`). A release of Amazon Linux is longer than one of Aurora MySQL: neither can be taken for the other. Null when no
 * product has a release that is called so.
 */
export function readNamedVersion(written: string): { product: Product; version: string } | null {
  for (const product of OS_PRODUCTS) {
    const pinned = readOsPin(product, written);
    if (pinned !== null) return { product, version: osPinName(pinned) };
  }
  const understood = readAuroraVersion(written);
  if (understood.form === 'unknown') return null;
  // A partial number stays as written: `8.0` is clearer than the `3` that it stands for.
  const version = understood.form === 'release' ? understood.version : written.trim();
  return { product: 'aurora-mysql', version };
}
