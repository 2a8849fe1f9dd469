import { compareText, type StepTiming } from '../../model/index.ts';
import { daysBetween } from '../support/support.ts';

/**
 * Rule that decides the advice for a version, over plain rows: it does not read the catalogue.
 * docs/contributing/architecture.md explains it. Days are YYYY-MM-DD; a month counts as its last day.
 */

/** Days of remaining support that leave time to plan a move. */
export const NOTICE_DAYS = 180;

export type SupportPhase = 'standard' | 'maintenance' | 'extended' | 'ended';

/** Support of a version or a major version on the day, by the calendar. */
export interface SupportFacts {
  phase: SupportPhase;
  /** Last day of standard support; null where no date is known. */
  standardEnds: string | null;
  /** Last day of the phase after standard support: Extended Support, or the maintenance of a system. */
  laterEnds: string | null;
}

/** A version that is compared. */
export interface AdviceRow extends SupportFacts {
  version: string;
  /** Minor version that the release is a patch of. */
  minor: string;
  isLongTerm: boolean;
  counts: RowCounts;
  /** Position in the order of versions. */
  order: number;
}

/** Numbers of bugs by which a release differs from the present version. */
export interface RowCounts {
  /** Urgent bugs that are known to be fixed. An undetermined bug does not count as fixed. */
  readonly urgentFixed: number;
  readonly fixed: number;
  /** Bugs that the release is known to have and the present version does not. */
  readonly brings: number;
}

/** Release of a later major version or system. */
export interface LaterRow extends AdviceRow {
  /** Its major version. */
  major: SupportFacts;
  /**
   * `stated`: offered by the vendor's pages or the account; `ask`: not stated by either; `none`: not offered by the
   * account.
   */
  pathStatus: 'stated' | 'ask' | 'none';
}

/** Facts about the present major version or system. */
export interface MajorFacts extends SupportFacts {
  /** True if the calendar no longer lists it. */
  isUnlisted: boolean;
  /** First day of the year-3 price of Extended Support. */
  year3Starts: string | null;
}

export interface AdviceQuestion {
  day: string;
  /** The team prefers long-term versions to a larger number of urgent fixes. */
  prefersLongTerm: boolean;
  here: AdviceRow;
  major: MajorFacts;
}

/** Best of the present version and the candidates of its major version. */
export interface NowChoice {
  /** Null if the present version is the best. */
  row: AdviceRow | null;
  /** Best candidate of another minor version, passed over because the present minor version has long-term support. */
  passedOver: AdviceRow | null;
}

/**
 * @param candidates of the major version, above the present version; one for each minor version
 */
export function chooseNow(question: AdviceQuestion, candidates: readonly AdviceRow[]): NowChoice {
  const { here, day } = question;
  const better = comparison(question);
  const isHeld = isHeldByLongTerm(here, day);
  const laterLongTerm = here.isLongTerm && !isHeld ? candidates.filter(isLaterLongTerm(here)) : [];
  if (laterLongTerm.length > 0) return { row: bestRow(laterLongTerm, better), passedOver: null };
  const own = isHeld ? candidates.filter(({ minor }) => minor === here.minor) : candidates;
  const chosen = bestRow([here, ...own], better);
  const others = isHeld ? candidates.filter(({ minor }) => minor !== here.minor) : [];
  return {
    row: chosen === here ? null : chosen,
    passedOver: bestRow(others, better),
  };
}

/** True if a long-term minor version has more than 180 days of standard support left: the advice is to stay on it. */
export function isHeldByLongTerm(here: AdviceRow, day: string): boolean {
  return here.isLongTerm && here.phase === 'standard' && hasNotice(here.standardEnds, day);
}

function isLaterLongTerm(here: AdviceRow): (row: AdviceRow) => boolean {
  return ({ isLongTerm, minor }) => isLongTerm && minor !== here.minor;
}

const PHASES: readonly SupportPhase[] = ['standard', 'maintenance', 'extended', 'ended'];

/** Order of preference: positive if `a` is better. */
type Comparison = (a: AdviceRow, b: AdviceRow) => number;

function comparison({ prefersLongTerm }: Pick<AdviceQuestion, 'prefersLongTerm'>): Comparison {
  return (a, b) =>
    PHASES.indexOf(b.phase) - PHASES.indexOf(a.phase) ||
    (prefersLongTerm ? Number(a.isLongTerm) - Number(b.isLongTerm) : 0) ||
    a.counts.urgentFixed - b.counts.urgentFixed ||
    compareDays(a.standardEnds, b.standardEnds) ||
    fixesGained(a) - fixesGained(b) ||
    a.order - b.order;
}

function fixesGained({ counts }: AdviceRow): number {
  return counts.fixed - counts.brings;
}

