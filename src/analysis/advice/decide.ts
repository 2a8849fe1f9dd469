import { text } from '../../l10n/index.ts';
import type { Advice, AdviceStep, Release, Text } from '../../model/index.ts';
import { productOf } from '../../products/index.ts';
import { supportOf } from '../support/support.ts';
import { candidatesBeyond, candidatesInLine, fixesAt, hereRow, majorFacts } from './engine-rows.ts';
import type { Ground } from './ground.ts';
import { destinationReason, noWayReason, nowReason, stayReason, unlistedNote } from './reasons.ts';
import {
  chooseDestination,
  chooseNow,
  needsDestination,
  whenDestination,
  whenNow,
  type AdviceRow,
  type NowChoice,
  type Question,
} from './rule.ts';
import { stepsTo } from './upgrade-path.ts';

/** Advice for a version of an engine, with the releases that it names. */
export interface Decision {
  /** Null if there is no advice. */
  advice: Advice | null;
  /** Reason for the advice, or for its absence. */
  reason: Text;
  now: Release | null;
  destination: Release | null;
  /** Further facts that support the decision, apart from the reason. */
  notes: readonly Text[];
}

/** Decides the advice for a version that the catalogue covers. */
export function decide(ground: Ground): Decision {
  const { version, wayless } = ground;
  if (wayless !== null) return nothing(text(`upgrade.why.${wayless}`, { version }));
  const question: Question = {
    day: ground.day,
    prefersLongTerm: ground.prefer === 'lts',
    here: hereRow(ground),
    major: majorFacts(ground),
  };
  const inLine = candidatesInLine(ground);
  const releaseOf = (row: AdviceRow | null, among: readonly { row: AdviceRow; release: Release }[]) =>
    among.find((each) => each.row === row)?.release ?? null;
  const choice = chooseNow(
    question,
    inLine.map(({ row }) => row),
  );
  const now = releaseOf(choice.row, inLine);
  const beyond = needsDestination(question, choice.row)
    ? candidatesBeyond(ground, pathStart(ground, question, now))
    : [];
  const target = chooseDestination(
    question,
    choice.row,
    beyond.map(({ row }) => row),
  );
  const destination = releaseOf(target, beyond);
  const nowStep = choice.row && now && stepNow(ground, question, choice, now);
  const leaving: AdviceStep | null = target &&
    destination && {
      ...stepOf(ground, destination),
      path: pathTo(ground, question, now, destination),
      ...whenDestination(question, choice.row),
      reason: destinationReason(ground, question, now, destination, target.way),
    };
  const notes = unlistedNote(ground, now ?? ground.lineage.release(version) ?? null);
  const advice = adviceOfSteps(nowStep, leaving);
  if (advice === null) {
    if (question.here.phase === 'ended') return nothing(noWayReason(ground));
    const reason = stayReason(ground, question, choice, inLine);
    return { advice: { stay: true, now: null, destination: null, reason }, reason, now, destination, notes };
  }
  return {
    advice,
    reason: advice.reason,
    now,
    destination,
    notes: [...(leaving !== null && nowStep !== null ? [nowStep.reason] : []), ...notes],
  };
}

/** Advice to take one or two steps; null if there is none. The destination's reason replaces that of the first step. */
export function adviceOfSteps(now: AdviceStep | null, destination: AdviceStep | null): Advice | null {
  const last = destination ?? now;
  return last && { stay: false, now, destination, reason: last.reason };
}

function nothing(reason: Text): Decision {
  return { advice: null, reason, now: null, destination: null, notes: [] };
}

function stepNow(ground: Ground, question: Question, choice: NowChoice, now: Release): AdviceStep {
  return {
    ...stepOf(ground, now),
    path: [now.version],
    ...whenNow(question, choice.row ?? question.here),
    reason: nowReason(ground, question, choice, now),
  };
}

function stepOf(
  ground: Ground,
  { product, version }: Release,
): Pick<AdviceStep, 'product' | 'version' | 'longTerm' | 'downtime' | 'fixes'> {
  const { line } = productOf(product).versions;
  const isMajor = line(version) !== line(ground.version);
  const isLongTerm = supportOf(ground.catalogue, product, version, ground.day)?.lts === true;
  return {
    product,
    version,
    ...(isLongTerm && { longTerm: true }),
    downtime: text(`upgrade.downtime.${isMajor ? 'major' : 'patch'}`),
    fixes: fixesAt(ground, version),
  };
}

/**
 * Version at which the path to the destination begins: the release to take now if support has ended, else the present
 * version.
 */
function pathStart(ground: Ground, { here }: Question, now: Release | null): string {
  return here.phase === 'standard' || now === null ? ground.version : now.version;
}

function pathTo(
  ground: Ground,
  question: Question,
  now: Release | null,
  { version: to }: Release,
): readonly string[] {
  const start = pathStart(ground, question, now);
  const steps = stepsTo(ground, start, to).map((step) => step.to);
  return start === ground.version ? steps : [start, ...steps];
}
