import { text } from '../l10n/index.ts';
import type { Release, Text } from '../model/index.ts';

/** Day of a release; if its notes do not state it, the latest or the earliest possible one. */
export function releaseDay({ date, dayBound }: Pick<Release, 'date' | 'dayBound'>): Text {
  return text(dayBound === undefined ? 'release.day' : `release.day.${dayBound}`, { date });
}
