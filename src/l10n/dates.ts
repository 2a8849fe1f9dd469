import { isMonth } from '../model/index.ts';
import { plural } from './say.ts';

// Formats dates of support calendars: a day, or a month if the vendor states no day.

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

function monthOf(date: string): { year: string; month: number } | null {
  return isMonth(date) ? { year: date.slice(0, 4), month: Number(date.slice(5)) } : null;
}

function english(date: string, before: string): string {
  const month = monthOf(date);
  return month === null ? date : `${before}${MONTHS[month.month - 1] ?? ''} ${month.year}`;
}

/** A day is followed by a space, as figures are in Japanese text; a month ends in a character and is not. */
function japanese(date: string, after: string): string {
  const month = monthOf(date);
  return month === null ? `${date} ` : `${month.year} 年 ${month.month} 月${after}`;
}

/** False for a month without a day, because the day is unknown. */
function isToday(date: string, days: number): boolean {
  return days === 0 && !isMonth(date);
}

export const DATES_EN = {
  /** After "ends". */
  at: (date: string) => english(date, 'at the end of '),
  until: (date: string) => english(date, 'the end of '),
  /** In a table cell after "until". */
  last: (date: string) => english(date, 'end of '),
  begins: (date: string) => english(date, ''),
  when: (date: string, days: number) => (isToday(date, days) ? 'today' : DATES_EN.left(date, days)),
  left: (date: string, days: number): string => `in ${isMonth(date) ? 'about ' : ''}${plural(days, 'day')}`,
};

export const DATES_JA = {
  ends: (date: string) => japanese(date, '末'),
  begins: (date: string) => japanese(date, ''),
  when: (date: string, days: number) => (isToday(date, days) ? '本日' : DATES_JA.left(date, days)),
  left: (date: string, days: number): string => `あと${isMonth(date) ? '約' : ''} ${days} 日`,
};
