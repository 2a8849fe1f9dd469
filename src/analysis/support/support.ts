import {
  lastDayOf,
  memoize,
  type Catalogue,
  type ProductId,
  type Release,
  type SupportPeriod,
} from '../../model/index.ts';
import { isDropped, minorPeriodOf, hasLineage, productOf, type Product } from '../../products/index.ts';

/** Parts of a catalogue about support. */
export type SupportFacts = Pick<Catalogue, 'releases' | 'support' | 'calendarReadOn'>;

/** Support of a version on a day, by the vendor's calendar. */
export interface SupportStatus {
  product: ProductId;
  /** Minor version, or the line if the minor is not in the calendar. */
  scope: string;
  phase: 'standard' | 'extended' | 'ended' | 'unlisted';
  lts: boolean;
  /** YYYY-MM-DD, or YYYY-MM if only the month is stated, as in `extended`. */
  standardEnds: string | null;
  extended: { starts: string; year3Starts: string | null; ends: string | null } | null;
  /**
   * Days until standard support ends, or until the last day of its month; negative after the end; null if no date is
   * given.
   */
  daysLeft: number | null;
  url: string;
}

/**
 * Support of a version on a day, by its minor version and its line. A minor version that has left the calendar, or whose
 * major version has, is `unlisted`: its support has ended on an unknown day. Null if the calendar knows neither the minor
 * version nor its line, or is older than the version; for a preview; and for a minor version of a listed line that
 * neither the calendar nor a page has, although pages keep old ones: it may never have existed.
 * @param day YYYY-MM-DD
 */
export const supportOf = memoize(
  (catalogue: SupportFacts, product: ProductId, version: string, day: string): SupportStatus | null => {
    const { versions } = productOf(product);
    const periods = catalogue.support.filter((period) => period.product === product);
    const line = periods.find(({ scope }) => scope === versions.line(version));
    const branch = versions.branch(version);
    const minor = minorPeriodOf(periods, { product, version, branch });
    if (!line && !minor && !isOlderThanCalendar(versions, version, periods)) return null;
    if (!minor && isPreview(catalogue, product, version)) return null;
    if (!minor && line && isNewerThanCalendar(versions, version, line, periods)) return byLine(line, day);
    if (
      !minor &&
      line &&
      !catalogue.releases.some((each) => each.product === product && each.branch === branch) &&
      !isDropped(catalogue, product, version)
    )
      return null;
    if (!minor && mayHaveBeenListed(catalogue, line, day)) return null;
    const standardEnds = minor?.standardEnds ?? (minor ? (line?.standardEnds ?? null) : null);
    const isOwn = !minor || versions.branch(minor.scope) === branch || minor.scope === line?.scope;
    const extended =
      minor?.extendedOffered && line?.extendedStarts
        ? extendedOf(line, line.extendedStarts, isOwn ? minor : null)
        : null;
    const daysLeft = standardEnds === null ? null : daysBetween(day, lastDayOf(standardEnds));
    return {
      product,
      scope: isOwn ? (minor?.scope ?? branch) : branch,
      phase: phaseOf(minor !== undefined, daysLeft, extended, day),
      lts: minor?.lts ?? false,
      standardEnds,
      extended,
      daysLeft,
      url: (minor ?? line ?? periods[0])?.url ?? '',
    };
  },
);

/** True for a major version older than all in the calendar: the vendor has removed it from there. */
function isOlderThanCalendar(
  { compare, line: lineOf }: Product['versions'],
  version: string,
  periods: readonly SupportPeriod[],
): boolean {
  const lines = periods.filter(({ scope }) => lineOf(scope) === scope);
  return lines.length > 0 && lines.every(({ scope }) => compare(version, scope) < 0);
}

/**
 * True for a preview, which was never in the calendar. An early patch of a generally available minor version is not a
 * preview, even if its title says so.
 */
export function isPreview(
  { releases }: Pick<Catalogue, 'releases'>,
  product: ProductId,
  version: string,
): boolean {
  return previewsAmong(releases).has(`${product} ${version}`);
}

const previewsAmong = memoize((releases: Catalogue['releases']): ReadonlySet<string> => {
  const isTried = ({ status }: Release): boolean => status.includes('beta');
  const branchOf = (release: Release): string => `${release.product} ${release.branch}`;
  const general = new Set(releases.filter((release) => !isTried(release)).map(branchOf));
  const tried = releases.filter((release) => isTried(release) && !general.has(branchOf(release)));
  return new Set(tried.map((release) => `${release.product} ${release.version}`));
});

