import * as z from 'zod';
import { loose, textSchema, titleInSchema, type Store } from '../../catalogue/index.ts';
import { text } from '../../l10n/index.ts';
import {
  SEVERITIES,
  URGENCIES,
  type Problem,
  type SupportPeriod,
  type ProductId,
} from '../../model/index.ts';
import { isProduct } from '../../products/index.ts';
import { ALERT_KINDS, type Alert } from '../alerts/alert.ts';
import { versionAdvice } from './advice-schema.ts';
import { NOTHING_SEEN, WITHDRAWALS, type Seen, type SeenRelease, type Withdrawal } from '../seen.ts';

const KEY = 'watch/state.json';
const FORMAT = 1;

/** One message of one run, and the channels that have not got it yet. */
export interface Batch {
  /** The id of its only alert, else one that follows from all of them: receivers know a repetition by it. */
  id: string;
  /** YYYY-MM-DD. */
  foundOn: string;
  /** None: the sign of life of a watch that has nothing to tell. */
  alerts: readonly Alert[];
  /** The day of the last message before this one. */
  since: string;
  /** What is run and could not be read about: news of it may be missing. */
  unread: readonly ProductId[];
  /** Pages of the rest that could not be read, or not whole. */
  unreadPages: readonly string[];
  to: readonly string[];
}

/** All that a watch remembers. */
export interface WatchState {
  /** The version of Errata Lens that looked last. */
  builtBy: string;
  /** When a product that you run was last read, ISO 8601 in UTC; null before the first time. */
  lastLooked: string | null;
  /** The day that counted as today at that look, YYYY-MM-DD. */
  day: string;
  seen: Seen;
  /** Since which day a product could not be read. */
  failing: Readonly<Record<ProductId, string>>;
  /** Ids of alerts, and of bugs and assets, that were told. */
  told: readonly string[];
  /** Found and recorded, and not delivered to every channel yet. */
  outbox: readonly Batch[];
  /** The day of the last message, or of the first look. */
  lastMessage: string;
}

/** The state and the tag to write it against; the tag is null when there is none yet. */
export interface KeptState {
  state: WatchState;
  tag: string | null;
}

/** More is forgotten, the oldest first: enough for years of releases and hundreds of clusters. */
const MOST_TOLD = 50_000;

export function newState(today: string): WatchState {
  return {
    builtBy: '',
    lastLooked: null,
    day: today,
    seen: NOTHING_SEEN,
    failing: {},
    told: [],
    outbox: [],
    lastMessage: today,
  };
}

/** A state that a newer version wrote: nothing may be done with it. */
export class NewerState extends Error {
  constructor() {
    super('The state was written by a newer version');
    this.name = 'NewerState';
  }
}

/**
 * What was remembered, or a new state where there is none. A damaged one is a problem, and the watch begins anew.
 * @throws {NewerState}
 */
export async function readState(
  store: Store,
  today: string,
): Promise<KeptState & { problems: readonly Problem[] }> {
  const kept = await store.get(KEY);
  if (kept === null) return { state: newState(today), tag: null, problems: [] };
  try {
    const state = parseState(new TextDecoder().decode(kept.bytes));
    return { state, tag: kept.tag, problems: [] };
  } catch (error) {
    if (error instanceof NewerState) throw error;
    const reason = error instanceof z.ZodError ? error.issues[0]?.path.join('.') : String(error);
    const problem = text('watch.stateDamaged', { error: reason ?? '' });
    return {
      state: newState(today),
      tag: kept.tag,
      problems: [{ source: store.locate(KEY), text: problem }],
    };
  }
}

/** Keeps the state and gives its tag. Rejects with a StoreConflict when another run has written since it was read. */
export async function writeState(store: Store, { state, tag }: KeptState): Promise<string> {
  const told = state.told.slice(-MOST_TOLD);
  const written = JSON.stringify({ format: FORMAT, ...state, told });
  return store.put(KEY, new TextEncoder().encode(written), { ifMatch: tag });
}

function parseState(written: string): WatchState {
  const json: unknown = JSON.parse(written);
  const { format } = z.object({ format: z.int() }).parse(json);
  if (format > FORMAT) throw new NewerState();
  return stateSchema.parse(json);
}

const day = z.iso.date();
const product = z.string().refine(isProduct);
const strings = z.array(z.string()).catch([]);

const release: z.ZodType<SeenRelease> = z.object({
  product,
  version: z.string(),
  date: z.string(),
  lts: z.boolean(),
  url: z.string(),
  items: z.array(z.object({ digest: z.string(), text: z.string().nullable() })),
});
const withdrawal: z.ZodType<Withdrawal> = z.object({
  product,
  version: z.string(),
  reason: z.enum(WITHDRAWALS),
});
const support: z.ZodType<SupportPeriod> = z.object({
  product,
  scope: z.string(),
  releasedOn: z.string().nullable(),
  standardEnds: z.string().nullable(),
  extendedStarts: z.string().nullable(),
  extendedYear3Starts: z.string().nullable(),
  extendedEnds: z.string().nullable(),
  lts: z.boolean(),
  extendedOffered: z.boolean(),
  url: z.string(),
  maintenanceEnds: z.exactOptional(z.string()),
});
const severity = z.enum([...SEVERITIES, 'info']);
/** Alerts of earlier versions had none. */
const urgency = z.enum(URGENCIES).catch('ordinary');
const alert: z.ZodType<Alert> = z.object({
  id: z.string(),
  kind: z.enum(ALERT_KINDS),
  severity,
  product,
  release: z.string().nullable(),
  versions: strings,
  assetIds: strings,
  advice: z.exactOptional(versionAdvice),
  bugs: loose(z.object({ id: z.string(), title: z.string(), titleIn: titleInSchema, severity, urgency })),
  changes: loose(z.object({ before: z.string().nullable(), after: z.string().nullable() })),
  message: textSchema,
  url: z.string(),
  foundOn: day,
});
const batch: z.ZodType<Batch> = z.object({
  id: z.string(),
  foundOn: day,
  alerts: loose(alert),
  since: day,
  unread: loose(product).catch([]),
  unreadPages: strings,
  to: strings,
});
const stateSchema: z.ZodType<WatchState> = z.object({
  builtBy: z.string(),
  lastLooked: z.iso.datetime().nullable(),
  day,
  seen: z.object({
    products: loose(product),
    releases: loose(release),
    support: loose(support),
    withdrawn: loose(withdrawal),
    pages: z.record(z.string(), z.string()),
    unread: strings,
    fixes: z.array(z.string()).nullable().catch(null),
  }),
  failing: z.record(product, day).catch({}),
  told: strings,
  outbox: loose(batch),
  lastMessage: day,
});
