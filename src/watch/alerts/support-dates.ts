import { daysBetween, supportOf, type SupportFacts } from '../../analysis/index.ts';
import { firstDayOf, lastDayOf, type FindingSeverity, type ProductId } from '../../model/index.ts';
import { isSystem, hasLineage } from '../../products/index.ts';

/** Events of a support calendar. */
export const SUPPORT_EVENTS = ['standard-ends', 'extended-starts', 'year-3-starts', 'all-ends'] as const;
export type SupportEvent = (typeof SUPPORT_EVENTS)[number];

/** A support date of a version. */
export interface SupportDate {
  product: ProductId;
  /** The minor version or line that the date is about. */
  scope: string;
  event: SupportEvent;
  /** YYYY-MM-DD, or YYYY-MM if the vendor states only the month. */
  date: string;
  /** The same date as a day, for comparisons: YYYY-MM-DD. */
  day: string;
  url: string;
}

/** Days before a date on which it is reported. The last report is on the day after it. */
export const NOTICE_DAYS = [180, 90, 30] as const;

/** Step of the notice: 0 if the date is far away, 1 to 3 as it approaches, 4 once it has passed. */
export function noticeStep(day: string, today: string): number {
  const daysLeft = daysBetween(today, day);
  return daysLeft < 0 ? NOTICE_DAYS.length + 1 : NOTICE_DAYS.filter((days) => daysLeft <= days).length;
}

export function severityOfNotice(step: number): FindingSeverity {
  if (step >= 3) return 'high';
  return step === 2 ? 'medium' : 'low';
}

/** Support dates of a version, as of a day. */
export function supportDates(
  catalogue: SupportFacts,
  product: ProductId,
  version: string,
  today: string,
): SupportDate[] {
  if (hasLineage(product)) return engineDates(catalogue, product, version, today);
  return isSystem(product) ? systemDates(catalogue, product) : [];
}

function engineDates(
  catalogue: SupportFacts,
  product: ProductId,
  version: string,
  today: string,
): SupportDate[] {
  const status = supportOf(catalogue, product, version, today);
  if (status === null) return [];
  const { scope, standardEnds, extended, url } = status;
  return datesOf({ product, scope, url }, [
    ['standard-ends', standardEnds],
    ['extended-starts', extended?.starts],
    ['year-3-starts', extended?.year3Starts],
    ['all-ends', extended?.ends],
  ]);
}

function systemDates(catalogue: SupportFacts, product: ProductId): SupportDate[] {
  return catalogue.support
    .filter((period) => period.product === product)
    .flatMap(({ scope, url, standardEnds, maintenanceEnds }) =>
      datesOf({ product, scope, url }, [
        ['standard-ends', standardEnds],
        ['all-ends', maintenanceEnds],
      ]),
    );
}

function datesOf(
  about: Pick<SupportDate, 'product' | 'scope' | 'url'>,
  dates: readonly (readonly [SupportEvent, string | null | undefined])[],
): SupportDate[] {
  return dates.flatMap(([event, date]) =>
    date === null || date === undefined ? [] : [{ ...about, event, date, day: dayOfEvent(event, date) }],
  );
}

function dayOfEvent(event: SupportEvent, date: string): string {
  return event === 'standard-ends' || event === 'all-ends' ? lastDayOf(date) : firstDayOf(date);
}
