import { StoreConflict, type Store } from '../catalogue/index.ts';
import { daysBetween, unknownAssets, unreadUpstreamProblems } from '../analysis/index.ts';
import { EMPTY_CONFIG, type Config } from '../config/index.ts';
import { text } from '../l10n/index.ts';
import type { Asset, Feature, Inventory, Problem, ProductId } from '../model/index.ts';
import { createAdviser, alertsOf } from './alerts/alerts.ts';
import { idOf, type Alert } from './alerts/alert.ts';
import type { Channel } from './channels/channel.ts';
import { deliverAll, withoutDelivery } from './deliver.ts';
import { diff } from './publications/diff.ts';
import { NO_LOCK, type Lock } from './store/lock.ts';
import { createMuter, NO_MUTES, type Muter, type Mutes } from './mutes.ts';
import { coverageOfLook } from './look-coverage.ts';
import { uncountedVersionProblems } from './versions/uncounted-versions.ts';
import { groupByVersion } from './versions/version-groups.ts';
import { publicationsOf, type FreshCatalogue } from './publications/publications.ts';
import {
  NewerStateError,
  readState,
  writeState,
  type Batch,
  type KeptState,
  type WatchState,
} from './store/state.ts';

export interface WatchOptions {
  /** Store of the state. */
  store: Store;
  lock?: Lock;
  /**
   * Reads the notes again. In VS Code it has to run in the extension host's main thread: only there `fetch` is patched.
   */
  refresh(signal?: AbortSignal): Promise<FreshCatalogue>;
  /** Current assets. If it rejects, nothing is recorded and the next run reports the missed news. */
  inventory(signal?: AbortSignal): Promise<Inventory>;
  featuresInUse?: readonly Feature[];
  /** Configuration of the team that runs some assets; empty by default. */
  configOf?: (assets: readonly Asset[]) => Config;
  /** The team's mutes, in addition to suppressions at its resources. */
  mutes?: Mutes;
  channels: readonly Channel[];
  /** Prints the result at the end of a run, even without news. Recorded like a channel once it has returned. */
  print?: ((batches: readonly Batch[], run: WatchRun) => void | Promise<void>) | undefined;
  /** Version of Errata Lens. */
  builtBy: string;
  /** Days without news after which a message confirms that the watch works; null: never. */
  signOfLifeDays?: number | null;
  /** YYYY-MM-DD in UTC, for support dates. */
  today: string;
  now?: () => Date;
  signal?: AbortSignal | undefined;
}

/** Result of one run. */
export interface WatchRun {
  /**
   * - `looked`: the notes were read and compared.
   * - `baseline`: they were read for the first time, with nothing to compare.
   * - `unread`: no product in use could be read. Such a look does not count; the next one reports what it missed.
   * - `busy`: another watcher has the state, or changed it meanwhile, and reports the news.
   * - `refused`: a newer version wrote the state.
   */
  outcome: 'looked' | 'baseline' | 'unread' | 'busy' | 'refused';
  /** Alerts of this run, the most severe first. */
  alerts: readonly Alert[];
  /** Products in use that could not be read. */
  unread: readonly ProductId[];
  /** Pages about other products in use that could not be read completely. */
  unreadPages: readonly string[];
  /** Time of the last reading of the notes, ISO 8601 in UTC; null: never yet. */
  lastLooked: string | null;
  /** Date of the compared catalogue; null without one. */
  asOf: string | null;
  /** Channels that accepted a message of this run, and those that failed. */
  accepted: readonly string[];
  refused: readonly string[];
  problems: readonly Problem[];
  /** Assets of unknown version, for which there can be no alerts. */
  unknown: readonly Asset[];
}

/**
 * Looks once: reads, compares, records, delivers. The alerts are recorded together with the publications before anything
 * is delivered. So whenever the process dies, the next run delivers the same alerts with the same ids, or finds them
 * again.
 */
export async function runOnce(options: WatchOptions): Promise<WatchRun> {
  const release = await (options.lock ?? NO_LOCK).acquire(options.signal);
  if (release === null) return emptyRun('busy', [{ source: 'watch', text: text('watch.busy') }]);
  try {
    return await look(options);
  } catch (error) {
    if (error instanceof StoreConflict)
      return emptyRun('busy', [{ source: 'watch', text: text('watch.busy') }]);
    if (error instanceof NewerStateError)
      return emptyRun('refused', [{ source: 'watch', text: text('watch.stateNewer') }]);
    throw error;
  } finally {
    await release();
  }
}

function emptyRun(outcome: WatchRun['outcome'], problems: readonly Problem[]): WatchRun {
  return {
    outcome,
    alerts: [],
    unread: [],
    unreadPages: [],
    lastLooked: null,
    asOf: null,
    accepted: [],
    refused: [],
    problems,
    unknown: [],
  };
}

async function look(options: WatchOptions): Promise<WatchRun> {
  const { store, signal, today } = options;
  const read = await readState(store, today);
  const early = await deliverAll(options, read);
  const [fresh, inventory] = await Promise.all([options.refresh(signal), options.inventory(signal)]);
  signal?.throwIfAborted();
  const muter = createMuter(options.mutes ?? NO_MUTES, inventory.suppressions, today);
  const found = stateAfterLook(early.kept.state, fresh, inventory, { ...options, muter });
  const { outcome, state, alerts, unread, unreadPages, uncounted } = found;
  // The state is stored only once something has been read, which sets the baseline.
  const tag =
    state.seen.products.length === 0
      ? early.kept.tag
      : await writeState(store, { state, tag: early.kept.tag });
  const delivery = await deliverAll(options, { state, tag });
  const run: WatchRun = {
    outcome,
    alerts,
    unread,
    unreadPages,
    lastLooked: state.lastLooked,
    asOf: fresh.asOf,
    accepted: [...early.accepted, ...delivery.accepted],
    refused: [...early.refused, ...delivery.refused],
    problems: [
      ...read.problems,
      // The user's own problems come first, because often only the first are shown.
      ...inventory.problems,
      ...muter.problems,
      ...fresh.problems,
      ...unreadUpstreamProblems(fresh, inventory.assets),
      ...uncounted,
      ...early.problems,
      ...delivery.problems,
    ],
    unknown: unknownAssets(inventory.assets).filter(({ product }) => !isMuted(product, options.mutes)),
  };
  await printAll(options, delivery.kept, run);
  return run;
}

