import {
  auroraBranch,
  auroraLine,
  compareVersions,
  type Catalogue,
  type SupportPeriod,
} from '../model/index.ts';

/** What the vendor's calendar says of a version on a day. */
export interface SupportStatus {
  /** The minor version, or the line where the minor is not in the calendar. */
  scope: string;
  phase: 'standard' | 'extended' | 'ended' | 'unlisted';
  lts: boolean;
  standardEnds: string | null;
  extended: { starts: string; year3Starts: string | null; ends: string | null } | null;
  /** Days until standard support ends; negative when it has ended; null when no date is given. */
  daysLeft: number | null;
  url: string;
}

/**
 * Support of an Aurora MySQL version on a day. A minor version that has left the calendar is `unlisted`: its support has
 * ended, but the calendar no longer says when. Null when the calendar knows neither the minor version nor its line.
 * @param day YYYY-MM-DD
 */
export function supportOf(catalogue: Catalogue, version: string, day: string): SupportStatus | null {
  const periods = catalogue.support.filter(({ product }) => product === 'aurora-mysql');
  const line = periods.find(({ scope }) => scope === auroraLine(version));
  const minor = periods.find(({ scope }) => scope === minorScope(version, periods));
  if (!line && !minor) return null;
  const standardEnds = minor?.standardEnds ?? (minor ? (line?.standardEnds ?? null) : null);
  const extended =
    minor?.extendedOffered && line?.extendedStarts ? extendedOf(line, line.extendedStarts) : null;
  const daysLeft = standardEnds === null ? null : daysBetween(day, standardEnds);
  return {
    scope: minor?.scope ?? auroraBranch(version),
    phase: phaseOf(minor !== undefined, daysLeft, extended, day),
    lts: minor?.lts ?? false,
    standardEnds,
    extended,
    daysLeft,
    url: (minor ?? line)?.url ?? '',
  };
}

/** 8.4 numbers its minor versions in the third place (8.4.7), the other lines in the second (3.10). */
function minorScope(version: string, periods: readonly SupportPeriod[]): string {
  const three = version.split('.').slice(0, 3).join('.');
  return periods.some(({ scope }) => scope === three) ? three : auroraBranch(version);
}

function extendedOf(line: SupportPeriod, starts: string): SupportStatus['extended'] {
  return { starts, year3Starts: line.extendedYear3Starts, ends: line.extendedEnds };
}

function phaseOf(
  listed: boolean,
  daysLeft: number | null,
  extended: SupportStatus['extended'],
  day: string,
): SupportStatus['phase'] {
  if (!listed) return 'unlisted';
  if (daysLeft === null || daysLeft >= 0) return 'standard';
  const isPaid = extended !== null && (extended.ends === null || day <= extended.ends);
  return isPaid ? 'extended' : 'ended';
}

/** Whole days from one day to another, negative when the second is earlier. Both YYYY-MM-DD. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** Lines whose minor versions are long-term support releases in standard support on a day, newest first. */
export function supportedLtsBranches(catalogue: Catalogue, day: string): string[] {
  return catalogue.support
    .filter(
      ({ product, lts, standardEnds }) =>
        product === 'aurora-mysql' && lts && standardEnds !== null && standardEnds >= day,
    )
    .map(({ scope }) => scope)
    .sort((a, b) => compareVersions(b, a));
}
