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

/** An asset that an alert affects, at the time of the alert. */
export interface NewsResource {
  /** `main.tf:4`, or account and Region. */
  where: string;
  name: string;
  /** File paths are absolute, with forward slashes. */
  location: Location;
  /** Date of the account scan with this asset, YYYY-MM-DD in UTC; undefined for assets in files. */
  scannedOn?: string;
}

/** An alert as it is stored: its message and the affected assets. */
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
  /** Date of the look, YYYY-MM-DD. */
  foundOn: string;
  resources: readonly NewsResource[];
}

export type LookOutcome = 'read' | 'unread' | 'failed';

/** Result of the last look in any window. */
export interface LastLook {
  /** ISO 8601 in UTC. */
  at: string;
  /**
   * - `read`: the notes were read and compared, except those in `unreadable`.
   * - `unread`: no notes about products in use could be read.
   * - `failed`: an error ended the look, or a newer version wrote the stored state.
   */
  outcome: LookOutcome;
  /** Time of the last successful look, ISO 8601 in UTC; null if there was none. */
  lastRead: string | null;
  /** Date of the resulting catalogue; null if the look was not successful. */
  asOf: string | null;
  /** Products in use whose notes could not be read. */
  unreadable: readonly ProductId[];
  /** Pages about products in use that were only read in part, so that alerts may be missing. */
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

/** Next step for each kind of alert. */
export const NEXT_STEPS = {
  withdrawn: 'news.next.withdrawn',
  'new-release': 'news.next.newRelease',
  'new-bug': 'news.next.newBug',
  'support-date': 'news.next.supportDate',
  'source-unreadable': 'news.next.unreadable',
  'changed-notes': 'news.next.changedNotes',
} as const satisfies Record<AlertKind, MessageKey>;

/** Short labels of the kinds of alerts. */
const LABELS = {
  withdrawn: 'news.label.withdrawn',
  'new-release': 'news.label.newRelease',
  'new-bug': 'news.label.newBug',
  'support-date': 'news.label.supportDate',
  'source-unreadable': 'news.label.unreadable',
  'changed-notes': 'news.label.changedNotes',
} as const satisfies Record<AlertKind, MessageKey>;

const NEWS_FILE = 'watch/news.json';
/** Above this number, the oldest alerts are dropped. */
const MAX_ITEMS_KEPT = 300;
const MAX_PROBLEMS_KEPT = 20;

const loadSchema = async () => (await import('../stored.ts')).news;

/** File with the alerts. All windows read it; only the window that looks writes it. */
export function newsFile(store: Store): SharedFile<News> {
  return createSharedFile(store, NEWS_FILE, loadSchema, { items: [], lastLook: null });
}

/** Adds alerts; those that exist stay unchanged. */
export function addItems(before: News, items: readonly NewsItem[]): News {
  const known = new Set(before.items.map(({ id }) => id));
  const added = items.filter(({ id }) => !known.has(id));
  return { ...before, items: [...before.items, ...added].slice(-MAX_ITEMS_KEPT) };
}

/** Label of an alert: `Aurora MySQL 3.10.5 fixes bugs that you have`. */
export function labelOf({ kind, product, release }: NewsItem): Text {
  const about = release === null ? productName(product) : `${productName(product)} ${release}`;
  return text(LABELS[kind], { about });
}

/** Location of an asset, with the date of the account scan. */
export function placeOf({ where, scannedOn }: NewsResource): Text {
  return text(scannedOn === undefined ? 'news.place.now' : 'news.place', {
    where,
    scannedOn: scannedOn ?? null,
  });
}

/** Result of a look; {@link recordLook} derives the other fields. */
export type LookReport = Omit<LastLook, 'at' | 'lastRead' | 'problemCount'>;

/**
 * Records the result of a look.
 * @param at end of the look, ISO 8601
 */
export function recordLook(before: News, look: LookReport, at: string): News {
  const { outcome, problems } = look;
  const lastRead = outcome === 'read' ? at : (before.lastLook?.lastRead ?? null);
  const shown = problems.slice(0, MAX_PROBLEMS_KEPT);
  return {
    ...before,
    lastLook: { ...look, at, lastRead, problems: shown, problemCount: problemsToReport(problems).length },
  };
}
