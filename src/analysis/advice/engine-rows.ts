import { lastDayOf, type BugMatch, type Release, type StepFixes } from '../../model/index.ts';
import { productOf } from '../../products/index.ts';
import { urgentAmong } from '../bugs/urgent-among.ts';
import { supportOf, type SupportStatus } from '../support/support.ts';
import { candidatesOf, isSettled, type AdviceFacts } from './advice-facts.ts';
import {
  isOver,
  type AdviceRow,
  type LaterRow,
  type MajorFacts,
  type RowCounts,
  type SupportFacts,
} from './rule.ts';
import { linesOf, pathReachability, stepsTo, type Reachability } from './upgrade-path.ts';

/** Rows that the rule compares, from the catalogue, its lineage and the calendar. */

/** Row of a candidate, with the release that it is about. */
export interface Candidate<Row extends AdviceRow = AdviceRow> {
  row: Row;
  release: Release;
}

/**
 * Row of the present version. A version above all that the calendar lists counts as supported, since no source denies it.
 * A range is not held to the long-term minor version of some of its releases.
 */
export function presentRow(facts: AdviceFacts): AdviceRow {
  const { catalogue, product, version, versions, day, lineage } = facts;
  const status = supportOf(catalogue, product, version, day);
  return {
    version,
    minor: productOf(product).versions.branch(version),
    isLongTerm: versions.every(
      (each) => supportOf(catalogue, product, each, day)?.lts ?? lineage.release(each)?.lts ?? false,
    ),
    ...(status === null ? { phase: 'standard', standardEnds: null, laterEnds: null } : supportFacts(status)),
    counts: { urgentFixed: 0, fixed: 0, brings: 0 },
    order: -1,
  };
}

/** Facts about the major version that the present version belongs to. */
export function majorFacts({ catalogue, product, version, day }: AdviceFacts): MajorFacts {
  const line = productOf(product).versions.line(version);
  const period = periodOf({ catalogue, product }, line);
  const status = supportOf(catalogue, product, version, day);
  return {
    ...majorSupport({ catalogue, product, day }, line),
    isUnlisted: period === undefined && status?.phase === 'unlisted',
    year3Starts: period?.extendedYear3Starts ?? null,
  };
}

function periodOf({ catalogue, product }: Pick<AdviceFacts, 'catalogue' | 'product'>, line: string) {
  return catalogue.support.find((each) => each.product === product && each.scope === line);
}

function majorSupport(
  { catalogue, product, day }: Pick<AdviceFacts, 'catalogue' | 'product' | 'day'>,
  line: string,
): SupportFacts {
  const period = periodOf({ catalogue, product }, line);
  const standardEnds = period?.standardEnds ? lastDayOf(period.standardEnds) : null;
  const laterEnds = period?.extendedStarts && period.extendedEnds ? lastDayOf(period.extendedEnds) : null;
  const isOver = (end: string | null): boolean => end !== null && end < day;
  const laterPhase = laterEnds === null || isOver(laterEnds) ? 'ended' : 'extended';
  const phase = isOver(standardEnds) ? laterPhase : 'standard';
  return { phase, standardEnds, laterEnds };
}

function supportFacts({ phase, standardEnds, extended }: SupportStatus): SupportFacts {
  return {
    phase: phase === 'unlisted' ? 'ended' : phase,
    standardEnds: standardEnds === null ? null : lastDayOf(standardEnds),
    laterEnds: extended?.ends ? lastDayOf(extended.ends) : null,
  };
}

/**
 * Candidates of the present major version, lowest first: for each minor version the newest release that is old enough and
 * in standard or Extended Support; an ended one, too, if the present one has ended before its major version.
 * @param soakDays replaces the soak time that the user set
 */
export function candidatesInLine(facts: AdviceFacts, soakDays = facts.soakDays): Candidate[] {
  const { line } = productOf(facts.product).versions;
  const own = line(facts.version);
  const offered = facts.offers?.targetsOf(facts.version) ?? null;
  return newestOfMinors(
    { ...facts, soakDays },
    ({ line: of, version }) => of === own && offered?.includes(version) !== false,
    presentRow(facts).phase === 'ended' && !isOver(majorFacts(facts)),
  ).map((each, order) => ({ release: each.release, row: rowOf(facts, each, order) }));
}

