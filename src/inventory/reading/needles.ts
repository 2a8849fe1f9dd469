import type { Format } from './format.ts';
import { memoize } from '../../model/index.ts';

/** One pattern for all needles of a format: one pass is several times faster than a search for each. */
export const needlesOf = memoize(({ needles }: Format): RegExp =>
  needles instanceof RegExp ? needles : patternOfTexts(needles),
);

/** Pattern of literal texts. */
export function patternOfTexts(needles: readonly string[]): RegExp {
  return new RegExp(needles.map((needle) => needle.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'));
}
