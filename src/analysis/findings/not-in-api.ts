import { text } from '../../l10n/index.ts';
import type { Asset, Finding, ProductId } from '../../model/index.ts';
import { engineOf, productName, productOf } from '../../products/index.ts';
import { commonFindingParts } from '../judging/finding-parts.ts';

/**
 * Release to write in code instead of one that the service's API has no name for, such as `16.6` for `16.6-R2`; null if
 * the API accepts the written one, and for running assets.
 */
export function releaseToWrite({ product, source, engineVersion, version }: Asset): string | null {
  if (source === 'api' || product === null || version === null) return null;
  const engine = engineOf(product)?.engine;
  const named = productOf(product).versions.read(engine?.apiVersion(version) ?? version);
  if (named.form !== 'release') return null;
  const isTaken = named.version === version && engine?.isAccepted?.(engineVersion ?? version) !== false;
  return isTaken ? null : named.version;
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
  const release = first === undefined ? null : releaseToWrite(first);
  if (first === undefined || release === null) return null;
  return {
    ruleId: 'not-in-api',
    ...commonFindingParts([first, ...others]),
    severity: 'medium',
    level: 'warning',
    applies: 'on',
    message: text('finding.notInApi', {
      name: productName(product),
      written: first.engineVersion ?? version,
      release,
    }),
    bugIds: [],
    bugs: null,
    helpUri: productOf(product).advice?.pages.versions ?? '',
  };
}
