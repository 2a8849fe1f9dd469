import type { ProductId } from './product.ts';

/**
 * What the catalogue can say of a version. Only `known` has a count: all else is an answer of its own, never a zero.
 *
 * - `known`: a release whose later fixes the catalogue lists.
 * - `newer`: above everything that the catalogue has.
 * - `not-covered`: of a product or a range of which the catalogue has no notes.
 * - `no-release`: the product has no release that could be called so.
 * - `partial`: a range of releases (`3.10`, `8.0`).
 */
export const COVERAGES = ['known', 'newer', 'not-covered', 'no-release', 'partial'] as const;
export type Coverage = (typeof COVERAGES)[number];

/** What can be said of a version as somebody wrote it. */
export interface Covered {
  product: ProductId;
  coverage: Coverage;
  /** As understood: `2.11.1` of `5.7.mysql_aurora.2.11.1`; of a partial one its prefix; as written for `no-release`. */
  version: string;
  /** The release itself when it is known, every release of the range when it is partial; else none. */
  versions: readonly string[];
  /** The newest release that it was compared with: of its branch, its major version or its product; empty without one. */
  newest: string;
}
