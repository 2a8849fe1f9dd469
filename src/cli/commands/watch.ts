import { catalogueAsOf, whatRuns } from '../../analysis/index.ts';
import { loadCatalogue, refreshCatalogue, type Store } from '../../catalogue/index.ts';
import type { Config } from '../../config/index.ts';
import { scanFolders } from '../../inventory/index.ts';
import { say, text } from '../../l10n/index.ts';
import {
  compareSeverity,
  EMPTY_INVENTORY,
  type FailOn,
  type Inventory,
  type Problem,
  type ProductId,
} from '../../model/index.ts';
import { productName } from '../../products/index.ts';
import {
  BadSchedule,
  CHANNELS,
  channelsFromEnvironment,
  ChannelUnset,
  runOnce,
  runOnSchedule,
  StoreUnreachable,
  type Alert,
  type Channel,
  type ChannelName,
  type FreshCatalogue,
  type Mutes,
  type WatchRun,
} from '../../watch/index.ts';
import { namesAccount, type AccountOptions } from '../options/account-options.ts';
import { checkPaths } from '../read/check-paths.ts';
import { loadConfig } from '../read/config-file.ts';
import { readEarlierScans } from '../read/earlier-scan.ts';
import { useProxy } from '../options/network.ts';
import { scanOptionsOf, todayOf, type CommonOptions } from '../options/options.ts';
import { warnOf } from '../print/problems.ts';
import { scanPathsOf } from '../read/paths.ts';
import { printRun, unreachedText } from '../print/print-watch.ts';
import { readAccounts } from '../read/read-accounts.ts';
import { createTerminal, type Terminal } from '../print/terminal.ts';
import { unsupportedFormat, UsageError, type ExitCode } from '../options/usage.ts';
import { VERSION } from '../version.ts';
import { openState, type StatePlace } from '../read/watch-state.ts';

/** The options of `watch`, beside the common ones. */
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

const SIGN_OF_LIFE_DAYS = 7;

/** `watch`: reads the notes on a schedule, or once, and tells what is new about what you run. */
export async function watch(paths: readonly string[], options: WatchCommandOptions): Promise<ExitCode> {
  const terminal = createTerminal(options.lang);
  if (!['text', 'json', 'jsonl'].includes(options.format)) throw unsupportedFormat(options.format, 'watch');
  if (options.once === true && options.cron !== undefined) throw new UsageError(text('watch.onceOrCron'));
  checkPaths(paths);
  if (!options.offline) await useProxy(terminal);
  const { config, problems } = await loadConfig(options, paths[0] ?? '.');
  const earlier = await readEarlierScans(
    options,
    config,
    scanPathsOf(paths.length === 0 ? ['.'] : paths).idRoot,
  );
  const mutes: Mutes = {
    ignore: config.ignore,
    severityFloor: config.severityFloor,
    products: options.mute,
    baseline: earlier.baseline?.findings ?? [],
  };
  const state = openState(options);
  const look = createLook({
    paths,
    options,
    state,
    config,
    mutes,
    configProblems: [...problems, ...earlier.problems],
    terminal,
  });
  const signal = stopSignal();
  if (options.once === true) {
    try {
      return exitCodeOf(await look(signal), options);
    } catch (error) {
      if (signal.aborted) throw new UsageError(text('watch.stopped'));
      throw error instanceof StoreUnreachable ? new UsageError(error.text) : error;
    }
  }
  await runScheduled(look, options, state, terminal, signal);
  return 0;
}

interface Looking {
  paths: readonly string[];
  options: WatchCommandOptions;
  state: StatePlace;
  config: Config;
  mutes: Mutes;
  configProblems: readonly Problem[];
  terminal: Terminal;
}

