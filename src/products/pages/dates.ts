const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const ISO = /\b(\d{4})-(\d{2})-(\d{2})\b/;
const MONTH = String.raw`([A-Z][a-z]+)\.?`;
const MONTH_FIRST = new RegExp(String.raw`\b${MONTH}\s+(\d{1,2}),?\s+(\d{4})\b`);
const DAY_FIRST = new RegExp(String.raw`\b(\d{1,2})\s+${MONTH},?\s+(\d{4})\b`);
const MONTH_ONLY = new RegExp(String.raw`\b${MONTH}\s+(\d{4})\b`);

/**
 * Day that a text names, as YYYY-MM-DD, or null: `2023-02-14`, `May 21, 2026`, `30 April 2028`, `January 16th, 2026`,
 * `December, 18, 2025`; a month may have one letter too many, too few or misplaced (`Febraury`).
 */
export function findDay(written: string): string | null {
  const text = written.replace(/\b(\d{1,2})(?:st|nd|rd|th)\b/g, '$1').replace(/(?<=[a-z]), (?=\d)/g, ' ');
  const iso = ISO.exec(text);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const american = MONTH_FIRST.exec(text);
  if (american) return dayOf(Number(american[3]), monthOf(american[1]), Number(american[2]));
  const european = DAY_FIRST.exec(text);
  if (european) return dayOf(Number(european[3]), monthOf(european[2]), Number(european[1]));
  return null;
}

/** Like {@link findDay}, but YYYY-MM if the vendor gives only a month (`April 2032`). */
export function findDayOrMonth(written: string): string | null {
  const day = findDay(written);
  if (day !== null) return day;
  const month = MONTH_ONLY.exec(written);
  return month && (dayOf(Number(month[2]), monthOf(month[1]), 1)?.slice(0, 7) ?? null);
}

/** Number of a month, 1 to 12; 0, which makes no valid day, for any other word. */
function monthOf(name: string | undefined): number {
  const start = (name ?? '').toLowerCase();
  if (start.length < 3) return 0;
  const exact = MONTHS.findIndex((month) => month.startsWith(start));
  return (exact >= 0 ? exact : MONTHS.findIndex((month) => isMisspelled(start, month))) + 1;
}

/** True if two long words differ in at most one letter, in any order after the first three. */
function isMisspelled(written: string, month: string): boolean {
  if (written.length < 5 || written.slice(0, 3) !== month.slice(0, 3)) return false;
  const left = month.split('');
  const added = written.split('').filter((letter) => {
    const at = left.indexOf(letter);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return added.length + left.length <= 1;
}

function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : null;
}
