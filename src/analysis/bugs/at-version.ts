import type { Asset, BugMatch, Catalogue, ProductId } from '../../model/index.ts';
import { hasLineage, isSystem, pinnedAs, type PinnedOs } from '../../products/index.ts';
import type { FeatureStates } from '../features.ts';
import { bugsOfVersion } from './known-bugs.ts';
import { bugsListedLater } from './listed-later.ts';
import { osBugsOfVersion } from './systems/bugs.ts';
import { imageOf } from './systems/image-of.ts';

/** Version that a question is about, of any product. */
export interface AskedVersion {
  product: ProductId;
  version: string;
  /** States of features, from the settings of a database. */
  states?: FeatureStates;
  /** System release as an asset pins it: the number alone does not identify the kernel or the publisher. */
  pinned?: PinnedOs | null;
}

/**
 * Known bugs of a version, including those of low confidence. Decided by lineage, by the packages that later system
 * releases update, or by the lists of later releases.
 */
export function bugsAt(
  catalogue: Catalogue,
  { product, version, states = new Map(), pinned = null }: AskedVersion,
): readonly BugMatch[] {
  if (hasLineage(product)) return bugsOfVersion(catalogue, product, version, states);
  if (pinned !== null) return osBugsOfVersion(catalogue, pinned);
  return bugsListedLater(catalogue, product, version) ?? [];
}

/** System release as an asset pins it; null for other products. */
export function pinOf(asset: Asset, product: ProductId, version: string): PinnedOs | null {
  return isSystem(product) ? pinnedAs(product, version, imageOf(asset)) : null;
}