/** One look of this command line, ready to be repeated. */
function createLook({
  paths,
  options,
  state: { store, lock },
  config,
  mutes,
  configProblems,
  terminal,
}: Looking): (signal: AbortSignal) => Promise<WatchRun> {
  const channels = channelsOf(options);
  const isPrinted =
    options.channel.length === 0 || options.channel.includes('stdout') || options.format !== 'text';
  return async (signal) => {
    const run = await runOnce({
      store,
      lock,
      refresh: () => freshCatalogue(store, options, terminal, signal),
      inventory: () => readInventory(paths, options, terminal, signal),
      featuresInUse: config.features,
      mutes,
      channels,
      print: isPrinted
        ? (batches, run) => printRun(batches, run, options, configProblems, terminal)
        : undefined,
      builtBy: VERSION,
      signOfLifeDays: options.signOfLife === true ? SIGN_OF_LIFE_DAYS : null,
      today: todayOf(options),
      signal,
    });
    if (run.outcome === 'busy' || run.outcome === 'refused')
      printRun([], run, options, configProblems, terminal);
    warnOf([...configProblems, ...run.problems], terminal);
    if (run.outcome === 'unread') terminal.warn(unreachedText(run));
    return run;
  };
}

/** Files, accounts, or both: this folder where neither is named. */
async function readInventory(
  paths: readonly string[],
  options: WatchCommandOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<Inventory> {
  const asksAccounts = namesAccount(options);
  const folders = paths.length === 0 && !asksAccounts ? ['.'] : paths;
  const [declared, running] = await Promise.all([
    folders.length > 0
      ? scanFolders(folders, { ...scanOptionsOf(options), signal }).then(scanPathsOf(folders).inventory)
      : EMPTY_INVENTORY,
    asksAccounts ? readAccounts(options, terminal) : null,
  ]);
  // What is missing would look as if it ran no more.
  if (running !== null && running.unread.length > 0) throw new UsageError(text('watch.stopped'));
  return whatRuns(declared, running ?? EMPTY_INVENTORY, todayOf(options));
}

async function freshCatalogue(
  store: Store,
  options: WatchCommandOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<FreshCatalogue> {
  if (options.offline) return { ...(await loadCatalogue(store)), kept: [], pages: new Map() };
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

/** @throws {UsageError} */
function channelsOf({ channel, lang, withAccountIds }: WatchCommandOptions): Channel[] {
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
    if (error instanceof ChannelUnset) throw new UsageError(error.text);
    throw error;
  }
}

async function runScheduled(
  look: (signal: AbortSignal) => Promise<WatchRun>,
  options: WatchCommandOptions,
  { store }: StatePlace,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<void> {
  try {
    await runOnSchedule({
      store,
      expression: options.cron,
      timeZone: options.timeZone,
      signal,
      async run(aborted) {
        await look(aborted);
      },
      onFailure: (error) => terminal.warn(text('watch.failed', { error: failureOf(error, options) })),
      onPlanned: (next) => terminal.warn(text('watch.next', { when: next.toISOString() })),
    });
  } catch (error) {
    if (error instanceof StoreUnreachable) throw new UsageError(error.text);
    if (!(error instanceof BadSchedule)) throw error;
    throw new UsageError(
      error.what === 'expression'
        ? text('watch.badCron', { expression: options.cron ?? '' })
        : text('watch.badTimeZone', { timeZone: options.timeZone ?? '' }),
    );
  }
  terminal.warn(text('watch.stopped'));
}

function failureOf(error: unknown, { lang }: WatchCommandOptions): string {
  if (error instanceof UsageError || error instanceof StoreUnreachable) return say(error.text, lang);
  return error instanceof Error ? error.message : String(error);
}

/** Docker, systemd and Kubernetes stop a process by SIGTERM, a person by Ctrl+C. */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => controller.abort());
  return controller.signal;
}

function alertReaches({ severity, bugs }: Alert, failOn: FailOn): boolean {
  if (failOn === 'urgent') return bugs.some(({ urgency }) => urgency === 'urgent');
  return compareSeverity(severity, failOn) <= 0;
}

/** Exit 2 for what a schedule must not take for a quiet day: nothing could be read, or nobody got what there was to tell. */
function exitCodeOf(run: WatchRun, { failOn, channel }: WatchCommandOptions): ExitCode {
  if (run.outcome === 'refused' || run.outcome === 'unread') return 2;
  const nobodyGotIt = run.refused.length > 0 && run.taken.length === 0 && !channel.includes('stdout');
  if (nobodyGotIt) return 2;
  if (failOn === undefined) return 0;
  return run.alerts.some((alert) => alertReaches(alert, failOn)) ? 1 : 0;
}
