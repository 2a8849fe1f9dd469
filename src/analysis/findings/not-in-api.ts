import { text } from '../../l10n/index.ts';
import type { Asset, Finding, ProductId } from '../../model/index.ts';
import { engineOf, productName, productOf } from '../../products/index.ts';
import { placeOf } from '../judging/finding-parts.ts';

/**
 * The release to write in place of one that the API of the service has no name for, such as `16.6` of `16.6-R2`; null where it
 * takes the release.
 */
export function releaseForApi(product: ProductId, version: string): string | null {
  const named = productOf(product).versions.read(engineOf(product)?.engine.apiVersion(version) ?? version);
  return named.form === 'release' && named.version !== version ? named.version : null;
}

/** A release in code that the API has no name for: a deployment of it fails. Null for what runs, and for all others. */
export function notInApiFinding(
  product: ProductId,
  version: string,
  assets: readonly [Asset, ...Asset[]],
): Finding | null {
  const [{ source, engineVersion, version: declared }] = assets;
  const release = source === 'api' || declared !== version ? null : releaseForApi(product, version);
  if (release === null) return null;
  return {
    ruleId: 'not-in-api',
    ...placeOf(assets),
    severity: 'medium',
    level: 'warning',
    applies: 'on',
    message: text('finding.notInApi', {
      name: productName(product),
      written: engineVersion ?? version,
      release,
    }),
    bugIds: [],
    bugs: null,
    helpUri: productOf(product).advice?.pages.versions ?? '',
  };
}
