import { parseVersion, type SupportPeriod } from '../../../model/index.ts';
import { lineOfParts } from '../lines.ts';
import { auroraLine, formatAuroraVersion } from '../versions.ts';
import type { Page, ReadPage } from '../../source.ts';
import {
  datesOfLine,
  periodOfMinor,
  readCalendar,
  readTables,
  type SupportCalendar,
} from '../../aurora/calendar.ts';
import { pageUrl } from './urls.ts';

const CALENDAR = pageUrl('AuroraMySQL.release-calendars.html');

/** Columns by their headings; the vendor has added and reordered some. */
const MAJOR_COLUMNS = {
  version: /^aurora (?:mysql )?major version/i,
  standardEnds: /end of standard support/i,
  year1: /year 1 pricing/i,
  year3: /year 3 pricing/i,
  extendedEnds: /end of extended support/i,
  eligible: /eligible/i,
};
const MINOR_COLUMNS = {
  version: /^aurora mysql version/i,
  released: /release date/i,
  standardEnds: /end of standard support/i,
};

/** Support periods of Aurora MySQL lines and minor versions. */
export function readSupport(read: ReadPage): Promise<SupportCalendar> {
  return readCalendar(read, CALENDAR, parseCalendar);
}

/**
 * Support periods from the two tables of the release calendar. A row that cannot be understood is a problem; the others
 * are kept.
 */
export function parseCalendar(page: Page): SupportCalendar {
  const { lines, periods, problems } = readTables(page, {
    majors: MAJOR_COLUMNS,
    minors: MINOR_COLUMNS,
    lineOf,
    minorOf,
  });
  return { periods: [...lines.map(({ period }) => period), ...periods], problems };
}

interface Line {
  period: SupportPeriod;
  /** Minor versions that the calendar lists as eligible for Extended Support. */
  eligible: readonly string[];
}

function lineOf(cells: Record<keyof typeof MAJOR_COLUMNS, string>): Line | null {
  const scope = /version (\d+(?:\.\d+)?)/i.exec(cells.version)?.[1];
  if (scope === undefined) return null;
  return {
    period: { product: 'aurora-mysql', scope, releasedOn: null, ...datesOfLine(cells), url: CALENDAR },
    eligible: cells.eligible.match(/(?<!\d)\d+\.\d+/g) ?? [],
  };
}

/** Period of a minor version, with its line's Extended Support if the calendar lists it as eligible. */
function minorOf(
  cells: Record<keyof typeof MINOR_COLUMNS, string>,
  lines: readonly Line[],
): readonly SupportPeriod[] | null {
  const scope = minorScope(cells.version);
  if (scope === null) return null;
  const line = lines.find(({ period }) => period.scope === auroraLine(scope));
  const extended = line?.eligible.includes(scope) === true ? line.period : null;
  return [periodOfMinor({ product: 'aurora-mysql', scope, url: CALENDAR }, cells, extended)];
}

/** Minor version in a cell. On lines with two-digit minor versions, `2.121` is 2.12 with footnote 1 appended. */
function minorScope(cell: string): string | null {
  const written = /(?<!\d)\d+(?:\.\d+)+/.exec(cell)?.[0];
  if (written === undefined) return null;
  const isPadded = lineOfParts(written.split('.'))?.isPadded === true;
  const parts = parseVersion(isPadded ? written.replace(/^(\d+\.\d{2})\d+$/, '$1') : written);
  return parts === null ? null : formatAuroraVersion(parts);
}
