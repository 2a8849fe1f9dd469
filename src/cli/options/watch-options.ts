import type { ProductId } from '../../model/index.ts';
import type { AccountOptions } from './account-options.ts';
import type { CommonOptions } from './options.ts';

/** Options of `watch`, in addition to the shared ones. */
export interface WatchCommandOptions extends CommonOptions, AccountOptions {
  cron?: string;
  timeZone?: string;
  once?: boolean;
  channel: string[];
  withAccountIds?: boolean;
  signOfLife?: boolean;
  mute: ProductId[];
  state?: string;
}
