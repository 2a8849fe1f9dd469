import type { RawRelease } from '../../source.ts';
import { VERSIONS } from '../versions.ts';

/** A release whose page may lack the day. */
export type Undated = Omit<RawRelease, 'date'> & { date: string | null };

/** Last day of releases of 9.6, when its support ended. */
const LAST_DAY: Readonly<Record<string, string>> = { '9.6': '2022-02-28' };

/** Day of the first release. */
const FIRST_DAY = '2017-10-24';

/**
 * Adds days to the hundred or so old releases without one. They preceded the next dated release of their minor version,
 * or the first day of the next minor version: that day is used and marked as an upper bound.
 */
export function withDays(releases: readonly Undated[]): RawRelease[] {
  return releases.map((release) => {
    if (release.date !== null) return { ...release, date: release.date };
    return { ...release, date: latestDayOf(release, releases), dayBound: 'latest' };
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
