import { text } from '../../l10n/index.ts';
import { PRODUCT_NAMES, type Text } from '../../model/index.ts';
import { ageOf } from '../age.ts';
import type { LastLook } from './news.ts';

export interface StatusInput {
  lastLook: LastLook | null;
  /** Alerts that are new. */
  fresh: number;
  isLooking: boolean;
  /** Why nothing can be looked at as it is set. */
  problem: Text | null;
  nowMs: number;
}

/** What the status bar says of the watch. */
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
  const ago = ageOf(lastLook.at, nowMs);
  return { label: text('news.status.looked', { ago, fresh }), details, hasProblem };
}

/** A page that could not be read is worth a line; news that are missed are worth a colour. */
function isIncomplete(lastLook: LastLook | null): boolean {
  return lastLook !== null && (lastLook.asOf === null || lastLook.unreadable.length > 0);
}

function detailsOf(lastLook: LastLook | null): Text[] {
  if (lastLook === null) return [];
  const { asOf, unreadable, problems, problemCount } = lastLook;
  const age = asOf === null ? [] : [text('news.status.asOf', { asOf })];
  if (unreadable.length > 0) {
    const products = unreadable.map((product) => PRODUCT_NAMES[product]);
    age.push(text('news.status.unreadable', { products }));
  }
  const [first] = problems;
  if (first === undefined) return age;
  if (asOf === null) return [text('news.status.failed', { first: first.text })];
  return [...age, text('news.status.problems', { count: problemCount })];
}
