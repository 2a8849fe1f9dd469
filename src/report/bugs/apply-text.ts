import { text } from '../../l10n/index.ts';
import type { AssetCounts, ProductId, Text } from '../../model/index.ts';
import { isSystem } from '../../products/index.ts';

/** Counts of bugs in words: `164 apply here (191 listed; 28 need features that are off here; 1 recorded by your team)`. */
export function applyText(counts: AssetCounts, product: ProductId | null): Text {
  return text('counts.apply', { apply: counts.apply, parts: countParts([counts], product) });
}

/**
 * Parts that lead from the number of listed bugs to those that apply, at one place or several. For an operating system,
 * those that are left out need packages of the host.
 */
export function countParts(counts: readonly AssetCounts[], product: ProductId | null): Text {
  const rangeOf = (of: (each: AssetCounts) => number): string => rangeText(counts.map(of));
  const off = rangeOf((each) => each.off);
  const recorded = rangeOf((each) => each.recorded);
  const parts = [
    text('counts.listed', { count: rangeOf((each) => each.listed) }),
    ...(off === '0' ? [] : [text(isSystem(product) ? 'counts.ofHost' : 'counts.off', { count: off })]),
    ...(recorded === '0' ? [] : [text('counts.recorded', { count: recorded })]),
  ];
  return text('report.parts', { parts });
}

/** A range of numbers: `12`, or `19–21` if places differ. */
export function rangeText(counts: readonly number[]): string {
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  return least === most ? String(least) : `${least}–${most}`;
}
