import { text } from '../../l10n/index.ts';
import type { Problem, SupportPeriod } from '../../model/index.ts';
import type { Inline, Table } from '../pages/blocks.ts';
import { failureText } from '../pages/failure.ts';
import { twinUrl } from '../pages/twin.ts';
import type { Page, ReadPage } from '../source.ts';

export interface Support {
  periods: readonly SupportPeriod[];
  problems: readonly Problem[];
}

/**
 * Support periods from a release calendar; its Markdown twin is read when the HTML cannot be understood. Dates that are "to be
 * determined" or "not applicable" are null.
 */
export async function readCalendar(
  read: ReadPage,
  url: string,
  parse: (page: Page) => Support,
): Promise<Support> {
  const html = await tryCalendar(read, url, parse);
  if (html.periods.length > 0) return html;
  const twin = await tryCalendar(read, twinUrl(url), parse);
  return twin.periods.length > 0 ? twin : html;
}

async function tryCalendar(read: ReadPage, url: string, parse: (page: Page) => Support): Promise<Support> {
  try {
    return parse(await read(url));
  } catch (error) {
    return { periods: [], problems: [{ source: url, text: failureText(error) }] };
  }
}

/** A row of a calendar that cannot be understood. */
export function rowProblem(page: Page, row: readonly Inline[]): Problem {
  const words = row.map((cell) => cell.text).join(' | ');
  return { source: page.url, text: text('catalogue.page.calendarRow', { row: words.slice(0, 200) }) };
}

export interface Row<C extends string> {
  row: readonly Inline[];
  /** Text by column; empty where the table has no such column. */
  cells: Record<C, string>;
}

/** Rows of the first table whose head has the two columns that matter: the version and the end of support. */
export function rowsOf<C extends string>(
  tables: readonly Table[],
  columns: Record<C, RegExp>,
): Row<C>[] | null {
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
