import { text } from '../../../l10n/index.ts';
import { parseVersion, type Problem, type SupportPeriod } from '../../../model/index.ts';
import { auroraLine, formatAuroraVersion } from '../versions.ts';
import { failureText } from '../../pages/failure.ts';
import type { Page, ReadPage } from '../../source.ts';
import type { Inline, Table } from '../../pages/blocks.ts';
import { findDay } from '../../pages/dates.ts';
import { readDocument } from '../../pages/read.ts';
import { pageUrl } from './urls.ts';
import { twinUrl } from '../../pages/twin.ts';

const CALENDAR = pageUrl('AuroraMySQL.release-calendars.html');

export interface Support {
  periods: readonly SupportPeriod[];
  problems: readonly Problem[];
}

/** Columns by what their headings say; the vendor has added and reordered some. */
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

/**
 * Support periods of Aurora MySQL lines and minor versions, from the release calendar; its Markdown twin is read when
 * the HTML cannot be understood. Dates that are "to be determined" or "not applicable" are null.
 */
export async function readSupport(read: ReadPage): Promise<Support> {
  const html = await tryCalendar(read, CALENDAR);
  if (html.periods.length > 0) return html;
  const twin = await tryCalendar(read, twinUrl(CALENDAR));
  return twin.periods.length > 0 ? twin : html;
}

async function tryCalendar(read: ReadPage, url: string): Promise<Support> {
  try {
    return parseCalendar(await read(url));
  } catch (error) {
    return { periods: [], problems: [{ source: url, text: failureText(error) }] };
  }
}

/** The two tables of the release calendar. A row that cannot be understood is a problem; the others are kept. */
export function parseCalendar(page: Page): Support {
  const tables = readDocument(page).blocks.filter((block) => block.kind === 'table');
  const problems: Problem[] = [];
  const report = (row: readonly Inline[]): void => {
    const words = row.map((cell) => cell.text).join(' | ');
    problems.push({
      source: page.url,
      text: text('catalogue.page.calendarRow', { row: words.slice(0, 200) }),
    });
  };
  const majors = rowsOf(tables, MAJOR_COLUMNS);
  const minors = rowsOf(tables, MINOR_COLUMNS);
  if (majors === null || minors === null) {
    problems.push({ source: page.url, text: text('catalogue.page.noCalendar') });
  }
  const lines = (majors ?? []).flatMap(({ row, cells }) => lineOf(cells) ?? (report(row), []));
  const periods = (minors ?? []).flatMap(({ row, cells }) => minorOf(cells, lines) ?? (report(row), []));
  return { periods: [...lines.map(({ period }) => period), ...periods], problems };
}

interface Row<C extends string> {
  row: readonly Inline[];
  /** Text by column; empty where the table has no such column. */
  cells: Record<C, string>;
}

/** Rows of the first table whose head has the two columns that matter: the version and the end of support. */
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

interface Line {
  period: SupportPeriod;
  /** Minor versions that the calendar names as eligible for Extended Support. */
  eligible: readonly string[];
}

function lineOf(cells: Record<keyof typeof MAJOR_COLUMNS, string>): Line | null {
  const scope = /version (\d+(?:\.\d+)?)/i.exec(cells.version)?.[1];
  if (scope === undefined) return null;
  const extendedStarts = findDay(cells.year1, 'first');
  const extendedEnds = findDay(cells.extendedEnds, 'last');
  return {
    period: {
      product: 'aurora-mysql',
      scope,
      releasedOn: null,
      standardEnds: findDay(cells.standardEnds, 'last'),
      extendedStarts,
      extendedYear3Starts: findDay(cells.year3, 'first'),
      extendedEnds,
      lts: false,
      extendedOffered: extendedStarts !== null || extendedEnds !== null,
      url: CALENDAR,
    },
    eligible: cells.eligible.match(/(?<!\d)\d+\.\d+/g) ?? [],
  };
}

/** A minor version has the Extended Support of its line when the calendar names it as eligible. */
function minorOf(
  cells: Record<keyof typeof MINOR_COLUMNS, string>,
  lines: readonly Line[],
): SupportPeriod | null {
  const scope = minorScope(cells.version);
  if (scope === null) return null;
  const line = lines.find(({ period }) => period.scope === auroraLine(scope));
  const extendedOffered = line?.eligible.includes(scope) ?? false;
  const extended = extendedOffered ? line?.period : undefined;
  return {
    product: 'aurora-mysql',
    scope,
    releasedOn: findDay(cells.released),
    standardEnds: findDay(cells.standardEnds, 'last'),
    extendedStarts: extended?.extendedStarts ?? null,
    extendedYear3Starts: extended?.extendedYear3Starts ?? null,
    extendedEnds: extended?.extendedEnds ?? null,
    lts: /\bLTS\b/.test(cells.version),
    extendedOffered,
    url: CALENDAR,
  };
}

/**
 * `2.121` is 2.12 with footnote 1 glued to it: minors of versions 2 and 3 have two digits, and only the 8.4 family has
 * a third part here.
 */
function minorScope(cell: string): string | null {
  const written = /(?<!\d)\d+(?:\.\d+)+/.exec(cell)?.[0];
  if (written === undefined) return null;
  const parts = parseVersion(written.replace(/^([23]\.\d{2})\d+$/, '$1'));
  return parts === null ? null : formatAuroraVersion(parts);
}
