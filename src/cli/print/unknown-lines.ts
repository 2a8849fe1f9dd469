import { unknownMessage } from '../../analysis/index.ts';
import { text } from '../../l10n/index.ts';
import type { Asset, Text } from '../../model/index.ts';

/** Number of assets that are named; the rest is counted. */
const MAX_NAMED_ASSETS = 10;

/** A line for each asset of unknown version: its name, the reason, and how to make it known. */
export function unknownLines(assets: readonly Asset[]): Text[] {
  if (assets.length === 0) return [];
  const more = assets.length - MAX_NAMED_ASSETS;
  return [
    text('unknown.heading', { count: assets.length }),
    ...assets.slice(0, MAX_NAMED_ASSETS).flatMap((asset) => unknownMessage(asset) ?? []),
    ...(more > 0 ? [text('unknown.more', { count: more })] : []),
  ];
}
