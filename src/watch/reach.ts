import type { ProductId } from '../model/index.ts';
import type { Running } from './running.ts';
import { readableProducts, type FreshCatalogue, type Seen } from './seen.ts';

/** How far a look reached: which release notes it could read, of those that matter to what is run. */
export interface Reach {
  /** Products with at least one page that could be read. */
  readable: readonly ProductId[];
  /** No product that you run could be read (where you run none: no product at all). Such a look does not count. */
  isUnread: boolean;
  /** No product that you run was read before: this reading is the baseline. */
  isFirst: boolean;
}

/** Each product has a baseline of its own: its first reading, whatever else could be read in the same look. */
export function reachOf(fresh: FreshCatalogue, before: Seen, running: readonly Running[]): Reach {
  const readable = readableProducts(fresh);
  const published = new Set([...before.products, ...fresh.releases.map(({ product }) => product)]);
  const run = running.map(({ product }) => product).filter((product) => published.has(product));
  const wanted = run.length > 0 ? run : [...published];
  return {
    readable,
    isUnread: !wanted.some((product) => readable.includes(product)),
    isFirst: !wanted.some((product) => before.products.includes(product)),
  };
}