function isMuted(product: ProductId | null, { products } = NO_MUTES): boolean {
  return product !== null && products.includes(product);
}

/** Channel under which the state records the run's own output. */
const OUTPUT_CHANNEL = 'stdout';

async function printAll(
  { store, print }: WatchOptions,
  { state, tag }: KeptState,
  run: WatchRun,
): Promise<void> {
  if (print === undefined) return;
  const batches = state.outbox.filter(({ to }) => to.includes(OUTPUT_CHANNEL));
  await print(batches, run);
  if (batches.length === 0) return;
  const outbox = batches.reduce((rest, { id }) => withoutDelivery(rest, id, OUTPUT_CHANNEL), state.outbox);
  await writeState(store, { state: { ...state, outbox }, tag });
}

/** Days after which an undelivered message is dropped. */
const MAX_UNDELIVERED_DAYS = 30;

/** New state after a look, and its alerts. */
function stateAfterLook(
  before: WatchState,
  fresh: FreshCatalogue,
  inventory: Inventory,
  options: WatchOptions & { muter: Muter },
): Pick<WatchRun, 'outcome' | 'alerts' | 'unread' | 'unreadPages'> & {
  state: WatchState;
  uncounted: readonly Problem[];
} {
  const {
    builtBy,
    featuresInUse = [],
    configOf = () => EMPTY_CONFIG,
    muter,
    today,
    now = () => new Date(),
  } = options;
  const inUse = groupByVersion(fresh, inventory, featuresInUse, muter.reportsBug);
  const own = inUse.filter(({ runs }) => runs === undefined);
  const { readable, unreadPages, isUnread, isFirst } = coverageOfLook(fresh, before.seen, inUse);
  const isNothingReadable = readable.length === 0;
  const seen = isNothingReadable ? before.seen : publicationsOf(fresh, before.seen, readable);
  const failing = failingSince(before, fresh, readable, today);
  const unread = [...new Set(inUse.map(({ product }) => product))].filter((product) => product in failing);
  const found = alertsOf({
    catalogue: fresh,
    adviceOf: createAdviser(fresh, inventory, inUse, today, configOf),
    inUse,
    muter,
    news: diff(before.seen, seen, { sameRules: before.builtBy === builtBy }),
    before: before.seen,
    now: seen,
    lastDay: before.day,
    today,
    failing,
    reported: new Set(before.reported),
  });
  const contents = { alerts: found.alerts, unread, unreadPages };
  const batch = batchOf(before, contents, today, options.signOfLifeDays ?? null);
  const readOutcome = isFirst ? 'baseline' : 'looked';
  return {
    outcome: isUnread ? 'unread' : readOutcome,
    uncounted: isNothingReadable ? [] : uncountedVersionProblems(fresh, own, today),
    state: {
      builtBy: isNothingReadable ? before.builtBy : builtBy,
      lastLooked: isUnread ? before.lastLooked : now().toISOString(),
      day: isUnread ? before.day : today,
      seen,
      failing,
      reported: [...before.reported, ...found.reported],
      outbox: outboxWith(batch, before, options),
      lastMessage: batch === null ? before.lastMessage : today,
    },
    ...contents,
  };
}

function failingSince(
  before: WatchState,
  fresh: FreshCatalogue,
  readable: readonly ProductId[],
  today: string,
): WatchState['failing'] {
  const known = new Set([...before.seen.products, ...fresh.releases.map(({ product }) => product)]);
  const unreadable = [...known].filter((product) => !readable.includes(product));
  const since = unreadable.map((product): [ProductId, string] => [product, before.failing[product] ?? today]);
  return Object.fromEntries(since);
}

/** Undelivered messages without the old ones, and the new one if anybody receives it. */
function outboxWith(
  batch: Omit<Batch, 'to'> | null,
  { outbox }: WatchState,
  { channels, print, today }: WatchOptions,
): readonly Batch[] {
  const to = [...channels.map(({ name }) => name), ...(print ? [OUTPUT_CHANNEL] : [])];
  const waiting = outbox.filter(({ foundOn }) => daysBetween(foundOn, today) <= MAX_UNDELIVERED_DAYS);
  return batch === null || to.length === 0 ? waiting : [...waiting, { ...batch, to }];
}

/** Message of a run; null if there is nothing to report. */
function batchOf(
  before: WatchState,
  contents: Pick<WatchRun, 'alerts' | 'unread' | 'unreadPages'>,
  today: string,
  signOfLifeDays: number | null,
): Omit<Batch, 'to'> | null {
  const since = before.lastMessage;
  const message = { ...contents, foundOn: today, since };
  if (contents.alerts.length > 0) {
    const ids = contents.alerts.map(({ id }) => id);
    const id = ids.length === 1 && ids[0] !== undefined ? ids[0] : idOf('batch', ...ids);
    return { ...message, id };
  }
  const isDue =
    before.lastLooked !== null && signOfLifeDays !== null && daysBetween(since, today) >= signOfLifeDays;
  return isDue ? { ...message, id: idOf('nothing-new', today) } : null;
}
