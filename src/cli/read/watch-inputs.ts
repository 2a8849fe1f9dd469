import { catalogueAsOf, hasVersion, combineInventories } from '../../analysis/index.ts';
import { loadCatalogue, refreshCatalogue, wholeCatalogue, type Store } from '../../catalogue/index.ts';
import { text } from '../../l10n/index.ts';
import { EMPTY_INVENTORY, type Inventory } from '../../model/index.ts';
import { productName } from '../../products/index.ts';
import {
  CHANNELS,
  channelsFromEnvironment,
  ChannelConfigError,
  type Channel,
  type ChannelName,
  type FreshCatalogue,
} from '../../watch/index.ts';
import { hasAccountOptions } from '../options/account-options.ts';
import { scanOptionsOf, todayOf } from '../options/options.ts';
import { checkPaths } from './check-paths.ts';
import { scanPathsOf } from './paths.ts';
import { readAccounts } from './read-accounts.ts';
import { scanWithProgress } from './read-folders.ts';
import type { Terminal } from '../print/terminal.ts';
import { UsageError } from '../options/usage.ts';
import { VERSION } from '../version.ts';
import type { WatchCommandOptions } from '../options/watch-options.ts';

/**
 * Reads files, accounts, or both; the working directory if neither is named.
 * @throws {UsageError} for an unreadable path, and if there is nothing to watch: such a watch would never report
 * anything
 */
export async function readWatchedInventory(
  paths: readonly string[],
  options: WatchCommandOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<Inventory> {
  const hasAccounts = hasAccountOptions(options);
  const folders = paths.length === 0 && !hasAccounts ? ['.'] : paths;
  checkPaths(folders);
  const [declared, running] = await Promise.all([
    folders.length > 0
      ? scanWithProgress(folders, { ...scanOptionsOf(options), signal }, terminal).then(
          scanPathsOf(folders).inventory,
        )
      : EMPTY_INVENTORY,
    hasAccounts ? readAccounts(options, terminal) : null,
  ]);
  // Resources in a Region that was not read would look deleted.
  if (running !== null && running.unread.length > 0) throw new UsageError(text('watch.stopped'));
  const inventory = combineInventories(declared, running ?? EMPTY_INVENTORY, todayOf(options));
  if (!inventory.assets.some(hasVersion))
    throw new UsageError(text('watch.nothingToWatch', { paths: folders }));
  return inventory;
}

/** Fetches today's notes; uses the stored ones with `--offline` or for a past day. */
export async function freshCatalogue(
  store: Store,
  options: WatchCommandOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<FreshCatalogue> {
  if (options.offline)
    return {
      ...wholeCatalogue(await loadCatalogue(store)),
      kept: [],
      unreadExtraPages: [],
      pages: new Map(),
    };
  const fresh = await refreshCatalogue({
    cache: store,
    docsOrigin: options.docsOrigin,
    builtBy: VERSION,
    signal,
    onProgress: ({ product, done, total }) =>
      terminal.progress(text('catalogue.progress', { name: productName(product), done, total })),
  });
  return options.asOf === undefined ? fresh : { ...fresh, ...catalogueAsOf(fresh, options.asOf) };
}

/**
 * Channels that `watch` sends alerts to.
 * @throws {UsageError} for an invalid channel
 */
export function channelsOf({ channel, lang, withAccountIds }: WatchCommandOptions): Channel[] {
  const names = [...new Set(channel)].filter((name) => name !== 'stdout');
  const known = names.filter((name): name is ChannelName => CHANNELS.some((other) => other === name));
  const unknown = names.find((name) => !known.some((other) => other === name));
  if (unknown !== undefined) {
    throw new UsageError(text('watch.unknownChannel', { name: unknown, channels: ['stdout', ...CHANNELS] }));
  }
  try {
    return channelsFromEnvironment(known, process.env, {
      language: lang,
      withAccountIds: withAccountIds === true,
    });
  } catch (error) {
    if (error instanceof ChannelConfigError) throw new UsageError(error.text);
    throw error;
  }
}
