import { problemsByHost } from '../../catalogue/index.ts';
import type { Config } from '../../config/index.ts';
import { text } from '../../l10n/index.ts';
import { hasUrgent, compareSeverity, type FailOn, type Inventory, type Problem } from '../../model/index.ts';
import { runOnce, StoreUnreachableError, type Alert, type Mutes, type WatchRun } from '../../watch/index.ts';
import { checkPaths } from '../read/check-paths.ts';
import { loadConfig } from '../read/config-file.ts';
import { readEarlierScans } from '../read/earlier-scan.ts';
import { hasAccountOptions } from '../options/account-options.ts';
import { useProxy } from '../options/network.ts';
import { todayOf } from '../options/options.ts';
import { warnOfProblems } from '../print/problems.ts';
import { scanPathsOf } from '../read/paths.ts';
import { printWatchRun, nothingReadText } from '../print/print-watch.ts';
import { createTerminal, type Terminal } from '../print/terminal.ts';
import { UsageError, type ExitCode } from '../options/usage.ts';
import { VERSION } from '../version.ts';
import { openState, type WatchStore } from '../read/watch-state.ts';
import type { WatchCommandOptions } from '../options/watch-options.ts';
import { channelsOf, freshCatalogue, readWatchedInventory } from '../read/watch-inputs.ts';
import { runScheduled, stopSignal } from '../read/watch-schedule.ts';

const SIGN_OF_LIFE_DAYS = 7;

/** `watch`: looks for news on a schedule, or once, and reports what affects your assets. */
export async function watch(paths: readonly string[], options: WatchCommandOptions): Promise<ExitCode> {
  const terminal = createTerminal(options.lang);
  if (options.once === true && options.cron !== undefined) throw new UsageError(text('watch.onceOrCron'));
  checkPaths(paths);
  if (!options.offline) await useProxy(terminal);
  const state = openState(options);
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
  const signal = stopSignal();
  // A watch of accounts reads files again for each look, so they are not read here.
  const declared = hasAccountOptions(options)
    ? null
    : await readWatchedInventory(paths, options, terminal, signal).catch((error: unknown) => {
        throw signal.aborted ? new UsageError(text('watch.stopped')) : error;
      });
  const look = createLook({
    paths,
    options,
    declared: options.once === true ? declared : null,
    state,
    config,
    mutes,
    configProblems: [...problems, ...earlier.problems],
    terminal,
  });
  if (options.once === true) {
    try {
      return exitCodeOfRun(await look(signal), options);
    } catch (error) {
      if (signal.aborted) throw new UsageError(text('watch.stopped'));
      throw error instanceof StoreUnreachableError ? new UsageError(error.text) : error;
    }
  }
  await runScheduled(look, options, state, terminal, signal);
  return 0;
}

interface LookInputs {
  paths: readonly string[];
  /** Assets in files, read before the first look; null if each look reads them. */
  declared: Inventory | null;
  options: WatchCommandOptions;
  state: WatchStore;
  config: Config;
  mutes: Mutes;
  configProblems: readonly Problem[];
  terminal: Terminal;
}

/** Returns a function that looks once, with the options of the command line. */
function createLook({
  paths,
  declared,
  options,
  state: { store, lock },
  config,
  mutes,
  configProblems,
  terminal,
}: LookInputs): (signal: AbortSignal) => Promise<WatchRun> {
  const channels = channelsOf(options);
  const isPrinted =
    options.channel.length === 0 || options.channel.includes('stdout') || options.format !== 'text';
  return async (signal) => {
    const run = await runOnce({
      store,
      lock,
      refresh: () => freshCatalogue(store, options, terminal, signal),
      inventory: async () => declared ?? (await readWatchedInventory(paths, options, terminal, signal)),
      featuresInUse: config.features,
      configOf: () => config,
      mutes,
      channels,
      print: isPrinted
        ? (batches, run) => printWatchRun(batches, run, options, configProblems, terminal)
        : undefined,
      builtBy: VERSION,
      signOfLifeDays: options.signOfLife === true ? SIGN_OF_LIFE_DAYS : null,
      today: todayOf(options),
      signal,
    });
    if (run.outcome === 'busy' || run.outcome === 'refused')
      await printWatchRun([], run, options, configProblems, terminal);
    warnOfProblems([...configProblems, ...problemsByHost(run.problems)], terminal);
    if (run.outcome === 'unread') terminal.warn(nothingReadText(run));
    return run;
  };
}

function isAlertAtOrAbove({ severity, bugs }: Alert, failOn: FailOn): boolean {
  if (failOn === 'urgent') return hasUrgent(bugs);
  return compareSeverity(severity, failOn) <= 0;
}

/** Exit code of a look. 2 if no notes could be read or no channel accepted an alert: such a look must not seem quiet. */
function exitCodeOfRun(run: WatchRun, { failOn, channel }: WatchCommandOptions): ExitCode {
  if (run.outcome === 'refused' || run.outcome === 'unread') return 2;
  const isUndelivered = run.refused.length > 0 && run.accepted.length === 0 && !channel.includes('stdout');
  if (isUndelivered) return 2;
  if (failOn === undefined) return 0;
  return run.alerts.some((alert) => isAlertAtOrAbove(alert, failOn)) ? 1 : 0;
}
