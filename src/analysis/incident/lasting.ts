import type { SettingValue, Text } from '../../model/index.ts';
import { fieldOf, listOf, textOf } from '../checks/reading/readings.ts';

/**
 * How long something is there: only while it happens; as long as an instance lives or the engine runs; some days (or
 * about so many, where AWS promises none); for good. `not-written`: there is none. In this order it is lost.
 */
export const LASTING = [
  'moment',
  'instance',
  'engine',
  'days',
  'about-days',
  'unknown',
  'kept',
  'not-written',
] as const;
export type Lasting = (typeof LASTING)[number];

/** Something that tells what happened, and until when it is there. */
export interface Evidence {
  kept: Text;
  /** They save it before it is gone; none where nothing has to be done. */
  commands: readonly string[];
  lasts: Lasting;
  /** ISO 8601: when what happens now is gone; null unless it lasts some days. */
  expires: string | null;
  /** From an account: when the oldest entry that is still there was written, and when it goes. */
  oldest: { at: string; expires: string } | null;
}

/** Days for which AWS keeps things; Auto Scaling's own number is not on its pages. */
export const KEPT_DAYS = { activities: 42, events: 14, metrics: 15, trail: 90 };

const DAY = 86_400_000;

/** Something that is there until an event, or for good. */
export function lasting(lasts: Lasting, kept: Text, commands: readonly string[] = []): Evidence {
  return { kept, commands, lasts, expires: null, oldest: null };
}

/** Something that is there for some days. @param clock what happens at this time is written then */
export function lastingDays(
  kept: Text,
  days: number,
  clock: number,
  commands: readonly string[] = [],
  oldest: Evidence['oldest'] = null,
): Evidence {
  return { kept, commands, lasts: 'days', expires: new Date(clock + days * DAY).toISOString(), oldest };
}

/** The oldest entry of a list that an account told, and when it goes. */
export function oldestOf(list: SettingValue | undefined, field: string, days: number): Evidence['oldest'] {
  const times = listOf(list)
    .map((entry) => Date.parse(textOf(fieldOf(entry, field)) ?? ''))
    .filter((time) => !Number.isNaN(time));
  if (times.length === 0) return null;
  const at = Math.min(...times);
  return { at: new Date(at).toISOString(), expires: new Date(at + days * DAY).toISOString() };
}
