import type { Asset } from '../../model/index.ts';
import { productOf } from '../../products/index.ts';

/** The major version of a database; null where its version or its engine is not known. */
export function engineLine({ product, version }: Pick<Asset, 'product' | 'version'>): string | null {
  return product === null || version === null ? null : productOf(product).versions.line(version);
}
