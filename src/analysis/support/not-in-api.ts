import { text } from '../../l10n/index.ts';
import type { ProductId, Text } from '../../model/index.ts';
import { engineOf, productName, productOf } from '../../products/index.ts';

/**
 * Release to write instead of one that the service's API has no name for, such as `16.6` for `16.6-R2`; null if the API
 * accepts the written one.
 */
export function acceptedRelease(product: ProductId, version: string, written: string): string | null {
  const engine = engineOf(product)?.engine;
  const named = productOf(product).versions.read(engine?.apiVersion(version) ?? version);
  if (named.form !== 'release') return null;
  const isTaken = named.version === version && isAccepted(product, written);
  return isTaken ? null : named.version;
}

/** Sentence with the release to write instead; null if the API accepts the written one. */
export function notInApiText(product: ProductId, version: string, written: string): Text | null {
  const release = acceptedRelease(product, version, written);
  return release === null ? null : text('finding.notInApi', { name: productName(product), written, release });
}

/** False for a release that nobody can request, as the vendor applies it by itself. */
export function isAccepted(product: ProductId, version: string): boolean {
  return productOf(product).engine?.isAccepted?.(version) !== false;
}
