import { unknownMessage } from '../../analysis/index.ts';
import { text } from '../../l10n/index.ts';
import type { Asset, Text } from '../../model/index.ts';

/** Assets to name; others are counted. */
const NAMED = 10;

/** A line for each asset of unknown version: its name, the reason, and how to make it known. */
export function unknownLines(assets: readonly Asset[]): Text[] {
  if (assets.length === 0) return [];
  const more = assets.length - NAMED;
  return [
    text('unknown.heading', { count: assets.length }),
    ...assets.slice(0, NAMED).flatMap((asset) => unknownMessage(asset) ?? []),
    ...(more > 0 ? [text('unknown.more', { count: more })] : []),
  ];
}