/** True for a version above everything that the calendar lists of its line, which has not left it. */
function isNewerThanCalendar(
  { compare, line: lineOf }: Product['versions'],
  version: string,
  line: SupportPeriod,
  periods: readonly SupportPeriod[],
): boolean {
  const minors = periods.filter((each) => each !== line && lineOf(each.scope) === lineOf(version));
  return minors.every(({ scope }) => compare(version, scope) > 0);
}

/** Support of the line, for a minor version that the calendar does not list yet: known only after the line has ended. */
function byLine({ product, scope, standardEnds, url }: SupportPeriod, day: string): SupportStatus | null {
  const daysLeft = standardEnds === null ? null : daysBetween(day, lastDayOf(standardEnds));
  if (daysLeft === null || daysLeft >= 0) return null;
  return { product, scope, phase: 'ended', lts: false, standardEnds, extended: null, daysLeft, url };
}

/**
 * True if the calendar may have listed a version on the day and dropped it since: the calendar was read later, and the
 * support of the version's line had not ended on the day.
 */
function mayHaveBeenListed(
  { calendarReadOn }: SupportFacts,
  line: SupportPeriod | undefined,
  day: string,
): boolean {
  const ends = line?.standardEnds ?? null;
  return calendarReadOn !== undefined && day < calendarReadOn && (ends === null || day <= lastDayOf(ends));
}

/**
 * Extended Support of a minor version. Releases of RDS have an end of their own, earlier than that of the line, and unknown
 * until the calendar lists them.
 * @param minor period of the version itself; null if the calendar has only that of the minor version which it continues
 */
function extendedOf(
  line: SupportPeriod,
  starts: string,
  minor: SupportPeriod | null,
): SupportStatus['extended'] {
  const ends = minor && (minor.extendedEnds ?? line.extendedEnds);
  return { starts, year3Starts: line.extendedYear3Starts, ends };
}

function phaseOf(
  listed: boolean,
  daysLeft: number | null,
  extended: SupportStatus['extended'],
  day: string,
): SupportStatus['phase'] {
  if (!listed) return 'unlisted';
  if (daysLeft === null || daysLeft >= 0) return 'standard';
  const isPaid = extended !== null && (extended.ends === null || day <= lastDayOf(extended.ends));
  return isPaid ? 'extended' : 'ended';
}

/** Days before the end of support at which warnings begin. */
const WARN_DAYS = 90;

/**
 * True if support ends soon enough for a warning; false if no date is given.
 * @param daysLeft as in `SupportStatus`
 */
export function isNearEnd(daysLeft: number | null): boolean {
  return daysLeft !== null && daysLeft <= WARN_DAYS;
}

/** Whole days from one day to another, negative if the second is earlier. Both YYYY-MM-DD. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/**
 * True if new clusters can use a release: its minor version is in the calendar, Extended Support included. False if its
 * page calls it deprecated, or support has ended. Null if neither source states it.
 * @param day YYYY-MM-DD
 */
export function isForNewClusters(catalogue: Catalogue, release: Release, day: string): boolean | null {
  if (!hasLineage(release.product)) return null;
  if (release.status.includes('deprecated')) return false;
  const phase = supportOf(catalogue, release.product, release.version, day)?.phase;
  if (phase === undefined || phase === 'unlisted') return null;
  return phase !== 'ended';
}

/** Long-term support minor versions in standard support on a day, newest first, by the calendar or their pages. */
export const supportedLtsBranches = memoize(
  (catalogue: Catalogue, product: ProductId, day: string): readonly string[] => {
    const isOwn = (each: { product: ProductId }): boolean => each.product === product;
    const released = catalogue.releases.filter((release) => release.lts && isOwn(release));
    const designated = new Set(released.map(({ branch }) => branch));
    return catalogue.support
      .filter(({ standardEnds }) => standardEnds !== null && lastDayOf(standardEnds) >= day)
      .filter((period) => isOwn(period) && (period.lts || designated.has(period.scope)))
      .map(({ scope }) => scope)
      .sort((a, b) => productOf(product).versions.compare(b, a));
  },
);
