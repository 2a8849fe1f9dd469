import type { Asset, Finding, ProductId } from '../../model/index.ts';
import { productOf } from '../../products/index.ts';
import { commonFindingParts } from '../judging/finding-parts.ts';
import { acceptedRelease, notInApiText } from '../support/not-in-api.ts';

/** Release to write in code instead of one that the service's API has no name for; null for running assets. */
export function releaseToWrite({ product, source, engineVersion, version }: Asset): string | null {
  if (source === 'api' || product === null || version === null) return null;
  return acceptedRelease(product, version, engineVersion ?? version);
}

/**
 * Finding about a release in code that the API has no name for: its deployment fails. Null for running assets, and for
 * all other releases.
 */
export function notInApiFinding(
  product: ProductId,
  version: string,
  assets: readonly [Asset, ...Asset[]],
): Finding | null {
  // Other assets of the group may have the release in the API's form.
  const [first, ...others] = assets.filter(
    (asset) => asset.version === version && releaseToWrite(asset) !== null,
  );
  if (first === undefined) return null;
  const message = notInApiText(product, version, first.engineVersion ?? version);
  if (message === null) return null;
  return {
    ruleId: 'not-in-api',
    ...commonFindingParts([first, ...others]),
    severity: 'medium',
    level: 'warning',
    applies: 'on',
    message,
    bugIds: [],
    bugs: null,
    helpUri: productOf(product).advice?.pages.versions ?? '',
  };
}
