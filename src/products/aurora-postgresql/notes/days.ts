import type { RawRelease } from '../../source.ts';
import { VERSIONS } from '../versions.ts';

/** A release of which the page may not tell the day. */
export type Undated = Omit<RawRelease, 'date'> & { date: string | null };

/** Support of 9.6 ended, and so did its releases. */
const LAST_DAY: Readonly<Record<string, string>> = { '9.6': '2022-02-28' };

/** Of the first release of all. */
const FIRST_DAY = '2017-10-24';

/**
 * Of some hundred old releases nobody tells the day. They came out before the next one of their minor version that has
 * a day, or before the first day of the minor versions after it: that is the day that is kept, and marked as a bound.
 */
export function withDays(releases: readonly Undated[]): RawRelease[] {
  return releases.map((release) => {
    if (release.date !== null) return { ...release, date: release.date };
    return { ...release, date: latestDayOf(release, releases), isDayBound: true };
  });
}

function latestDayOf({ version, branch, line }: Undated, all: readonly Undated[]): string {
  const later = all.filter(
    (other) => other.date !== null && other.line === line && VERSIONS.compare(other.version, version) > 0,
  );
  const own = later.filter((other) => other.branch === branch).flatMap(({ date }) => date ?? []);
  const others = later.flatMap(({ date }) => date ?? []);
  const [bound] = (own.length > 0 ? own : others).sort();
  return (
    bound ??
    LAST_DAY[line] ??
    all.reduce((last, { date }) => (date !== null && date > last ? date : last), FIRST_DAY)
  );
}