/**
 * Candidates of later major versions, lowest first, including unsupported ones: at the end of life one of them may be the
 * only target.
 * @param from release at which the path to them begins
 */
export function candidatesBeyond(facts: AdviceFacts, from: string): Candidate<LaterRow>[] {
  const lines = linesOf(facts.product);
  const own = productOf(facts.product).versions.line(facts.version);
  const later = new Set(lines.slice(lines.indexOf(own) + 1));
  if (!lines.includes(own)) return [];
  return newestOfMinors(facts, ({ line }) => later.has(line), true).map((each, order) => {
    const { release } = each;
    const pathStatus = PATH_STATUSES[pathReachability(stepsTo(facts, from, release.version))];
    return {
      release,
      row: { ...rowOf(facts, each, order), major: majorSupport(facts, release.line), pathStatus },
    };
  });
}

const PATH_STATUSES: Readonly<Record<Reachability, LaterRow['pathStatus']>> = {
  'in-place': 'stated',
  'blue-green': 'stated',
  unknown: 'ask',
  no: 'none',
};

interface SupportedRelease {
  release: Release;
  support: SupportFacts & { isLongTerm: boolean };
}

function newestOfMinors(
  facts: AdviceFacts,
  isWanted: (release: Release) => boolean,
  takesEnded = false,
): SupportedRelease[] {
  // Candidates are in order of version, so the last of a minor version is its newest.
  const newest = new Map<string, SupportedRelease>();
  for (const release of candidatesOf(facts)) {
    if (!isWanted(release) || !isSettled(facts, release)) continue;
    const support = supportedAs(facts, release);
    if (support === null || (support.phase === 'ended' && !takesEnded)) continue;
    newest.delete(release.branch);
    newest.set(release.branch, { release, support });
  }
  return [...newest.values()];
}

/**
 * Support of a candidate; null if unknown or not offered. An account's offers count before the calendar. If the calendar
 * lacks a release, it is a candidate only as a patch of the present minor version, whose support it shares.
 */
function supportedAs(
  facts: AdviceFacts,
  { version, branch, lts }: Release,
): SupportedRelease['support'] | null {
  const { catalogue, product, day, offers } = facts;
  const isOffered = offers?.isOffered(version) ?? null;
  if (isOffered === false) return null;
  const status = supportOf(catalogue, product, version, day);
  const isLongTerm = status?.lts ?? lts;
  if (status !== null && isOffered !== true) return { ...supportFacts(status), isLongTerm };
  const isOwn = branch === productOf(product).versions.branch(facts.version);
  const isWithoutCalendar = !catalogue.support.some((period) => period.product === product);
  if (status?.phase === 'standard' || status?.phase === 'extended')
    return { ...supportFacts(status), isLongTerm };
  return isOffered === true || isOwn || isWithoutCalendar
    ? { phase: 'standard', standardEnds: null, laterEnds: null, isLongTerm }
    : null;
}

function rowOf(facts: AdviceFacts, { release, support }: SupportedRelease, order: number): AdviceRow {
  const { version, branch } = release;
  return { version, minor: branch, ...support, counts: countsAt(facts, version), order };
}

/** Computed on demand, since support alone decides most rows. */
function countsAt(facts: AdviceFacts, version: string): RowCounts {
  const known = (): StepFixes => fixesAmong(facts.reportedAt(facts.version), facts.idsAt(version));
  return {
    get urgentFixed() {
      return known().urgent;
    },
    get fixed() {
      return known().all;
    },
    get brings() {
      const here = facts.idsAt(facts.version);
      return facts.reportedAt(version).filter(({ bug }) => !here.has(bug.id)).length;
    },
  };
}

/** Numbers of the present version's bugs, as its diagnostic counts them, that a release is known to fix. */
export function fixesAt(facts: AdviceFacts, version: string): StepFixes {
  return fixesAmong(facts.countedAt(facts.version), facts.countedIdsAt(version));
}

/** @param there ids of all bugs that the other release may have */
function fixesAmong(here: readonly BugMatch[], there: ReadonlySet<string>): StepFixes {
  const urgent = urgentAmong(here);
  const fixedOf = (matches: readonly BugMatch[]): number =>
    matches.filter(({ bug }) => !there.has(bug.id)).length;
  return {
    urgent: fixedOf(urgent),
    all: fixedOf(here),
    of: { urgent: urgent.length, all: here.length },
  };
}
