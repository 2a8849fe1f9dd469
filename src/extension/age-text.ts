import { text } from '../l10n/index.ts';
import type { Text } from '../model/index.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Time since an event, in words.
 * @param at ISO 8601
 * @param now in milliseconds
 */
export function ageText(at: string, now: number): Text {
  const age = Math.max(0, now - Date.parse(at));
  if (age < MINUTE) return text('age.now');
  if (age < HOUR) return text('age.minutes', { count: Math.floor(age / MINUTE) });
  if (age < 2 * DAY) return text('age.hours', { count: Math.floor(age / HOUR) });
  return text('age.days', { count: Math.floor(age / DAY) });
}
