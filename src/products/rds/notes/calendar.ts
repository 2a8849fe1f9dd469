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
import type { RdsProduct } from './releases.ts';

/** Columns by their headings. */
const MAJOR_COLUMNS = {
  version: /\bmajor version/i,
  released: /^rds release date/i,
  standardEnds: /end of standard support/i,
  year1: /year 1 pricing/i,
  year3: /year 3 pricing/i,
  extendedEnds: /end of (?:rds )?extended support/i,
};
const MINOR_COLUMNS = {
  version: /\bengine version/i,
  released: /^rds release date/i,
  standardEnds: /end of (?:standard|extended) support/i,
};

/** Support periods of major and minor versions, and of the releases of Extended Support. */
export function readSupport(read: ReadPage, of: RdsProduct): Promise<SupportCalendar> {
  return readCalendar(read, of.calendar, (page) => parseCalendar(page, of));
}

/**
 * Support periods from the tables of the release calendar. A row that cannot be understood is a problem; the others are
 * kept.
 */
export function parseCalendar(page: Page, of: RdsProduct): SupportCalendar {
  const { lines, periods, problems } = readTables(page, {
    majors: MAJOR_COLUMNS,
    minors: MINOR_COLUMNS,
    lineOf: (cells) => lineOf(cells, of),
    minorOf: (cells, lines) => minorOf(cells, lines, of),
  });
  return { periods: [...lines, ...periods], problems };
}

/** Major version in `PostgreSQL 16`, `PostgreSQL 10 Deprecated`, `MySQL 8.0*`. */
function lineOf(
  cells: Record<keyof typeof MAJOR_COLUMNS, string>,
  { product, versions, calendar: url }: RdsProduct,
): SupportPeriod | null {
  const number = /(?<![\d.])\d+(?:\.\d+)?/.exec(cells.version)?.[0] ?? '';
  const read = versions.read(number);
  if (read.form !== 'partial') return null;
  const releasedOn = findDayOrMonth(cells.released);
  return { product, scope: read.prefix, releasedOn, ...datesOfLine(cells), url };
}

/** Period of `16.6`, `18.2**`, `13.23*`, `12.22-rds.20260224*`: one asterisk marks eligibility for Extended Support. */
function minorOf(
  cells: Record<keyof typeof MINOR_COLUMNS, string>,
  lines: readonly SupportPeriod[],
  { product, versions, calendar: url }: RdsProduct,
): readonly SupportPeriod[] | null {
  const [, written = '', marks = ''] = /^([\d.]+(?:-rds\.\d+)?)\s*(\**)/i.exec(cells.version) ?? [];
  const read = versions.read(written);
  if (read.form !== 'release') return read.form === 'partial' ? [] : null;
  const { version } = read;
  const line = lines.find(({ scope }) => scope === versions.line(version)) ?? null;
  const of = { product, scope: version, url };
  if (!versions.isOfExtendedSupport(version))
    return [periodOfMinor(of, cells, marks === '*' ? (line ?? 'unknown') : null)];
  // Its major version's standard support is over, and it has an end of its own.
  const own = periodOfMinor(of, { ...cells, standardEnds: '' }, line ?? 'unknown');
  const extendedEnds = findDayOrMonth(cells.standardEnds);
  return [{ ...own, standardEnds: line?.standardEnds ?? null, extendedEnds }];
}
