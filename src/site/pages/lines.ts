import { isNearEnd, daysBetween, supportOf } from '../../analysis/index.ts';
import { lastDayOf, type Catalogue } from '../../model/index.ts';
import type { ProductPageData, ReleaseDetails } from '../product-pages.ts';

/** State of support on a given day. */
export type LineState = 'standard' | 'ending' | 'extended' | 'maintenance' | 'ended' | 'unknown';

/** A major version that is still supported. */
export interface CurrentLine {
  line: string;
  /**
   * Release with the highest number, except previews. The most recent one by date can be a patch of an older minor
   * version.
   */
  current: ReleaseDetails;
  state: LineState;
  /** Last day or month of standard support; null if the vendor publishes none. */
  standardEnds: string | null;
}

/** Major versions that are supported on a day, newest first. Contains at least the newest one. */
export function currentLines(
  { product, releases }: ProductPageData,
  catalogue: Catalogue,
  day: string,
): CurrentLine[] {
  // Previews are not releases.
  const released = releases.filter(({ release }) => !release.status.includes('beta'));
  const lines = [...Map.groupBy(released, ({ release }) => release.line)].flatMap(([line, [current]]) =>
    current === undefined ? [] : [{ line, current, ...supportDates(line, current) }],
  );
  return lines.filter(({ state }, index) => index === 0 || (state !== 'ended' && state !== 'unknown'));

  /** Support dates of the major version; if it has none, of its newest minor version. */
  function supportDates(
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