function bestRow<Row>(rows: readonly Row[], compare: (a: Row, b: Row) => number): Row | null {
  return rows.reduce<Row | null>((most, row) => (most === null || compare(row, most) > 0 ? row : most), null);
}

/** Orders days, unknown ones first. */
function compareDays(a: string | null, b: string | null): number {
  return compareText(a ?? '', b ?? '');
}

/** True if the major version has to be left, or no release of it is in standard support. */
export function needsDestination({ day, here, major }: AdviceQuestion, now: AdviceRow | null): boolean {
  const isLeaving = major.standardEnds !== null && !hasNotice(major.standardEnds, day);
  const isCovered = here.phase === 'standard' || now?.phase === 'standard';
  return isOver(major) || isLeaving || !isCovered;
}

/**
 * Release of a later major version to move to; null if none is supported for longer. At the end of life,
 * the best of the remaining releases, so that there always is a target.
 */
export function chooseDestination(
  question: AdviceQuestion,
  now: AdviceRow | null,
  candidates: readonly LaterRow[],
): LaterRow | null {
  const { day, here, major } = question;
  const reachable = candidates.filter(({ pathStatus }) => pathStatus !== 'none');
  const stays = now ?? here;
  const lasting = reachable.filter(
    (row) =>
      row.phase === 'standard' &&
      (hasNotice(row.major.standardEnds, day) || hasNotice(row.major.laterEnds, day)) &&
      compareDays(row.standardEnds, stays.standardEnds) > 0,
  );
  if (lasting.length > 0) return bestRow(lasting, betterDestination);
  const isStuck = stays.phase === 'ended' && (now === null || isOver(major));
  return isStuck ? bestRow(reachable, betterLastResort) : null;
}

/** True if a major version has no support of any kind. */
export function isOver({ phase, isUnlisted }: MajorFacts): boolean {
  return isUnlisted || phase === 'ended';
}

function betterDestination(a: LaterRow, b: LaterRow): number {
  return (
    Number(a.pathStatus === 'stated') - Number(b.pathStatus === 'stated') ||
    Number(a.isLongTerm) - Number(b.isLongTerm) ||
    compareDays(a.standardEnds, b.standardEnds) ||
    a.counts.urgentFixed - b.counts.urgentFixed ||
    b.counts.brings - a.counts.brings ||
    a.order - b.order
  );
}

function betterLastResort(a: LaterRow, b: LaterRow): number {
  return PHASES.indexOf(b.phase) - PHASES.indexOf(a.phase) || betterDestination(a, b);
}

export interface Timing {
  when: StepTiming;
  before: string | null;
}

const AT_NEXT_MAINTENANCE: Timing = { when: 'next-maintenance', before: null };
const URGENT: Timing = { when: 'urgent', before: null };

/**
 * Time by which to take the step within the major version.
 * @param urgentFixed number of urgent bugs that it fixes
 */
export function whenNow({ day, here }: AdviceQuestion, urgentFixed: number): Timing {
  if (urgentFixed > 0 || isOutOfExtended(here)) return URGENT;
  const end = here.phase === 'standard' ? here.standardEnds : here.laterEnds;
  const isNear = end !== null && end >= day && !hasNotice(end, day);
  return isNear ? beforeDay(end) : AT_NEXT_MAINTENANCE;
}

/** True if Extended Support of a version has ended: nothing remains that a later day could wait for. */
function isOutOfExtended({ phase, laterEnds }: AdviceRow): boolean {
  return phase === 'ended' && laterEnds !== null;
}

/** Time by which to leave the major version: before the next end or price of it, or the end of the release until then. */
export function whenDestination({ day, here, major }: AdviceQuestion, now: AdviceRow | null): Timing {
  const isOnlyMinor = !major.isUnlisted && major.standardEnds !== null && hasNotice(major.standardEnds, day);
  if (isOnlyMinor && here.phase !== 'standard' && now?.phase !== 'standard') return AT_NEXT_MAINTENANCE;
  const { standardEnds, year3Starts, laterEnds } = major;
  const stays = now ?? here;
  const own = stays.phase === 'standard' ? stays.standardEnds : stays.laterEnds;
  const [next] = [standardEnds, year3Starts === day ? null : year3Starts, laterEnds, own]
    .filter((date) => date !== null && date >= day)
    .sort();
  return next === undefined || next === null ? URGENT : beforeDay(next);
}

function beforeDay(day: string): Timing {
  return { when: 'before', before: day };
}

/** True if more than 180 days are left until a day. */
function hasNotice(end: string | null, day: string): boolean {
  return end !== null && daysBetween(day, end) > NOTICE_DAYS;
}
