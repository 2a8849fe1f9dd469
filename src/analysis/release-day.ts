import { text } from '../l10n/index.ts';
import type { Release, Text } from '../model/index.ts';

/** Day of a release; if its notes do not state it, the day by which it was out. */
export function releaseDay({ date, isDayBound }: Pick<Release, 'date' | 'isDayBound'>): Text {
  return text(isDayBound === true ? 'release.day.atMost' : 'release.day', { date });
}
