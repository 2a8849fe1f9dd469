import type { ChangeBrief, SupportSpan } from '../../analysis/index.ts';
import { say, text, type Language } from '../../l10n/index.ts';
import { firstDayOf, lastDayOf } from '../../model/index.ts';
import { fragment, type Html } from '../html/html.ts';

const WIDTH = 720;
const LEFT_MARGIN = 70;
const RIGHT_MARGIN = 20;
const ROW_HEIGHT = 26;
const AXIS_HEIGHT = 22;
const LEGEND_HEIGHT = 44;
/** Days to draw before the first date. */
const DAYS_BEFORE = 180;
const DAY_MS = 86_400_000;

/** A line for each minor version: standard support, the start of Extended Support charges, and today. */
export function supportTimeline({ spans, day }: ChangeBrief, language: Language): Html {
  const dated = spans.filter(({ standardEnds }) => standardEnds !== null);
  if (dated.length === 0) return fragment``;
  const days = [timeOf(day), ...dated.flatMap(timesOf)];
  const start = Math.min(...days) - DAYS_BEFORE * DAY_MS;
  const end = Math.max(...days) + DAYS_BEFORE * DAY_MS;
  const x = (time: number): number =>
    Math.round(LEFT_MARGIN + ((WIDTH - LEFT_MARGIN - RIGHT_MARGIN) * (time - start)) / (end - start));
  const bottom = AXIS_HEIGHT + dated.length * ROW_HEIGHT;
  return fragment`<svg role="img" viewBox="0 0 ${WIDTH} ${bottom + LEGEND_HEIGHT}" aria-labelledby="support-picture">
    <title id="support-picture">
      ${say(text('brief.chart.support'), language)}. ${dated.map((span) => `${spanWords(span, language)}. `)}
    </title>
    ${yearsBetween(start, end).map((year) => {
      const at = x(Date.UTC(year, 0, 1));
      return fragment`<line class="year" x1="${at}" x2="${at}" y1="${AXIS_HEIGHT - 6}" y2="${bottom}" /><text
          class="small"
          x="${at + 3}"
          y="12"
          >${year}</text
        >`;
    })}
    ${dated.map((span, index) => row(span, AXIS_HEIGHT + index * ROW_HEIGHT, start, end, x))}
    <line class="today" x1="${x(timeOf(day))}" x2="${x(timeOf(day))}" y1="${AXIS_HEIGHT - 6}" y2="${bottom + 4}" />
    <text class="small strong" x="${x(timeOf(day))}" y="${bottom + 15}" text-anchor="middle">
      ${say(text('brief.chart.today'), language)}
    </text>
    ${legend(bottom + 38, language)}
  </svg>`;
}

function row(
  { scope, standardEnds, extended }: SupportSpan,
  y: number,
  start: number,
  end: number,
  x: (time: number) => number,
): Html {
  const bar = (name: string, from: number, to: number): Html =>
    fragment`<rect
      class="${name}"
      x="${x(from)}"
      y="${y + 5}"
      width="${Math.max(2, x(to) - x(from))}"
      height="12"
    />`;
  const ends = endOf(standardEnds) ?? end;
  const paid = startOf(extended?.starts);
  const year3 = startOf(extended?.year3Starts);
  const paidEnds = endOf(extended?.ends) ?? end;
  const label = extended?.ends ?? standardEnds ?? '';
  const labelAt = x(extended === null ? ends : paidEnds);
  const isRight = labelAt > WIDTH - 110;
  return fragment`<g>
    <text x="${LEFT_MARGIN - 8}" y="${y + 15}" text-anchor="end">${scope}</text>
    ${bar('standard', start, ends)} ${paid === null ? null : bar('extended', paid, year3 ?? paidEnds)}
    ${year3 === null ? null : bar('year3', year3, paidEnds)}
    <text
      class="small${isRight ? ' on' : ''}"
      x="${isRight ? labelAt - 4 : labelAt + 4}"
      y="${y + 15}"
      text-anchor="${isRight ? 'end' : 'start'}"
      >${label}</text
    >
  </g>`;
}

function legend(y: number, language: Language): Html {
  const kinds = [
    ['standard', text('brief.chart.standard'), LEFT_MARGIN],
    ['extended', text('brief.chart.extended'), LEFT_MARGIN + 160],
    ['year3', text('brief.chart.year3'), LEFT_MARGIN + 380],
  ] as const;
  return fragment`<g class="legend"
    >${kinds.map(
      ([name, words, at]) =>
        fragment`<rect class="${name}" x="${at}" y="${y - 9}" width="14" height="10" /><text
            x="${at + 20}"
            y="${y}"
            >${say(words, language)}</text
          >`,
    )}</g
  >`;
}

function spanWords({ scope, standardEnds, extended }: SupportSpan, language: Language): string {
  return say(
    text('brief.chart.span', { scope, standard: standardEnds ?? '', extended: extended?.ends ?? null }),
    language,
  );
}

function timesOf({ standardEnds, extended }: SupportSpan): number[] {
  const [starts, year3] = [startOf(extended?.starts), startOf(extended?.year3Starts)];
  return [endOf(standardEnds), starts, year3, endOf(extended?.ends)].filter((time) => time !== null);
}

/** End of support; the last day of the month if only the month is known. */
function endOf(date: string | null | undefined): number | null {
  return date === null || date === undefined ? null : timeOf(lastDayOf(date));
}

function startOf(date: string | null | undefined): number | null {
  return date === null || date === undefined ? null : timeOf(firstDayOf(date));
}

function timeOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function yearsBetween(start: number, end: number): number[] {
  const first = new Date(start).getUTCFullYear() + 1;
  const last = new Date(end).getUTCFullYear();
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
