import type { Advice, Catalogue, ProductId } from '../../model/index.ts';
import type { News } from '../diff.ts';
import type { Muter } from '../mutes.ts';
import type { Running } from '../running.ts';
import type { Seen } from '../seen.ts';

/** Inputs of the alerts. */
export interface AlertInput {
  catalogue: Catalogue;
  adviceOf: (product: ProductId, version: string) => Advice | null;
  running: readonly Running[];
  /** Mutes of the team. */
  muter: Muter;
  news: News;
  before: Seen;
  now: Seen;
  /** Today at the last look and at this one, YYYY-MM-DD. */
  lastDay: string;
  today: string;
  /** Date since which each product could not be read. */
  failing: Readonly<Record<ProductId, string>>;
  /** Ids of earlier alerts, and of reported pairs of bug and asset. */
  told: ReadonlySet<string>;
}
