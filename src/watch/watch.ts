import { StoreConflict, type Store } from '../catalogue/index.ts';
import { daysBetween, unknownAssets } from '../analysis/index.ts';
import { EMPTY_CONFIG, type Config } from '../config/index.ts';
import { text } from '../l10n/index.ts';
import type { Asset, Feature, Inventory, Problem, ProductId } from '../model/index.ts';
import { adviserOf, alertsOf } from './alerts/alerts.ts';
import { idOf, type Alert } from './alerts/alert.ts';
import type { Channel } from './channels/channel.ts';
import { deliverAll, withoutDelivery } from './deliver.ts';
import { diff } from './diff.ts';
import { NO_LOCK, type Lock } from './store/lock.ts';
import { createMuter, NO_MUTES, type Muter, type Mutes } from './mutes.ts';
import { reachOf } from './reach.ts';
import { uncountedProblems } from './uncounted.ts';
import { whatYouRun } from './running.ts';
import { seenIn, type FreshCatalogue } from './seen.ts';
import {
  NewerState,
  readState,
  writeState,
  type Batch,
  type KeptState,
  type WatchState,
} from './store/state.ts';

export interface WatchOptions {
  /** Where the state is kept. */
  store: Store;
  lock?: Lock;
  /** Reads the notes anew. In VS Code this has to run in the extension host's main thread: only there fetch is patched. */
  refresh(signal?: AbortSignal): Promise<FreshCatalogue>;
  /** What is run now. When it rejects, nothing is recorded and the next run tells what this one missed. */
  inventory(signal?: AbortSignal): Promise<Inventory>;
  featuresInUse?: readonly Feature[];
  /** The configuration of the team that runs some assets; empty where it is not given. */
  configOf?: (assets: readonly Asset[]) => Config;
  /** What is not to be told, beside what is written at the resources. */
  mutes?: Mutes;
  channels: readonly Channel[];
  /**
   * Shows what there is to tell, at the end of the run and even when it is nothing: the run's own output. It is recorded
   * like a channel, after it returned.
   */
  print?: ((batches: readonly Batch[], run: WatchRun) => void | Promise<void>) | undefined;
  /** The version of Errata Lens. */
  builtBy: string;
  /** Days with nothing to tell after which a message says so; null: never. */
  signOfLifeDays?: number | null;
  /** YYYY-MM-DD in UTC: which dates have passed. */
  today: string;
  now?: () => Date;
  signal?: AbortSignal | undefined;
}

/** What one run did. */
export interface WatchRun {
  /**
   * - `looked`: the notes were read and compared.
   * - `baseline`: read for the first time: nothing to compare with.
   * - `unread`: no product that you run could be read. Such a look does not count; the next one tells what it missed.
   * - `busy`: another watcher has the state, or changed it meanwhile. It tells what there is to tell.
   * - `refused`: the state was written by a newer version.
   */
  outcome: 'looked' | 'baseline' | 'unread' | 'busy' | 'refused';
  /** What this run found, the heaviest first. */
  alerts: readonly Alert[];
  /** What is run and could not be read about. */
  unread: readonly ProductId[];
  /** Pages that could not be read, or not whole, of the other products that are run. */
  unreadPages: readonly string[];
  /** When the notes were last read, ISO 8601 in UTC; null: never yet. */
  lastLooked: string | null;
  /** As of when the catalogue is that was compared; null where none was. */
  asOf: string | null;
  /** Channels that took a message of this run, and those that failed to. */
  taken: readonly string[];
  refused: readonly string[];
  problems: readonly Problem[];
  /** What is run in versions that are not known: no alert can be about them. */
  unknown: readonly Asset[];
}

/**
 * One look: read, compare, record, deliver. What was found is recorded together with what was seen, before anything is
 * delivered; so whenever the process dies, the next run delivers the same alerts under the same ids, or finds them again.
 */
export async function runOnce(options: WatchOptions): Promise<WatchRun> {
  const release = await (options.lock ?? NO_LOCK).acquire(options.signal);
  if (release === null) return idle('busy', [{ source: 'watch', text: text('watch.busy') }]);
  try {
    return await look(options);
  } catch (error) {
    if (error instanceof StoreConflict) return idle('busy', [{ source: 'watch', text: text('watch.busy') }]);
    if (error instanceof NewerState)
      return idle('refused', [{ source: 'watch', text: text('watch.stateNewer') }]);
    throw error;
  } finally {
    await release();
  }
}

