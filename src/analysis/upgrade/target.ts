import { text } from '../../l10n/index.ts';
import type { BugMatch, Release, Text } from '../../model/index.ts';
import { productOf } from '../../products/index.ts';
import { effectBetween, idsOf } from '../bugs/change-effect.ts';
import { bugsInUpgradingTo, isReported } from '../bugs/known-bugs.ts';
import { supportMessage } from '../findings/support-finding.ts';
import { daysBetween, supportOf } from '../findings/support.ts';
import { isOutOfSupport, isSettled, type Ground } from './ground.ts';
import { endsSoon } from './support-left.ts';
import { blueGreenOf, demandsOf } from './upgrade-demands.ts';
import { effectOf, reachableBy, stepsTo } from './upgrade-path.ts';
import { urgentAmong } from '../bugs/urgent-among.ts';
import type { TargetRole, UpgradeTarget } from './advice.ts';

/**
 * A release to go to, with what changes by going there.
 * @param here the bugs of what one comes from, those of low confidence too
 * @param reason why it is chosen; null for the usual words of its role
 */
export function describeTarget(
  ground: Ground,
  here: readonly BugMatch[],
  release: Release,
  role: TargetRole,
  reason: Text | null,
): UpgradeTarget {
  const { catalogue, product, version: from, day, bugsAt } = ground;
  const { versions } = productOf(product);
  const to = release.version;
  const there = bugsAt(to);
  const { clears, undetermined, ...found } = effectBetween(here, there);
  const named = (matches: readonly BugMatch[]): BugMatch[] =>
    matches.map((match) => withFixTowards(ground, match, to));
  const cleared = idsOf(clears);
  const remains = here.filter((match) => isReported(match) && !cleared.has(match.bug.id));
  const brings = [
    ...(versions.line(from) === versions.line(to) ? [] : bugsInUpgradingTo(catalogue, product, to)),
    ...found.brings,
  ];
  const open = idsOf(undetermined);
  const unclear = remains.filter(({ bug }) => open.has(bug.id));
  const steps = stepsTo(ground, from, to);
  const reachable = reachableBy(steps);
  const support = supportOf(catalogue, product, to, day);
  const demands = demandsOf(
    catalogue,
    product,
    from,
    steps.map((step) => step.to),
  );
  return {
    version: to,
    role,
    path: steps.map((step) => step.to),
    clears: named(clears),
    remains: named(remains),
    brings: named(brings),
    undetermined: named(undetermined),
    supportEnds: support?.standardEnds ?? null,
    isSupported: !isOutOfSupport(ground, release),
    support: support === null ? null : supportMessage(support, day),
    reachable,
    way: text(`upgrade.reachable.${reachable}`),
    reason:
      reason ??
      text(`upgrade.reason.${role}`, {
        branch: versions.branch(to),
        line: versions.line(to) === versions.line(from) ? versions.line(to) : '',
        all: clears.length,
        clears: urgentAmong(clears).length,
        remains: urgentAmong(remains).length - urgentAmong(unclear).length,
        unclear: urgentAmong(unclear).length,
        brings: urgentAmong(brings).length,
      }),
    effect: effectOf(product, from, to),
    hazards: demands.map((demand) => demand.text),
    more: {
      url: release.url,
      supportUrl: support?.url ?? null,
      steps,
      caveats: caveatsOf(ground, release),
      demands,
      blueGreen: blueGreenOf(product, from, to),
    },
  };
}

function caveatsOf(ground: Ground, release: Release): Text[] {
  const { catalogue, product, day, soakDays } = ground;
  const support = supportOf(catalogue, product, release.version, day);
  const caveats: Text[] = [];
  if (support !== null && support.phase !== 'standard') caveats.push(supportMessage(support, day));
  const soon = support && endsSoon(support);
  if (soon) caveats.push(soon);
  if (!isSettled(ground, release)) {
    const { version, date } = release;
    caveats.push(text('upgrade.caveat.young', { version, date, days: daysBetween(date, day), soakDays }));
  }
  return caveats;
}

/**
 * The same with the fix that lies on the way to a target: of its own minor version, else the first of its major version that
 * it contains, else the first above it. Where its major version lists none, what is next to the present version.
 */
function withFixTowards({ lineage, product }: Ground, match: BugMatch, to: string): BugMatch {
  const { compare, line, branch } = productOf(product).versions;
  const fixes = lineage.fixes(match.bug);
  const inLine = [...fixes.values()].filter((fix) => line(fix) === line(to)).sort(compare);
  const fix =
    fixes.get(branch(to)) ??
    inLine.find((each) => lineage.containsRelease(to, each)) ??
    inLine.find((each) => compare(each, to) > 0);
  if (fix === undefined || fix === match.nearestFix) return match;
  return { ...match, nearestFix: fix, url: lineage.release(fix)?.url ?? null };
}
