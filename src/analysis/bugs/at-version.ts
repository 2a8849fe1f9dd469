import type { Asset, BugMatch, Catalogue, ProductId } from '../../model/index.ts';
import { hasLineage, isSystem, pinnedAs, type PinnedOs } from '../../products/index.ts';
import type { FeatureStates } from '../features.ts';
import { bugsOfVersion } from './known-bugs.ts';
import { bugsListedLater } from './listed-later.ts';
import { osBugsOfVersion } from './systems/bugs.ts';
import { imageOf } from './systems/image-of.ts';

/** A version of any product, as somebody asks about it. */
export interface AskedVersion {
  product: ProductId;
  version: string;
  /** What the settings of a database tell about features. */
  states?: FeatureStates;
  /** A release of a system as it is pinned: its number alone does not tell which kernel runs, or whose number it is. */
  pinned?: PinnedOs | null;
}

/**
 * Known bugs of a version, those of low confidence too: by how releases descend from each other, by the packages that later
 * releases of a system update, or by what later releases list.
 */
export function bugsAt(
  catalogue: Catalogue,
  { product, version, states = new Map(), pinned = null }: AskedVersion,
): readonly BugMatch[] {
  if (hasLineage(product)) return bugsOfVersion(catalogue, product, version, states);
  if (pinned !== null) return osBugsOfVersion(catalogue, pinned);
  return bugsListedLater(catalogue, product, version) ?? [];
}

/** A release of a system as an asset pins it; null of all else. */
export function pinOf(asset: Asset, product: ProductId, version: string): PinnedOs | null {
  return isSystem(product) ? pinnedAs(product, version, imageOf(asset)) : null;
}
