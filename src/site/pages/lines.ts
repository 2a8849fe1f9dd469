import { isNearEnd, daysBetween, supportOf } from '../../analysis/index.ts';
import { lastDayOf, type Catalogue } from '../../model/index.ts';
import type { ProductPages, ReleaseDetails } from '../product-pages.ts';

/** State of support on a day, which tables show as a colour and a word. */
export type LineState = 'standard' | 'ending' | 'extended' | 'maintenance' | 'ended' | 'unknown';

/** A major version that can still be chosen. */
export interface CurrentLine {
  line: string;
  /** Its highest release by number, without previews. By date, a patch of an older minor version can be more recent. */
  current: ReleaseDetails;
  state: LineState;
  /** Last day or month of standard support; null without a calendar. */
  standardEnds: string | null;
}

/** Major versions of a product that are supported on a day, the newest first; at least the newest. */
export function currentLines(
  { product, releases }: ProductPages,
  catalogue: Catalogue,
  day: string,
): CurrentLine[] {
  // Previews do not count.
  const released = releases.filter(({ release }) => !release.status.includes('beta'));
  const lines = [...Map.groupBy(released, ({ release }) => release.line)].flatMap(([line, [current]]) =>
    current === undefined ? [] : [{ line, current, ...supportOfLine(line, current) }],
  );
  return lines.filter(({ state }, index) => index === 0 || (state !== 'ended' && state !== 'unknown'));

  /** Support by the calendar of the major version, else of the newest minor version. */
  function supportOfLine(
    line: string,
    { release }: ReleaseDetails,
  ): Pick<CurrentLine, 'state' | 'standardEnds'> {
    const period = catalogue.support.find((each) => each.product === product.id && each.scope === line);
    const status = product.lineage === null ? null : supportOf(catalogue, product.id, release.version, day);
    const standardEnds = period?.standardEnds ?? status?.standardEnds ?? null;
    if (standardEnds === null) return { state: 'unknown', standardEnds };
    const daysLeft = daysBetween(day, lastDayOf(standardEnds));
    if (daysLeft >= 0) return { state: isNearEnd(daysLeft) ? 'ending' : 'standard', standardEnds };
    const extendedEnds = period?.extendedEnds ?? status?.extended?.ends ?? null;
    if (extendedEnds !== null && day <= lastDayOf(extendedEnds)) return { state: 'extended', standardEnds };
    const isMaintained = period?.maintenanceEnds !== undefined && day <= period.maintenanceEnds;
    return { state: isMaintained ? 'maintenance' : 'ended', standardEnds };
  }
}
