import { text } from '../../l10n/index.ts';
import type {
  Catalogue,
  EditorLevel,
  FindingSeverity,
  SupportPeriod,
  Text,
  ProductId,
  OsFlavour,
} from '../../model/index.ts';
import { productName, productOf } from '../../products/index.ts';
import { daysBetween, isNearEnd } from './support.ts';

/** Days, about a year: moving a fleet to another generation takes longer than patching a database. */
const SHOWN_DAYS = 365;

/** Support of a system's generation on a day, by its vendor. */
export interface OsSupport {
  phase: 'standard' | 'maintenance' | 'ended';
  /** Last day of the present phase; the day on which support ended. */
  ends: string;
  /** Days until then; negative if it is past. */
  daysLeft: number;
  period: SupportPeriod;
}

/**
 * Support of a system; null if the catalogue has no date for it.
 * @param today YYYY-MM-DD
 */
export function osSupportOf(catalogue: Catalogue, product: ProductId, today: string): OsSupport | null {
  const period = catalogue.support.find((entry) => entry.product === product);
  if (period === undefined || period.standardEnds === null) return null;
  const { standardEnds, maintenanceEnds = standardEnds } = period;
  const inStandard = today <= standardEnds;
  const laterPhase = today <= maintenanceEnds ? 'maintenance' : 'ended';
  const phase = inStandard ? 'standard' : laterPhase;
  const ends = inStandard ? standardEnds : maintenanceEnds;
  return { phase, ends, daysLeft: daysBetween(today, ends), period };
}

/**
 * Level at which to report the end of support; null if it is too far away. At most a hint for an image that a service
 * manages.
 */
export function supportLevel(
  { phase, daysLeft }: OsSupport,
  flavours: readonly OsFlavour[] = [],
): { severity: FindingSeverity; level: EditorLevel } | null {
  if (flavours.includes('codebuild')) return { severity: 'info', level: 'hint' };
  if (phase === 'ended') return { severity: 'high', level: 'warning' };
  if (phase === 'maintenance')
    return { severity: 'medium', level: isNearEnd(daysLeft) ? 'warning' : 'information' };
  if (daysLeft > SHOWN_DAYS) return null;
  return isNearEnd(daysLeft)
    ? { severity: 'medium', level: 'warning' }
    : { severity: 'low', level: 'information' };
}

/**
 * One sentence with the date and its source; if the vendor's pages differ, with the other date.
 * @param flavours kinds of the images: some were supported for a shorter time than the system
 */
export function osSupportMessage(support: OsSupport, flavours: readonly OsFlavour[] = []): Text {
  const { period } = support;
  const source = text('os.support.source', {
    url: period.url,
    others: [
      ...(period.alternatives ?? []).map((other) =>
        text('os.support.other', { date: other.standardEnds, url: other.url }),
      ),
      ...shorterSupport(support, flavours).map(({ date, url }) => text('os.support.eks', { date, url })),
    ],
  });
  return phaseText(support, source);
}

/** Line about support for a separate finding, with the calendar's page as its source. */
export function osSupportLine(support: OsSupport, flavours: readonly OsFlavour[]): Text {
  const [shorter] = shorterSupport(support, flavours);
  return phaseText(
    support,
    shorter === undefined ? null : text('os.support.shorter', { date: shorter.date }),
  );
}

function shorterSupport(
  { period }: OsSupport,
  flavours: readonly OsFlavour[],
): { date: string; url: string }[] {
  const shorter = productOf(period.product).system?.shorterSupport ?? [];
  return shorter.filter(({ flavour }) => flavours.includes(flavour));
}

function phaseText({ phase, ends, daysLeft, period }: OsSupport, source: Text | null): Text {
  const name = productName(period.product);
  switch (phase) {
    case 'ended':
      return text('os.support.ended', { name, date: ends, days: -daysLeft, source });
    case 'maintenance':
      return text('os.support.maintenance', {
        name,
        date: period.standardEnds ?? '',
        ends,
        days: daysLeft,
        source,
      });
    case 'standard':
      return text('os.support.standard', {
        name,
        date: ends,
        days: daysLeft,
        maintenance: period.maintenanceEnds ?? null,
        source,
      });
  }
}
