import type { Item, ProductId } from '../../model/index.ts';
import { productOf } from '../../products/index.ts';

/** An upstream bug: its number there, the name of the tracker, and its page. */
export interface UpstreamBug {
  number: string;
  label: string;
  url: string;
}

/** Upstream bugs that a bug or an item names. */
export function upstreamBugs(named: Pick<Item, 'communityBugs'> & { product: ProductId }): UpstreamBug[] {
  const { name, bugPage } = productOf(named.product).community ?? { bugPage: null };
  if (bugPage === null) return [];
  return named.communityBugs.map((number) => ({
    number,
    label: `${name} #${number}`,
    url: bugPage(number),
  }));
}
