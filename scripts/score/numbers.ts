/**
 * Three decimals, rounded down so that a score below its target never looks like a pass; a dash if there is nothing to
 * score.
 */
export function threeDecimals(fraction: number): string {
  return Number.isNaN(fraction) ? '–' : (Math.floor(fraction * 1000) / 1000).toFixed(3);
}

/** Chance that a number of the first list exceeds one of the second; ties count half. NaN if either is empty. */
export function chanceAbove(first: readonly number[], second: readonly number[]): number {
  let above = 0;
  for (const a of first) for (const b of second) above += Number(a > b) + Number(a === b) / 2;
  return above / (first.length * second.length);
}
