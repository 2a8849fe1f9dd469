import { text } from '../../l10n/index.ts';
import type { Advice, AdviceStep, Release, Text } from '../../model/index.ts';
import { productOf } from '../../products/index.ts';
import { acceptedRelease } from '../support/not-in-api.ts';
import { supportOf } from '../support/support.ts';
import {
  candidatesBeyond,
  candidatesInLine,
  fixesAt,
  majorFacts,
  presentRow,
  type Candidate,
} from './engine-rows.ts';
import type { AdviceFacts } from './advice-facts.ts';
import { destinationReason, noAdviceReason, nowReason, stayReason, unlistedNote } from './reasons.ts';
import {
  chooseDestination,
  chooseNow,
  needsDestination,
  whenDestination,
  whenNow,
  type AdviceRow,
  type LaterRow,
  type NowChoice,
  type AdviceQuestion,
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
  /** Releases that the reason compares with them. */
  compared: readonly Release[];
  /** Further facts that support the decision, apart from the reason. */
  notes: readonly Text[];
}

/** Decides the advice for a version that the catalogue covers. */
export function decide(facts: AdviceFacts): Decision {
  const { version, noPathReason } = facts;
  if (noPathReason !== null) return withoutAdvice(text(`upgrade.why.${noPathReason}`, { version }));
  const question = questionOf(facts);
  const inLine = candidatesInLine(facts);
  const choice = chooseNow(question, rowsOf(inLine));
  const young = tooYoung(facts, question, choice);
  const now = releaseOf(choice.row, inLine);
  const target = targetBeyond(facts, question, choice, now);
  const nowStep = now && stepNow(facts, question, choice, young, now);
  const leaving = target && stepBeyond(facts, question, choice, now, target);
  const steps = adviceOfSteps(nowStep, leaving);
  const destination = target?.release ?? null;
  const compared = [choice.passedOver, young].flatMap(
    (row) => facts.lineage.release(row?.version ?? '') ?? [],
  );
  const notes = unlistedNote(facts, now ?? facts.lineage.release(version) ?? null);
  if (steps !== null) {
    const firstReason = leaving !== null && nowStep !== null ? [nowStep.reason] : [];
    return {
      advice: steps,
      reason: steps.reason,
      now,
      destination,
      compared,
      notes: [...firstReason, ...notes],
    };
  }
  if (question.here.phase === 'ended') return withoutAdvice(noAdviceReason(facts));
  const reason = stayReason(facts, question, choice, young, inLine);
  const advice = { stay: true, now: null, destination: null, reason };
  return { advice, reason, now, destination, compared, notes };
}

function questionOf(facts: AdviceFacts): AdviceQuestion {
  return {
    day: facts.day,
    prefersLongTerm: facts.prefer === 'lts',
    here: presentRow(facts),
    major: majorFacts(facts),
  };
}

/** Release that would be chosen instead if it were out for the soak time; null if there is none. */
function tooYoung(facts: AdviceFacts, question: AdviceQuestion, { row }: NowChoice): AdviceRow | null {
  const eager = chooseNow(question, rowsOf(candidatesInLine(facts, 0))).row;
  return eager?.version === row?.version ? null : eager;
}

function rowsOf<Row extends AdviceRow>(candidates: readonly Candidate<Row>[]): readonly Row[] {
  return candidates.map(({ row }) => row);
}

/** Release of a later major version to move to; null if the present one can be kept, or if there is none. */
function targetBeyond(
  facts: AdviceFacts,
  question: AdviceQuestion,
  choice: NowChoice,
  now: Release | null,
): Candidate<LaterRow> | null {
  const beyond = needsDestination(question, choice.row)
    ? candidatesBeyond(facts, pathStart(facts, question, now))
    : [];
  const target = chooseDestination(question, choice.row, rowsOf(beyond));
  return beyond.find(({ row }) => row === target) ?? null;
}

function stepBeyond(
  facts: AdviceFacts,
  question: AdviceQuestion,
  choice: NowChoice,
  now: Release | null,
  { row, release }: Candidate<LaterRow>,
): AdviceStep {
  return {
    ...adviceStepTo(facts, release),
    path: pathTo(facts, question, now, release),
    ...whenDestination(question, choice.row),
    reason: destinationReason(facts, question, now, release, row.pathStatus),
  };
}

function releaseOf(row: AdviceRow | null, candidates: readonly Candidate[]): Release | null {
  return candidates.find((each) => each.row === row)?.release ?? null;
}

/** Advice to take one or two steps; null if there is none. The destination's reason replaces that of the first step. */
export function adviceOfSteps(now: AdviceStep | null, destination: AdviceStep | null): Advice | null {
  const last = destination ?? now;
  return last && { stay: false, now, destination, reason: last.reason };
}

function withoutAdvice(reason: Text): Decision {
  return { advice: null, reason, now: null, destination: null, compared: [], notes: [] };
}

function stepNow(
  facts: AdviceFacts,
  question: AdviceQuestion,
  choice: NowChoice,
  young: AdviceRow | null,
  now: Release,
): AdviceStep {
  return {
    ...adviceStepTo(facts, now),
    path: [now.version],
    ...whenNow(question, fixesAt(facts, now.version).urgent),
    reason: nowReason(facts, choice, young, now),
  };
}

function adviceStepTo(
  facts: AdviceFacts,
  { product, version }: Release,
): Pick<AdviceStep, 'product' | 'version' | 'longTerm' | 'write' | 'downtime' | 'fixes'> {
  const { line } = productOf(product).versions;
  const isMajor = line(version) !== line(facts.version);
  const isLongTerm = supportOf(facts.catalogue, product, version, facts.day)?.lts === true;
  const write = acceptedRelease(product, version, version);
  return {
    product,
    version,
    ...(isLongTerm && { longTerm: true }),
    ...(write !== null && { write }),
    downtime: text(`upgrade.downtime.${isMajor ? 'major' : 'patch'}`),
    fixes: fixesAt(facts, version),
  };
}

/**
 * Version at which the path to the destination begins: the release to take now if support has ended, else the present
 * version.
 */
function pathStart(facts: AdviceFacts, { here }: AdviceQuestion, now: Release | null): string {
  return here.phase === 'standard' || now === null ? facts.version : now.version;
}

function pathTo(
  facts: AdviceFacts,
  question: AdviceQuestion,
  now: Release | null,
  { version: to }: Release,
): readonly string[] {
  const start = pathStart(facts, question, now);
  const steps = stepsTo(facts, start, to).map((step) => step.to);
  return start === facts.version ? steps : [start, ...steps];
}
