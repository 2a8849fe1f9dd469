import { text } from '../../l10n/index.ts';
import type { AdviceStep, BugMatch, Release, Text } from '../../model/index.ts';
import { productOf } from '../../products/index.ts';
import { effectBetween, idsOf } from '../bugs/changes/change-effect.ts';
import { bugsInUpgradingTo, isReported, sortedFixes } from '../bugs/known-bugs.ts';
import { supportMessage } from '../support/support-message.ts';
import { daysBetween, supportOf, type SupportStatus } from '../support/support.ts';
import { isOutOfSupport, isSettled, type AdviceFacts } from '../advice/advice-facts.ts';
import { blueGreenOf, demandsOf } from './upgrade-demands.ts';
import { effectOf, pathReachability, stepsTo, type UpgradeStep } from '../advice/upgrade-path.ts';
import { urgentAmong } from '../bugs/urgent-among.ts';
import type { TargetRole, UpgradeTarget } from './advice.ts';

/** Days before the end of support from which a target warns about it. */
const WARN_DAYS = 90;

/**
 * Describes a target and its effect on bugs.
 * @param step of the advice, if it leads to the target: gives the path and the reason
 */
export function describeTarget(
  facts: AdviceFacts,
  release: Release,
  role: TargetRole,
  step: AdviceStep | null,
): UpgradeTarget {
  const { catalogue, product, version: from, day } = facts;
  const to = release.version;
  const effect = bugEffect(facts, to);
  const steps = stepsAlong(facts, from, step?.path ?? [to]);
  const path = steps.map((each) => each.to);
  const reachable = pathReachability(steps);
  const support = supportOf(catalogue, product, to, day);
  const demands = demandsOf(catalogue, product, from, path);
  return {
    product,
    version: to,
    role,
    path,
    ...effect,
    supportEnds: support?.standardEnds ?? null,
    isSupported: !isOutOfSupport(facts, release),
    support: support === null ? null : supportMessage(support, day),
    reachable,
    way: text(`upgrade.reachable.${reachable}`),
    reason: step?.reason ?? reasonOf(facts, to, role, effect),
    effect: effectOf(product, from, to),
    hazards: demands.map((demand) => demand.text),
    more: {
      url: release.url,
      supportUrl: support?.url ?? null,
      extended: support?.phase === 'extended' ? support.extended : null,
      steps,
      caveats: caveatsOf(facts, release),
      demands,
      blueGreen: blueGreenOf(product, from, to),
    },
  };
}

type BugEffect = Pick<UpgradeTarget, 'clears' | 'remains' | 'brings' | 'undetermined' | 'undeterminedThere'>;

/** Bugs by the effect of an upgrade on them, each with the fix that is nearest on the path. */
function bugEffect(facts: AdviceFacts, to: string): BugEffect {
  const { catalogue, product, version: from, bugsAt } = facts;
  const { line } = productOf(product).versions;
  const here = bugsAt(from);
  const { clears, brings, undetermined, undeterminedThere } = effectBetween(here, bugsAt(to));
  const notRemaining = idsOf(clears).union(idsOf(undetermined));
  const ofUpgrade = line(from) === line(to) ? [] : bugsInUpgradingTo(catalogue, product, to);
  const withFixes = (matches: readonly BugMatch[]): BugMatch[] =>
    matches.map((match) => withFixTowards(facts, match, to));
  return {
    clears: withFixes(clears),
    remains: withFixes(here.filter((match) => isReported(match) && !notRemaining.has(match.bug.id))),
    brings: withFixes([...ofUpgrade, ...brings]),
    undetermined: withFixes(undetermined),
    undeterminedThere: withFixes(undeterminedThere),
  };
}

function reasonOf(
  { product, version: from }: AdviceFacts,
  to: string,
  role: TargetRole,
  { clears, remains, undetermined, brings }: BugEffect,
): Text {
  const { branch, line } = productOf(product).versions;
  const isInLine = line(to) === line(from);
  const urgent = [
    [urgentAmong(remains).length, 'upgrade.amount.remains'],
    [urgentAmong(undetermined).length, 'upgrade.amount.unclear'],
    [urgentAmong(brings).length, 'upgrade.amount.brings'],
  ] as const;
  return text(`upgrade.reason.${role === 'newest' && isInLine ? 'clears' : role}`, {
    branch: branch(to),
    line: isInLine ? line(to) : '',
    amounts: [
      text('upgrade.amount.fixed', { all: clears.length, urgent: urgentAmong(clears).length }),
      ...urgent.flatMap(([count, key]) => (count === 0 ? [] : text(key, { count }))),
    ],
  });
}

function caveatsOf(facts: AdviceFacts, release: Release): Text[] {
  const { catalogue, product, day, soakDays } = facts;
  const support = supportOf(catalogue, product, release.version, day);
  const caveats: Text[] = [];
  if (support !== null && support.phase !== 'standard') caveats.push(supportMessage(support, day));
  if (support?.phase === 'standard' && isSoon(support)) caveats.push(supportMessage(support, day));
  if (!isSettled(facts, release)) {
    const { version, date } = release;
    caveats.push(text('upgrade.caveat.young', { version, date, days: daysBetween(date, day), soakDays }));
  }
  return caveats;
}

function isSoon({ daysLeft }: SupportStatus): boolean {
  return daysLeft !== null && daysLeft <= WARN_DAYS;
}

/** Steps along some releases, the last of which is the target. */
function stepsAlong(facts: AdviceFacts, from: string, path: readonly string[]): UpgradeStep[] {
  return path.flatMap((to, index) => stepsTo(facts, path[index - 1] ?? from, to));
}

/**
 * Match with the fix that is nearest on the path to another major version: of the target's minor version, else the first
 * of its major version that the target contains, else the first above it. Within a major version, and if the other one
 * lists none, it is the fix nearest to the present version. A bug of an upstream keeps the fix in the upstream's numbers.
 */
function withFixTowards({ lineage, product, version }: AdviceFacts, match: BugMatch, to: string): BugMatch {
  const { compare, line, branch } = productOf(product).versions;
  if (match.bug.product !== product || line(to) === line(version)) return match;
  const fixes = lineage.fixes(match.bug);
  const inLine = sortedFixes(fixes, compare).filter((fix) => line(fix) === line(to));
  const fix =
    fixes.get(branch(to)) ??
    inLine.find((each) => lineage.containsRelease(to, each)) ??
    inLine.find((each) => compare(each, to) > 0);
  if (fix === undefined || fix === match.nearestFix) return match;
  return { ...match, nearestFix: fix, url: lineage.release(fix)?.url ?? null };
}
