import type { Store } from '../../../catalogue/index.ts';
import { text, type MessageKey } from '../../../l10n/index.ts';
import {
  problemsToReport,
  type Location,
  type Problem,
  type Text,
  type ProductId,
} from '../../../model/index.ts';
import { productName } from '../../../products/index.ts';
import type { Alert, AlertKind } from '../../../watch/index.ts';
import { createSharedFile, type SharedFile } from '../shared-file.ts';

/** An asset that an alert concerns, as it was when the alert was found. */
export interface NewsResource {
  /** `main.tf:4`, or the account and Region. */
  where: string;
  name: string;
  /** The file's path is absolute, with forward slashes. */
  location: Location;
  /** Date of the account scan that found it, YYYY-MM-DD in UTC; absent for assets in files. */
  scannedOn?: string;
}

/** An alert as the editor keeps it: its words and the assets that it concerns. */
export interface NewsItem extends Pick<
  Alert,
  | 'id'
  | 'kind'
  | 'severity'
  | 'product'
  | 'release'
  | 'versions'
  | 'advice'
  | 'bugs'
  | 'changes'
  | 'message'
  | 'url'
> {
  /** Date of the look that found it, YYYY-MM-DD. */
  foundOn: string;
  resources: readonly NewsResource[];
}

export type LookOutcome = 'read' | 'unread' | 'failed';

/** Result of the last look, for every window. */
export interface LastLook {
  /** ISO 8601 in UTC. */
  at: string;
  /**
   *
   * - `read`: the notes were read and compared, perhaps not for all that you run: see `unreadable`.
   * - `unread`: no notes of what you run could be read.
   * - `failed`: an error ended it, or a newer Errata Lens wrote the state.
   */
  outcome: LookOutcome;
  /** Time of the last look that could read, ISO 8601 in UTC; null: none yet. */
  lastRead: string | null;
  /** Date of the resulting catalogue; null if the look could not read or failed. */
  asOf: string | null;
  /** Products in use whose notes could not be read. */
  unreadable: readonly ProductId[];
  /** Pages about products in use that could not be read completely: their news are unknown. */
  unreadPages: readonly string[];
  /** The first problems; `problemCount` counts all. */
  problems: readonly Problem[];
  problemCount: number;
}

export interface News {
  /** Oldest first. */
  items: readonly NewsItem[];
  lastLook: LastLook | null;
}

/** Sentence with the next step for each kind of alert. */
export const NEXT_STEPS = {
  withdrawn: 'news.next.withdrawn',
  'new-release': 'news.next.newRelease',
  'new-bug': 'news.next.newBug',
  'support-date': 'news.next.supportDate',
  'source-unreadable': 'news.next.unreadable',
  'changed-notes': 'news.next.changedNotes',
} as const satisfies Record<AlertKind, MessageKey>;

/** Short names of the kinds of alerts. */
const LABELS = {
  withdrawn: 'news.label.withdrawn',
  'new-release': 'news.label.newRelease',
  'new-bug': 'news.label.newBug',
  'support-date': 'news.label.supportDate',
  'source-unreadable': 'news.label.unreadable',
  'changed-notes': 'news.label.changedNotes',
} as const satisfies Record<AlertKind, MessageKey>;

const NEWS_FILE = 'watch/news.json';
/** Older items are dropped, the oldest first. */
const MAX_ITEMS_KEPT = 300;
const MAX_PROBLEMS_KEPT = 20;

const loadSchema = async () => (await import('../schemas/news.ts')).news;

/** File of alerts from the looks of all windows. Only the window that looks writes it. */
export function newsFile(store: Store): SharedFile<News> {
  return createSharedFile(store, NEWS_FILE, loadSchema, { items: [], lastLook: null });
}

/** Adds items to the news; items that are already there stay unchanged. */
export function withItems(before: News, items: readonly NewsItem[]): News {
  const known = new Set(before.items.map(({ id }) => id));
  const added = items.filter(({ id }) => !known.has(id));
  return { ...before, items: [...before.items, ...added].slice(-MAX_ITEMS_KEPT) };
}

/** Label of an alert, such as `Aurora MySQL 3.10.5 fixes bugs that you have`. */
export function labelOf({ kind, product, release }: NewsItem): Text {
  const about = release === null ? productName(product) : `${productName(product)} ${release}`;
  return text(LABELS[kind], { about });
}

/** Place of an asset, with the date of the scan that found it. */
export function placeOf({ where, scannedOn }: NewsResource): Text {
  return text(scannedOn === undefined ? 'news.place.now' : 'news.place', {
    where,
    scannedOn: scannedOn ?? null,
  });
}

/** Result of a look without the fields that {@link withLook} derives. */
export type LookReport = Omit<LastLook, 'at' | 'lastRead' | 'problemCount'>;

/** Records the result of a look that ended at that time (ISO 8601). */
export function withLook(before: News, look: LookReport, at: string): News {
  const { outcome, problems } = look;
  const lastRead = outcome === 'read' ? at : (before.lastLook?.lastRead ?? null);
  const shown = problems.slice(0, MAX_PROBLEMS_KEPT);
  return {
    ...before,
    lastLook: { ...look, at, lastRead, problems: shown, problemCount: problemsToReport(problems).length },
  };
}
