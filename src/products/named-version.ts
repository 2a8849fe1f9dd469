import type { ProductId } from '../model/index.ts';
import { products } from './registry.ts';

/**
 * The product and the version that somebody means who types a version alone: a release or a range of releases (`3.10`,
 * `8.0`). The release of a system is longer than that of an engine, so that systems are asked first. Null when no product
 * has a release that is called so.
 */
export function readNamedVersion(written: string): { product: ProductId; version: string } | null {
  const ordered = [...products()].sort((a, b) => Number(b.system !== null) - Number(a.system !== null));
  for (const { id, versions } of ordered) {
    const version = versions.readAlone(written);
    if (version !== null) return { product: id, version };
  }
  return null;
}
