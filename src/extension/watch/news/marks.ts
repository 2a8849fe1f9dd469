import type { Store } from '../../../catalogue/index.ts';
import { hasUrgent, compareSeverity, compareText, type ProductId } from '../../../model/index.ts';
import type { News, NewsItem } from './news.ts';
import { createSharedFile, type SharedFile } from '../shared-file.ts';
import type { NewsCount } from '../status.ts';

/** The user's marks on alerts. */
export interface Marks {
  /** Ids of alerts. */
  read: readonly string[];
  /** Ids of alerts, each with the date on which it returns, YYYY-MM-DD. */
  snoozed: Readonly<Record<string, string>>;
  /** Products whose alerts are hidden. */
  muted: readonly ProductId[];
}

const MARKS_FILE = 'watch/marks.json';
export const NO_MARKS: Marks = { read: [], snoozed: {}, muted: [] };

const loadSchema = async () => (await import('../stored.ts')).marks;

/** File with the marks, which every window writes. */
export function marksFile(store: Store): SharedFile<Marks> {
  return createSharedFile(store, MARKS_FILE, loadSchema, NO_MARKS);
}

/** Alerts by mark. Each list is sorted by severity, then newest first. */
export interface SortedNews {
  fresh: readonly NewsItem[];
  read: readonly NewsItem[];
  snoozed: readonly { item: NewsItem; until: string }[];
  muted: readonly NewsItem[];
}

/** Number of new alerts. */
export function countOf({ fresh }: SortedNews): NewsCount {
  return { count: fresh.length, urgent: fresh.filter(({ bugs }) => hasUrgent(bugs)).length };
}

/** @param today YYYY-MM-DD */
export function sortNews({ items }: News, { read, snoozed, muted }: Marks, today: string): SortedNews {
  const sorted = [...items].sort(compareItems);
  const isMuted = ({ product }: NewsItem): boolean => muted.includes(product);
  const untilOf = ({ id }: NewsItem): string | null => {
    const until = snoozed[id];
    return until !== undefined && until > today ? until : null;
  };
  const shown = sorted.filter((item) => !isMuted(item));
  const due = shown.filter((item) => untilOf(item) === null);
  return {
    fresh: due.filter(({ id }) => !read.includes(id)),
    read: due.filter(({ id }) => read.includes(id)),
    snoozed: shown.flatMap((item) => {
      const until = untilOf(item);
      return until === null ? [] : [{ item, until }];
    }),
    muted: sorted.filter(isMuted),
  };
}

function compareItems(a: NewsItem, b: NewsItem): number {
  return compareSeverity(a.severity, b.severity) || compareText(b.foundOn, a.foundOn);
}

export function markRead(before: Marks, ids: readonly string[]): Marks {
  return { ...before, read: [...new Set([...before.read, ...ids])], snoozed: without(before.snoozed, ids) };
}

export function markUnread(before: Marks, ids: readonly string[]): Marks {
  return {
    ...before,
    read: before.read.filter((id) => !ids.includes(id)),
    snoozed: without(before.snoozed, ids),
  };
}

/** Snoozes an alert. It returns as new, even if it was read. */
export function snooze(before: Marks, id: string, until: string): Marks {
  const unsnoozed = markUnread(before, [id]);
  return { ...unsnoozed, snoozed: { ...unsnoozed.snoozed, [id]: until } };
}

export function mute(before: Marks, product: ProductId): Marks {
  return { ...before, muted: [...new Set([...before.muted, product])] };
}

export function unmute(before: Marks, product: ProductId): Marks {
  return { ...before, muted: before.muted.filter((other) => other !== product) };
}

function without(snoozed: Marks['snoozed'], ids: readonly string[]): Marks['snoozed'] {
  return Object.fromEntries(Object.entries(snoozed).filter(([id]) => !ids.includes(id)));
}
