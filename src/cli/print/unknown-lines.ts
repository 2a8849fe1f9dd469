import { unknownMessage } from '../../analysis/index.ts';
import { text } from '../../l10n/index.ts';
import type { Asset, Text } from '../../model/index.ts';

/** Maximum number of assets that are named; the rest is only counted. */
const MAX_NAMED_ASSETS = 10;

/** One line per asset of unknown version, with the reason and how to make the version known. */
export function unknownLines(assets: readonly Asset[]): Text[] {
  if (assets.length === 0) return [];
  const more = assets.length - MAX_NAMED_ASSETS;
  return [
    text('unknown.heading', { count: assets.length }),
    ...assets.slice(0, MAX_NAMED_ASSETS).flatMap((asset) => unknownMessage(asset) ?? []),
    ...(more > 0 ? [text('unknown.more', { count: more })] : []),
  ];
}
