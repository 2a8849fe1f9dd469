import type { Item, ProductId } from '../../model/index.ts';
import { productOf } from '../../products/index.ts';

/** A bug of the open-source engine: its number there, how people call it, and its page. */
export interface CommunityBug {
  number: string;
  label: string;
  url: string;
}

/** The bugs of the open-source engine that a bug or a bullet names. */
export function communityBugs(named: Pick<Item, 'communityBugs'> & { product: ProductId }): CommunityBug[] {
  const { name, bugPage } = productOf(named.product).community ?? { bugPage: null };
  if (bugPage === null) return [];
  return named.communityBugs.map((number) => ({
    number,
    label: `${name} #${number}`,
    url: bugPage(number),
  }));
}
