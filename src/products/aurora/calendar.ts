import { text } from '../../l10n/index.ts';
import type { Problem, SupportPeriod } from '../../model/index.ts';
import type { Inline, Table } from '../pages/blocks.ts';
import { findDay, findDayOrMonth } from '../pages/dates.ts';
import { failureText } from '../pages/failure.ts';
import { readDocument } from '../pages/read.ts';
import { twinUrl } from '../pages/twin.ts';
import type { Page, ReadPage } from '../source.ts';

export interface SupportCalendar {
  periods: readonly SupportPeriod[];
  problems: readonly Problem[];
}

/**
 * Support periods from a release calendar; its Markdown twin is read if the HTML cannot be understood. Dates that are
 * "to be determined" or "not applicable" are null.
 */
export async function readCalendar(
  read: ReadPage,
  url: string,
  parse: (page: Page) => SupportCalendar,
): Promise<SupportCalendar> {
  const html = await tryCalendar(read, url, parse);
  if (html.periods.length > 0) return html;
  const twin = await tryCalendar(read, twinUrl(url), parse);
  return twin.periods.length > 0 ? twin : html;
}

async function tryCalendar(
  read: ReadPage,
  url: string,
  parse: (page: Page) => SupportCalendar,
): Promise<SupportCalendar> {
  try {
    return parse(await read(url));
  } catch (error) {
    return { periods: [], problems: [{ source: url, text: failureText(error) }] };
  }
}

/** Layout of a calendar's tables: columns by their headings, and the meaning of a row. */
export interface CalendarLayout<Major extends string, Minor extends string, Line> {
  majors: Record<Major, RegExp>;
  minors: Record<Minor, RegExp>;
  /** Null if the row cannot be understood. */
  lineOf: (cells: Record<Major, string>) => Line | null;
  /** Empty for a row that only introduces others. */
  minorOf: (cells: Record<Minor, string>, lines: readonly Line[]) => readonly SupportPeriod[] | null;
}

/**
 * Support periods from the tables of a release calendar. A row that cannot be understood is a problem; the others are
 * kept.
 */
export function readTables<Major extends string, Minor extends string, Line>(
  page: Page,
  form: CalendarLayout<Major, Minor, Line>,
): SupportCalendar & { lines: readonly Line[] } {
  const tables = readDocument(page).blocks.filter((block) => block.kind === 'table');
  const problems: Problem[] = [];
  const report = (row: readonly Inline[]): void => void problems.push(rowProblem(page, row));
  const majors = rowsOf(tables, form.majors);
  const minors = tables.flatMap((table) => rowsOf([table], form.minors) ?? []);
  if (majors === null || minors.length === 0) {
    problems.push({ source: page.url, text: text('catalogue.page.noCalendar') });
  }
  const lines = (majors ?? []).flatMap(({ row, cells }) => form.lineOf(cells) ?? (report(row), []));
  const periods = minors.flatMap(({ row, cells }) => form.minorOf(cells, lines) ?? (report(row), []));
  return { lines, periods, problems };
}

/** The dates of a major version. */
export function datesOfLine(
  cells: Record<'standardEnds' | 'year1' | 'year3' | 'extendedEnds', string>,
): Omit<SupportPeriod, 'product' | 'scope' | 'releasedOn' | 'url'> {
  const extendedStarts = findDayOrMonth(cells.year1);
  const extendedEnds = findDayOrMonth(cells.extendedEnds);
  return {
    standardEnds: findDayOrMonth(cells.standardEnds),
    extendedStarts,
    extendedYear3Starts: findDayOrMonth(cells.year3),
    extendedEnds,
    lts: false,
    extendedOffered: extendedStarts !== null || extendedEnds !== null,
  };
}

/** Problem for a row of a calendar that cannot be understood. */
function rowProblem(page: Page, row: readonly Inline[]): Problem {
  const words = row.map((cell) => cell.text).join(' | ');
  return { source: page.url, text: text('catalogue.page.calendarRow', { row: words.slice(0, 200) }) };
}

interface Row<C extends string> {
  row: readonly Inline[];
  /** Text by column; empty if the table lacks the column. */
  cells: Record<C, string>;
}

/** Rows of the first table that has columns for the version and the end of support. */
function rowsOf<C extends string>(tables: readonly Table[], columns: Record<C, RegExp>): Row<C>[] | null {
  for (const { rows } of tables) {
    const head = rows[0] ?? [];
    const positions = Object.entries<RegExp>(columns).map(
      ([name, words]) => [name, head.findIndex((cell) => words.test(cell.text))] as const,
    );
    const has = (name: string): boolean => positions.some(([column, at]) => column === name && at >= 0);
    if (!has('version') || !has('standardEnds')) continue;
    return rows.slice(1).map((row) => ({
      row,
      cells: Object.fromEntries(positions.map(([name, at]) => [name, row[at]?.text ?? ''])) as Record<
        C,
        string
      >,
    }));
  }
  return null;
}

/**
 * Support period of a minor version, from its row of a calendar.
 * @param extended its major version, if the calendar offers Extended Support for it: `unknown` if the major has no row;
 * else null
 */
export function periodOfMinor(
  minor: Pick<SupportPeriod, 'product' | 'scope' | 'url'>,
  cells: Record<'version' | 'released' | 'standardEnds', string>,
  extended: SupportPeriod | 'unknown' | null,
): SupportPeriod {
  const dates = extended === null || extended === 'unknown' ? null : extended;
  return {
    ...minor,
    releasedOn: findDay(cells.released),
    standardEnds: findDayOrMonth(cells.standardEnds),
    extendedStarts: dates?.extendedStarts ?? null,
    extendedYear3Starts: dates?.extendedYear3Starts ?? null,
    extendedEnds: dates?.extendedEnds ?? null,
    lts: /\bLTS\b/.test(cells.version),
    extendedOffered: extended !== null,
  };
}
