import type { ProductId } from '../model/index.ts';
import { products } from './registry.ts';

/**
 * Product and version for a version typed alone: a release or a range of releases (`3.10`, `8.0`). Systems come first,
 * because their release numbers are longer than those of engines. Null if no product has such a release.
 */
export function readNamedVersion(written: string): { product: ProductId; version: string } | null {
  const ordered = [...products()].sort((a, b) => Number(b.system !== null) - Number(a.system !== null));
  for (const { id, versions } of ordered) {
    const version = versions.readAlone(written);
    if (version !== null) return { product: id, version };
  }
  return null;
}
