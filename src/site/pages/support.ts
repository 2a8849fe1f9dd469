import { inBrackets, text } from '../../l10n/index.ts';
import { firstDayOf, lastDayOf, type Catalogue, type SupportPeriod } from '../../model/index.ts';
import { html, outside, type Part } from '../html.ts';
import type { KnownProduct } from '../known.ts';
import type { Edition, Reader } from './page.ts';
import { table } from './tables.ts';

const ROW = 22;
const LABELS = 70;
const WIDTH = 800;
const AXIS = 24;
/** Space for the label above the line of today. */
const HEAD = 18;

/** A phase of a version's support, without an end if the vendor states none. */
interface Stretch {
  kind: 'standard' | 'extended' | 'maintenance';
  from: string;
  until: string;
}

/** Support of each version: a picture, and the same dates as a table. Empty without a calendar. */
export function supportTimeline(
  { product, releases }: KnownProduct,
  catalogue: Catalogue,
  edition: Edition,
  reader: Reader,
): Part {
  const { words, language } = reader;
  const { compare } = product.versions;
  const firstDay = (scope: string): string | null => {
    const own = releases.filter(({ release }) => release.branch === scope || release.line === scope);
    return own.map(({ release }) => release.date).sort()[0] ?? null;
  };
  const periods = catalogue.support
    .filter((period) => period.product === product.id)
    .toSorted((a, b) => compare(b.scope, a.scope))
    .map((period) => ({
      period,
      stretches: stretchesOf(period, period.releasedOn ?? firstDay(period.scope)),
    }));
  if (periods.length === 0) return null;
  const title = words(text('site.product.support'));
  const isMaintained = periods.some(({ stretches }) => stretches.some(({ kind }) => kind === 'maintenance'));
  const later = isMaintained ? 'maintenance' : 'extended';
  return html`<h2>${title}</h2>
    ${picture(
      periods.filter(({ stretches }) => stretches.length > 0),
      { day: edition.day, words: words(text('site.product.today', { day: edition.day })) },
      words(text('site.product.supportPicture', { name: product.names.display })),
    )}
    <ul class="key">
      ${(['standard', later] as const).map((kind) => html`<li class="${kind}">${words(text(`site.column.${kind}`))}</li>`)}
    </ul>
    ${table(
      title,
      (['scope', 'date', 'standard', later, 'notes'] as const).map((column) =>
        words(text(`site.column.${column}`)),
      ),
      periods.map(({ period, stretches }) => [
        period.lts ? period.scope + inBrackets(words(text('site.status.lts')), language) : period.scope,
        period.releasedOn ?? firstDay(period.scope) ?? '–',
        untilOf(period.standardEnds, edition.day, reader),
        rangeOf(
          stretches.find(({ kind }) => kind === later),
          reader,
        ),
        outside(period.url, URL.parse(period.url)?.hostname ?? ''),
      ]),
    )} `;
}

function untilOf(date: string | null, day: string, { words }: Reader): string {
  if (date === null) return words(text('site.unknown'));
  return words(text(lastDayOf(date) < day ? 'site.ended' : 'site.until', { date }));
}

function rangeOf(stretch: Stretch | undefined, { words }: Reader): string {
  if (stretch === undefined) return words(text('site.none'));
  return words(text('site.period', { from: stretch.from, until: stretch.until }));
}

function stretchesOf(period: SupportPeriod, released: string | null): Stretch[] {
  const { standardEnds, extendedStarts, extendedEnds, maintenanceEnds } = period;
  const stretches: Stretch[] = [];
  if (standardEnds !== null && released !== null && released < standardEnds)
    stretches.push({ kind: 'standard', from: released, until: standardEnds });
  if (extendedStarts !== null && extendedEnds !== null)
    stretches.push({ kind: 'extended', from: extendedStarts, until: extendedEnds });
  if (maintenanceEnds !== undefined && standardEnds !== null)
    stretches.push({ kind: 'maintenance', from: standardEnds, until: maintenanceEnds });
  return stretches;
}

/** Uses only attributes, because pages have no inline styles. */
function picture(
  periods: readonly { period: SupportPeriod; stretches: readonly Stretch[] }[],
  { day, words: today }: { day: string; words: string },
  label: string,
): Part {
  const days = periods.flatMap(({ stretches }) =>
    stretches.flatMap(({ from, until }) => [firstDayOf(from), lastDayOf(until)]),
  );
  if (days.length === 0) return null;
  const [first = day, last = day] = [...days, day]
    .sort()
    .filter((_, index, all) => index === 0 || index === all.length - 1);
  const firstYear = Number(first.slice(0, 4));
  const lastYear = Number(last.slice(0, 4)) + 1;
  const start = Date.UTC(firstYear, 0);
  const span = Date.UTC(lastYear, 0) - start;
  const at = (date: string): number =>
    Math.round(LABELS + ((Date.parse(`${date}T00:00:00Z`) - start) / span) * (WIDTH - LABELS));
  const height = HEAD + periods.length * ROW + AXIS;
  const isLate = at(day) > (LABELS + WIDTH) / 2;
  const years = Array.from({ length: lastYear - firstYear }, (_, index) => firstYear + index);
  return html`<div class="scroll" role="region" aria-label="${label}" tabindex="0">
    <svg
      class="support"
      role="img"
      aria-label="${label}"
      viewBox="0 0 ${WIDTH} ${height}"
      width="${WIDTH}"
      height="${height}"
    >
      ${years.map(
        (year) =>
          html`<line
              x1="${at(`${year}-01-01`)}"
              x2="${at(`${year}-01-01`)}"
              y1="${HEAD}"
              y2="${height - AXIS}"
            /><text x="${at(`${year}-01-01`) + 2}" y="${height - 8}">${year}</text> `,
      )}${periods.map(
        ({ period, stretches }, row) =>
          html`<text x="0" y="${HEAD + row * ROW + 15}">${period.scope}</text>${stretches.map(
              ({ kind, from, until }) =>
                html`<rect
                  class="${kind}"
                  x="${at(firstDayOf(from))}"
                  y="${HEAD + row * ROW + 3}"
                  width="${Math.max(2, at(lastDayOf(until)) - at(firstDayOf(from)))}"
                  height="${ROW - 6}"
                />`,
            )} `,
      )}
      <line class="today" x1="${at(day)}" x2="${at(day)}" y1="0" y2="${height - AXIS}" />
      <text class="today" x="${at(day) + (isLate ? -5 : 5)}" y="12" text-anchor="${isLate ? 'end' : 'start'}">
        ${today}
      </text>
    </svg>
  </div>`;
}
