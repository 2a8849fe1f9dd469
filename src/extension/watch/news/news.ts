import type { Store } from '../../../catalogue/index.ts';
import { text, type MessageKey } from '../../../l10n/index.ts';
import {
  worthTelling,
  type Location,
  type Problem,
  type Text,
  type ProductId,
} from '../../../model/index.ts';
import { productName } from '../../../products/index.ts';
import type { Alert, AlertKind } from '../../../watch/index.ts';
import { createSharedFile, type SharedFile } from '../shared-file.ts';

/** Something of yours that an alert is about, as it stood when the alert was found. */
export interface NewsResource {
  /** `main.tf:4`, or the account and Region. */
  where: string;
  name: string;
  /** The file is an absolute path with forward slashes. */
  location: Location;
  /** The day of the account scan that found it, YYYY-MM-DD in UTC; not of what is in files. */
  scannedOn?: string;
}

/** An alert as the editor keeps it: what is shown of it, and what of yours it is about. */
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
  /** The day of the look that found it, YYYY-MM-DD. */
  foundOn: string;
  resources: readonly NewsResource[];
}

export type LookOutcome = 'read' | 'unread' | 'failed';

/** How the last look went, for every window. */
export interface LastLook {
  /** ISO 8601 in UTC. */
  at: string;
  /**
   * - `read`: the notes were read and compared, perhaps not of all that you run: see `unreadable`.
   * - `unread`: nothing of what you run could be read.
   * - `failed`: it ended by an error, or another version of Errata Lens holds what was seen.
   */
  outcome: LookOutcome;
  /** When a look could last read, ISO 8601 in UTC; null: none could yet. */
  lastRead: string | null;
  /** The day of the catalogue that came of it; null when the look could not read or failed. */
  asOf: string | null;
  /** What you run and could not be read about. */
  unreadable: readonly ProductId[];
  /** Pages of what you run that could not be read, or not whole: what they tell is not known. */
  unreadPages: readonly string[];
  /** The first of them. */
  problems: readonly Problem[];
  problemCount: number;
}

export interface News {
  /** Oldest first. */
  items: readonly NewsItem[];
  lastLook: LastLook | null;
}

/** What a kind of alert asks for; every kind has a sentence. */
export const NEXT_STEPS = {
  withdrawn: 'news.next.withdrawn',
  'new-release': 'news.next.newRelease',
  'new-bug': 'news.next.newBug',
  'support-date': 'news.next.supportDate',
  'source-unreadable': 'news.next.unreadable',
  'changed-notes': 'news.next.changedNotes',
} as const satisfies Record<AlertKind, MessageKey>;

/** What an alert is called where there is no room for its sentence. */
const LABELS = {
  withdrawn: 'news.label.withdrawn',
  'new-release': 'news.label.newRelease',
  'new-bug': 'news.label.newBug',
  'support-date': 'news.label.supportDate',
  'source-unreadable': 'news.label.unreadable',
  'changed-notes': 'news.label.changedNotes',
} as const satisfies Record<AlertKind, MessageKey>;

const NEWS_FILE = 'watch/news.json';
/** More is forgotten, the oldest first. */
const MOST_ITEMS_KEPT = 300;
const MOST_PROBLEMS_KEPT = 20;

const loadSchema = async () => (await import('../schemas/news.ts')).news;

/** What the looks of all windows found. Only who looks writes it. */
export function newsFile(store: Store): SharedFile<News> {
  return createSharedFile(store, NEWS_FILE, loadSchema, { items: [], lastLook: null });
}

/** The news with some items more; one that is there already stays as it was. */
export function withItems(before: News, items: readonly NewsItem[]): News {
  const known = new Set(before.items.map(({ id }) => id));
  const added = items.filter(({ id }) => !known.has(id));
  return { ...before, items: [...before.items, ...added].slice(-MOST_ITEMS_KEPT) };
}

/** The name of an alert, e.g. `Aurora MySQL 3.10.5 fixes bugs that you have`. */
export function labelOf({ kind, product, release }: NewsItem): Text {
  const about = release === null ? productName(product) : `${productName(product)} ${release}`;
  return text(LABELS[kind], { about });
}

/** Where a resource is, and of which day that is known. */
export function placeOf({ where, scannedOn }: NewsResource): Text {
  return text(scannedOn === undefined ? 'news.place.now' : 'news.place', {
    where,
    scannedOn: scannedOn ?? null,
  });
}

/** What a look says of itself: when it was, and when notes were last read, follows. */
export type LookReport = Omit<LastLook, 'at' | 'lastRead' | 'problemCount'>;

/** The news after a look that ended at that time (ISO 8601). */
export function withLook(before: News, look: LookReport, at: string): News {
  const { outcome, problems } = look;
  const lastRead = outcome === 'read' ? at : (before.lastLook?.lastRead ?? null);
  const shown = problems.slice(0, MOST_PROBLEMS_KEPT);
  return {
    ...before,
    lastLook: { ...look, at, lastRead, problems: shown, problemCount: worthTelling(problems).length },
  };
}
