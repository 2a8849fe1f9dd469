import type { ProductId } from './product.ts';

/**
 * Coverage of a version by the catalogue. Only `known` has a count: the others are never shown as zero. - `known`: a
 * release whose later fixes the catalogue lists. - `newer`: above everything in the catalogue. - `not-covered`: of a
 * product or range without notes in the catalogue. - `no-release`: the product has no release of this name. -
 * `partial`: a range of releases (`3.10`, `8.0`).
 */
export const COVERAGES = ['known', 'newer', 'not-covered', 'no-release', 'partial'] as const;
export type Coverage = (typeof COVERAGES)[number];

/** A written version and its coverage. */
export interface VersionCoverage {
  product: ProductId;
  coverage: Coverage;
  /**
   * Parsed version: `2.11.1` for `5.7.mysql_aurora.2.11.1`; for a partial one its prefix; as written for `no-release`.
   */
  version: string;
  /** The release itself if known, every release of the range if partial; else empty. */
  versions: readonly string[];
  /** Newest release for comparison, on its branch, its major version or its product; empty if there is none. */
  newest: string;
}
