import type { Language } from '../l10n/index.ts';

/** IANA name of this machine's time zone. */
export function localTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/**
 * An instant in UTC and in a time zone: `2026-11-20 02:10 UTC (2026-11-20 11:10 GMT+9)`. Without the local half if the
 * zone is UTC.
 * @param instant ISO 8601
 */
export function utcAndLocalTime(instant: string, timeZone: string, language: Language): string {
  const date = new Date(instant);
  const utc = `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  if (['UTC', 'Etc/UTC', 'GMT', 'Etc/GMT'].includes(timeZone)) return utc;
  const parts = new Intl.DateTimeFormat(language, {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  }).formatToParts(date);
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((each) => each.type === type)?.value ?? '';
  const day = `${part('year')}-${part('month')}-${part('day')}`;
  return `${utc} (${day} ${part('hour')}:${part('minute')} ${part('timeZoneName')})`;
}
