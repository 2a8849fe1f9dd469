import { text } from '../../l10n/index.ts';
import type { AssetCounts, BugDetails, ProductId, Text } from '../../model/index.ts';
import { isSystem } from '../../products/index.ts';

/** Counts of bugs in words: `164 apply here (191 listed; 28 need features that are off here; 1 recorded by your team)`. */
export function applyText(counts: AssetCounts, product: ProductId | null): Text {
  return text('counts.apply', { apply: counts.apply, parts: countParts([counts], product) });
}

/** Sentence with the parts of counts at one place or several; null if all listed bugs apply. */
export function countPartsText(bugs: readonly Pick<BugDetails, 'counts' | 'product'>[]): Text | null {
  const counts = bugs.map((each) => each.counts);
  if (counts.every(({ apply, listed }) => apply === listed)) return null;
  return text('scan.countParts', { parts: countParts(counts, bugs[0]?.product ?? null) });
}

/**
 * Parts that lead from the number of listed bugs to those that apply, at one place or several. For an operating system,
 * those that are left out need packages of the host.
 */
function countParts(counts: readonly AssetCounts[], product: ProductId | null): Text {
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
