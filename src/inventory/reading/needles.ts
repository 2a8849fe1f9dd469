import type { Format } from './format.ts';
import { memoize } from '../../model/index.ts';

/** One pattern of a format's needles: a pass with it is several times faster than a search for each. */
export const needlesOf = memoize(({ needles }: Format): RegExp =>
  needles instanceof RegExp ? needles : patternOfTexts(needles),
);

/** A pattern of texts as they are written. */
export function patternOfTexts(needles: readonly string[]): RegExp {
  return new RegExp(needles.map((needle) => needle.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'));
}
