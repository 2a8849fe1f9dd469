/** True if the vendor gives only a month: `2026-04`. Its guides call such a date approximate. */
export function isMonth(date: string): boolean {
  return /^\d{4}-\d{2}$/.test(date);
}

/** Last day that a date can mean, YYYY-MM-DD: for a month its last. For comparisons of ends. */
export function lastDayOf(date: string): string {
  if (!isMonth(date)) return date;
  const [year = 0, month = 0] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** First day that a date can mean, YYYY-MM-DD: for a month its first. For comparisons of beginnings. */
export function firstDayOf(date: string): string {
  return isMonth(date) ? `${date}-01` : date;
}
