import type { Advice, Catalogue, ProductId } from '../../model/index.ts';
import type { News } from '../diff.ts';
import type { Muter } from '../mutes.ts';
import type { Running } from '../running.ts';
import type { Seen } from '../seen.ts';

/** What alerts follow from. */
export interface AlertInput {
  catalogue: Catalogue;
  adviceOf: (product: ProductId, version: string) => Advice | null;
  running: readonly Running[];
  /** What the team does not want to be told. */
  muter: Muter;
  news: News;
  before: Seen;
  now: Seen;
  /** Days that counted as today at the last look and at this one, YYYY-MM-DD. */
  lastDay: string;
  today: string;
  /** Since which day each product could not be read. */
  failing: Readonly<Record<ProductId, string>>;
  /** Ids of what was told before. */
  told: ReadonlySet<string>;
}
