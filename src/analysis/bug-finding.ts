import { text } from '../l10n/index.ts';
import {
  auroraBranch,
  compareSeverity,
  compareVersions,
  isSerious,
  type Asset,
  type BugDetails,
  type BugMatch,
  type Catalogue,
  type EditorLevel,
  type Feature,
  type Finding,
  type FindingSeverity,
  type KnownBug,
  type Text,
} from '../model/index.ts';
import { kindsOf, placeOf } from './finding-parts.ts';
import { isReported } from './known-bugs.ts';
import { countsOf, sharedStates } from './known-here.ts';
import type { Lineage } from './lineage.ts';
import { supportOf } from './support.ts';
import { answerSymptom } from './incident/fit/index.ts';
import { nextStepInLine } from './upgrade.ts';

/** Assets that share one written version: one place, one finding a subject, however many assets use it. */
export interface WrittenVersion {
  version: string;
  assets: readonly [Asset, ...Asset[]];
  /** Bugs of all assets, each with the strongest of its answers. */
  matches: readonly BugMatch[];
  featuresInUse: readonly Feature[];
  /** An Auto Scaling group replaces instances by a load balancer's health check: connection bugs then cost most. */
  exposedToLoop: boolean;
  /** Days that a release must have been out before it is recommended. */
  soakDays: number;
}

/** What a replacement loop looks like from the database: the trouble whose listed bugs are named first. */
const LOOP_SYMPTOM = 'connections aborted under many connects';

/** The known bugs of a written version in one finding, or null when none is listed. */
export function bugFinding(
  catalogue: Catalogue,
  lineage: Lineage,
  written: WrittenVersion,
  today: string,
): Finding | null {
  const reported = orderForReader(written, catalogue.bugs);
  if (reported.length === 0) return null;
  const { version, assets } = written;
  const example = reported.find(({ nearestFix }) => nearestFix !== null);
  return {
    ruleId: 'known-bugs',
    ...placeOf(assets),
    severity: worst(reported),
    level: levelOf(catalogue, lineage, version, reported, today),
    applies: reported.some(({ applies }) => applies === 'on') ? 'on' : 'possible',
    message: bugMessage(catalogue, lineage, written, reported, example),
    bugIds: reported.map(({ bug }) => bug.id),
    bugs: detailsOf(catalogue, written, reported, today),
    coverage: 'known',
    helpUri: example?.url ?? lineage.release(version)?.url ?? '',
  };
}

/** The bugs to show, the most important first: nearest to the loop's symptom where a loop threatens, else the worst. */
export function orderForReader(
  { matches, exposedToLoop }: WrittenVersion,
  known: readonly KnownBug[],
): BugMatch[] {
  const reported = matches.filter(isReported);
  if (!exposedToLoop) return reported;
  const listed = reported.filter(({ bug }) => bug.origin === 'notes');
  const nearest = answerSymptom(LOOP_SYMPTOM, listed, known).fits[0]?.match;
  if (nearest === undefined) return reported;
  return [nearest, ...reported.filter((match) => match !== nearest)];
}

const SHOWN_BUGS = 5;

function detailsOf(
  catalogue: Catalogue,
  { version, assets, featuresInUse, soakDays }: WrittenVersion,
  reported: readonly BugMatch[],
  today: string,
): BugDetails {
  return {
    product: 'aurora-mysql',
    version,
    ...countsOf(reported),
    top: reported.slice(0, SHOWN_BUGS),
    advice: nextStepInLine(catalogue, version, {
      day: today,
      states: sharedStates(assets, featuresInUse),
      soakDays,
    }),
  };
}

function worst(matches: readonly BugMatch[]): FindingSeverity {
  return matches.map(({ bug }) => bug.severity).sort(compareSeverity)[0] ?? 'info';
}

/**
 * Warning when a serious bug that can apply is fixed on the version's own branch, or one whose features are in use is
 * fixed elsewhere. The newest patch of a branch in support always has bugs fixed elsewhere: information at the most.
 */
function levelOf(
  catalogue: Catalogue,
  lineage: Lineage,
  version: string,
  reported: readonly BugMatch[],
  today: string,
): EditorLevel {
  const branch = auroraBranch(version);
  const isNewestPatch = lineage.newestOnBranch(branch)?.version === version;
  if (isNewestPatch && supportOf(catalogue, version, today)?.phase === 'standard') return 'information';
  const warns = reported.some(
    (match) => isSerious(match.bug.severity) && (isOnOwnBranch(match, branch) || match.applies === 'on'),
  );
  return warns ? 'warning' : 'information';
}

function isOnOwnBranch(match: BugMatch, branch: string): boolean {
  return match.nearestFix !== null && auroraBranch(match.nearestFix) === branch;
}

function bugMessage(
  catalogue: Catalogue,
  lineage: Lineage,
  { version, assets, exposedToLoop }: WrittenVersion,
  reported: readonly BugMatch[],
  example: BugMatch | undefined,
): Text {
  const branch = auroraBranch(version);
  const listed = reported.filter(({ bug }) => bug.origin === 'notes');
  const serious = listed.filter(({ bug }) => isSerious(bug.severity));
  const counted = serious.length > 0 ? serious : listed;
  const own = counted.filter((match) => isOnOwnBranch(match, branch));
  const elsewhere = counted.filter((match) => !isOnOwnBranch(match, branch));
  return text('finding.bugs', {
    version,
    kinds: kindsOf(assets),
    serious: serious.length > 0,
    own: own.length,
    branch,
    newest: lineage.newestOnBranch(branch)?.version ?? version,
    elsewhere: elsewhere.length,
    branches: elsewhereBranches(elsewhere),
    example: example?.bug.title ?? null,
    fix: example?.nearestFix ?? null,
    nearest: exposedToLoop && example?.bug.impact === 'connectivity',
    ownIssues: reported.length - listed.length,
    mayRunNewer: assets[0].mayRunNewer,
    asOf: catalogue.asOf.slice(0, 10),
  });
}

/** `2.12`, or `3.05 … 8.4` when there are many. */
function elsewhereBranches(matches: readonly BugMatch[]): string[] {
  const named = matches.flatMap(({ nearestFix }) => (nearestFix === null ? [] : [auroraBranch(nearestFix)]));
  const branches = [...new Set(named)].sort(compareVersions);
  const [first, last] = [branches[0], branches.at(-1)];
  return branches.length > 3 && first !== undefined && last !== undefined ? [`${first} … ${last}`] : branches;
}
