import { text, unreadPagesText } from '../../l10n/index.ts';
import { problemsToReport, type Text } from '../../model/index.ts';
import { productName } from '../../products/index.ts';
import { ageText } from '../age-text.ts';
import type { LastLook } from './news/news.ts';

export interface StatusInput {
  lastLook: LastLook | null;
  /** Number of new alerts. */
  fresh: number;
  isLooking: boolean;
  /** Reason why the settings prevent looks; null if they allow them. */
  problem: Text | null;
  nowMs: number;
}

/** State of the watch for the status bar. */
export interface Status {
  label: Text;
  details: readonly Text[];
  hasProblem: boolean;
}

export function statusOf({ lastLook, fresh, isLooking, problem, nowMs }: StatusInput): Status {
  const details = [problem, ...detailsOf(lastLook)].filter((detail) => detail !== null);
  const hasProblem = problem !== null || isIncomplete(lastLook);
  if (isLooking) return { label: text('news.status.looking'), details, hasProblem: false };
  if (lastLook === null) return { label: text('news.status.never'), details, hasProblem };
  if (lastLook.outcome === 'unread') return { label: text('news.status.unread'), details, hasProblem };
  const ago = ageText(lastLook.at, nowMs);
  return { label: text('news.status.looked', { ago, fresh }), details, hasProblem };
}

/** Content of the status bar item. */
export interface StatusItem extends Omit<Status, 'label'> {
  /** Parts of the label. */
  label: readonly Text[];
  /** View that a click opens. */
  view: 'tree' | 'news';
}

/**
 * Status bar item: urgent versions come before the state of the watch; null if there is neither.
 * @param urgent number of versions with urgent bugs
 * @param fresh number of new alerts
 * @param status of the watch; null while it is off
 */
export function statusItem(urgent: number, fresh: number, status: Status | null): StatusItem | null {
  if (urgent === 0) return status && { ...status, label: [status.label], view: 'news' };
  const news = status === null || fresh === 0 ? [] : [text('tree.fresh', { count: fresh })];
  return {
    label: [text('tree.urgent', { count: urgent }), ...news],
    details: status === null ? [] : [status.label, ...status.details],
    hasProblem: status?.hasProblem ?? false,
    view: 'tree',
  };
}

/** Summary of the alerts. States "nothing new" only if all notes were read. */
export function newsSummary(lastLook: LastLook | null, { count, urgent }: NewsCount): Text {
  if (count > 0) return text('news.count', { count, urgent });
  if (lastLook === null) return text('news.never');
  switch (lastLook.outcome) {
    case 'read':
      return text(isPartlyRead(lastLook) ? 'news.nonePartly' : 'news.none');
    case 'unread':
      return text('news.unread', { lastRead: lastReadText(lastLook.lastRead) });
    case 'failed':
      return text('news.failed', { lastRead: lastReadText(lastLook.lastRead) });
  }
}

export interface NewsCount {
  /** Number of new alerts. */
  count: number;
  /** Number of those with an urgent bug. */
  urgent: number;
}

/** True if notes about versions in use are missing: news may exist although there is no alert. */
export function isPartlyRead({
  unreadable,
  unreadPages,
}: Pick<LastLook, 'unreadable' | 'unreadPages'>): boolean {
  return unreadable.length > 0 || unreadPages.length > 0;
}

/** True if alerts may be missing: the label changes colour. An unread page alone is mentioned, but changes no colour. */
function isIncomplete(lastLook: LastLook | null): boolean {
  return lastLook !== null && (lastLook.outcome !== 'read' || lastLook.unreadable.length > 0);
}

function detailsOf(lastLook: LastLook | null): Text[] {
  if (lastLook === null) return [];
  const { outcome, asOf, lastRead, unreadable, unreadPages, problems, problemCount } = lastLook;
  const [first] = problemsToReport(problems);
  const reason = first === undefined ? [] : [text('news.status.failed', { first: first.text })];
  if (outcome === 'failed') return reason;
  if (outcome === 'unread') return [text('news.unread', { lastRead: lastReadText(lastRead) }), ...reason];
  const details = asOf === null ? [] : [text('news.status.asOf', { asOf })];
  if (unreadable.length > 0) {
    const products = unreadable.map((product) => productName(product));
    details.push(text('news.status.unreadable', { products }));
  }
  if (unreadPages.length > 0) details.push(unreadPagesText(unreadPages));
  if (problemCount > 0) details.push(text('news.status.problems', { count: problemCount }));
  return details;
}

/** @param time ISO 8601; null if the notes were never read */
function lastReadText(time: string | null): Text {
  return time === null ? text('news.lastRead.never') : text('news.lastRead', { day: time.slice(0, 10) });
}
