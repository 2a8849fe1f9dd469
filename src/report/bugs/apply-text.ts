import { text } from '../../l10n/index.ts';
import type { AssetCounts, ProductId, Text } from '../../model/index.ts';
import { isSystem } from '../../products/index.ts';

/**
 * Counts of bugs in words: `164 apply here (191 listed; 28 need features that are off here; 1 recorded by your team)`.
 * For an operating system, those that are left out need packages of the host.
 */
export function applyText({ apply, listed, off, recorded }: AssetCounts, product: ProductId | null): Text {
  const parts = [
    text('counts.listed', { count: listed }),
    ...(off === 0 ? [] : [text(isSystem(product) ? 'counts.ofHost' : 'counts.off', { count: off })]),
    ...(recorded === 0 ? [] : [text('counts.recorded', { count: recorded })]),
  ];
  return text('counts.apply', { apply, parts: text('report.parts', { parts }) });
}
