/** Whether the vendor gives only a month: `2026-04`. Its guides call such a date approximate. */
export function isMonth(date: string): boolean {
  return /^\d{4}-\d{2}$/.test(date);
}

/** The last day that a date can mean, YYYY-MM-DD: of a month its last. What ends then is compared by it. */
export function lastDayOf(date: string): string {
  if (!isMonth(date)) return date;
  const [year = 0, month = 0] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** The first day that a date can mean, YYYY-MM-DD: of a month its first. What begins then is compared by it. */
export function firstDayOf(date: string): string {
  return isMonth(date) ? `${date}-01` : date;
}
