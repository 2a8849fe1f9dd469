import type { SupportPeriod } from '../../../model/index.ts';
import {
  datesOfLine,
  periodOfMinor,
  readCalendar,
  readTables,
  type SupportCalendar,
} from '../../aurora/calendar.ts';
import { findDayOrMonth } from '../../pages/dates.ts';
import type { Page, ReadPage } from '../../source.ts';
import { VERSIONS } from '../versions.ts';
import { CALENDAR } from './urls.ts';

/** Columns by their headings. */
const MAJOR_COLUMNS = {
  version: /^postgresql major version/i,
  released: /^aurora release date/i,
  standardEnds: /end of standard support/i,
  year1: /year 1 pricing/i,
  year3: /year 3 pricing/i,
  extendedEnds: /end of rds extended support|end of extended support/i,
};
const MINOR_COLUMNS = {
  version: /^postgresql (?:limitless )?minor engine version/i,
  released: /^aurora release date/i,
  standardEnds: /end of standard support/i,
};

/** Support periods of major and minor versions, and of Limitless Database. */
export function readSupport(read: ReadPage): Promise<SupportCalendar> {
  return readCalendar(read, CALENDAR, parseCalendar);
}

/**
 * Support periods from the tables of the release calendar. A row that cannot be understood is a problem; the others are
 * kept.
 */
export function parseCalendar(page: Page): SupportCalendar {
  const { lines, periods, problems } = readTables(page, {
    majors: MAJOR_COLUMNS,
    minors: MINOR_COLUMNS,
    lineOf,
    minorOf,
  });
  return { periods: [...lines, ...periods], problems };
}

function lineOf(cells: Record<keyof typeof MAJOR_COLUMNS, string>): SupportPeriod | null {
  const scope = /\b(\d+(?:\.\d+)?)\b/.exec(cells.version)?.[1];
  if (scope === undefined) return null;
  const releasedOn = findDayOrMonth(cells.released);
  return { product: 'aurora-postgresql', scope, releasedOn, ...datesOfLine(cells), url: CALENDAR };
}

/**
 * Period of `17.7 (LTS)`, `13.9 (LTS)*`, `12.9* (LTS)`, `16.11-limitless`: an asterisk marks eligibility for Extended
 * Support.
 */
function minorOf(
  cells: Record<keyof typeof MINOR_COLUMNS, string>,
  lines: readonly SupportPeriod[],
): readonly SupportPeriod[] | null {
  // A bare major version introduces the rows of its minor ones.
  if (VERSIONS.read(cells.version).form === 'partial') return [];
  const written = /^\W*(\d+(?:\.\d+)+(?:-limitless)?)/.exec(cells.version)?.[1];
  const understood = VERSIONS.read(written ?? '');
  if (understood.form !== 'release') return null;
  const { version } = understood;
  const line = lines.find(({ scope }) => scope === VERSIONS.line(version));
  const extended = cells.version.includes('*') ? (line ?? 'unknown') : null;
  return [periodOfMinor({ product: 'aurora-postgresql', scope: version, url: CALENDAR }, cells, extended)];
}