function idle(outcome: WatchRun['outcome'], problems: readonly Problem[]): WatchRun {
  return {
    outcome,
    alerts: [],
    unread: [],
    unreadPages: [],
    lastLooked: null,
    asOf: null,
    taken: [],
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
  const found = compare(early.kept.state, fresh, inventory, { ...options, muter });
  const { outcome, state, alerts, unread, unreadPages, uncounted } = found;
  // Where nothing was ever read there is nothing to remember: the next look that can read is the first.
  const tag =
    state.seen.products.length === 0
      ? early.kept.tag
      : await writeState(store, { state, tag: early.kept.tag });
  const late = await deliverAll(options, { state, tag });
  const run: WatchRun = {
    outcome,
    alerts,
    unread,
    unreadPages,
    lastLooked: state.lastLooked,
    asOf: fresh.asOf,
    taken: [...early.taken, ...late.taken],
    refused: [...early.refused, ...late.refused],
    problems: [
      ...read.problems,
      // Where there is room for the first only, what is the user's own comes before the vendors' pages.
      ...inventory.problems,
      ...muter.problems,
      ...fresh.problems,
      ...uncounted,
      ...early.problems,
      ...late.problems,
    ],
    unknown: unknownAssets(inventory.assets).filter(({ product }) => !isMuted(product, options.mutes)),
  };
  await printAll(options, late.kept, run);
  return run;
}

function isMuted(product: ProductId | null, { products } = NO_MUTES): boolean {
  return product !== null && products.includes(product);
}

/** How the run's own output is called in the state. */
const PRINTED = 'stdout';

async function printAll(
  { store, print }: WatchOptions,
  { state, tag }: KeptState,
  run: WatchRun,
): Promise<void> {
  if (print === undefined) return;
  const batches = state.outbox.filter(({ to }) => to.includes(PRINTED));
  await print(batches, run);
  if (batches.length === 0) return;
  const outbox = batches.reduce((rest, { id }) => withoutDelivery(rest, id, PRINTED), state.outbox);
  await writeState(store, { state: { ...state, outbox }, tag });
}

/** Days after which a message that a channel never took is given up. */
const KEPT_DAYS = 30;

/** What is remembered after a look, and what it found. */
function compare(
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
  const running = whatYouRun(fresh, inventory, featuresInUse, muter.hearsOf);
  const { readable, unreadPages, isUnread, isFirst } = reachOf(fresh, before.seen, running);
  const isBlind = readable.length === 0;
  const seen = isBlind ? before.seen : seenIn(fresh, before.seen, readable);
  const failing = failingSince(before, fresh, readable, today);
  const news = diff(before.seen, seen, { sameRules: before.builtBy === builtBy });
  const unread = [...new Set(running.map(({ product }) => product))].filter((product) => product in failing);
  const found = alertsOf({
    catalogue: fresh,
    adviceOf: adviserOf(fresh, inventory, running, today, configOf),
    running,
    muter,
    news,
    before: before.seen,
    now: seen,
    lastDay: before.day,
    today,
    failing,
    told: new Set(before.told),
  });
  const told = { alerts: found.alerts, unread, unreadPages };
  const batch = batchOf(before, told, today, options.signOfLifeDays ?? null);
  const to = [...options.channels.map(({ name }) => name), ...(options.print ? [PRINTED] : [])];
  const waiting = before.outbox.filter(({ foundOn }) => daysBetween(foundOn, today) <= KEPT_DAYS);
  return {
    outcome: isUnread ? 'unread' : isFirst ? 'baseline' : 'looked',
    uncounted: isBlind ? [] : uncountedProblems(fresh, running, today),
    state: {
      builtBy: isBlind ? before.builtBy : builtBy,
      lastLooked: isUnread ? before.lastLooked : now().toISOString(),
      day: isUnread ? before.day : today,
      seen,
      failing,
      told: [...before.told, ...found.told],
      outbox: batch === null || to.length === 0 ? waiting : [...waiting, { ...batch, to }],
      lastMessage: batch === null ? before.lastMessage : today,
    },
    ...told,
  };
}

function failingSince(
  before: WatchState,
  fresh: FreshCatalogue,
  readable: readonly ProductId[],
  today: string,
): WatchState['failing'] {
  const known = new Set([...before.seen.products, ...fresh.releases.map(({ product }) => product)]);
  const lost = [...known].filter((product) => !readable.includes(product));
  const since = lost.map((product): [ProductId, string] => [product, before.failing[product] ?? today]);
  return Object.fromEntries(since);
}

/** The message of a run, or null when there is nothing to say. */
function batchOf(
  before: WatchState,
  told: Pick<WatchRun, 'alerts' | 'unread' | 'unreadPages'>,
  today: string,
  signOfLifeDays: number | null,
): Omit<Batch, 'to'> | null {
  const since = before.lastMessage;
  const message = { ...told, foundOn: today, since };
  if (told.alerts.length > 0) {
    const ids = told.alerts.map(({ id }) => id);
    const id = ids.length === 1 && ids[0] !== undefined ? ids[0] : idOf('batch', ...ids);
    return { ...message, id };
  }
  const isDue =
    before.lastLooked !== null && signOfLifeDays !== null && daysBetween(since, today) >= signOfLifeDays;
  return isDue ? { ...message, id: idOf('nothing-new', today) } : null;
}
