import { text } from '../../l10n/index.ts';
import { lastDayOf, type Advice, type AdviceStep, type Catalogue, type Text } from '../../model/index.ts';
import { productName, productOf, type PinnedOs } from '../../products/index.ts';
import { adviceOfSteps } from '../advice/decide.ts';
import { SOAK_DAYS, type UpgradeOptions } from '../advice/options.ts';
import { sentences } from '../advice/reasons.ts';
import {
  chooseDestination,
  chooseNow,
  needsDestination,
  whenDestination,
  whenNow,
  type AdviceRow,
  type LaterRow,
  type AdviceQuestion,
  type RowCounts,
  type SupportFacts,
  type Timing,
} from '../advice/rule.ts';
import { countsOf } from '../bugs/counts.ts';
import { urgentAmong } from '../bugs/urgent-among.ts';
import { refreshText } from '../notes-days.ts';
import { daysBetween } from '../support/support.ts';
import { osBugsOfVersion } from '../bugs/systems/bugs.ts';
import { osCoverage } from '../bugs/systems/coverage.ts';
import { osSupportMessage, osSupportOf } from '../support/system-support.ts';
import { osUpgradeTargets } from './system-targets.ts';
import { imagesBeside, isLimitedByCluster, osReleases } from '../bugs/systems/releases.ts';
import type { UpgradeAdvice, UpgradeTarget } from './advice.ts';
import type { SourceSupport } from './upgrade-source.ts';

/** Age in days above which the newest known release is considered out of date: every system has quarterly releases. */
const MAX_DAYS_BETWEEN_RELEASES = 180;

/** Advice for a release of an operating system: the rule of all products, with a system as one minor version. */
export function osAdvice(
  catalogue: Catalogue,
  pinned: PinnedOs,
  { day, soakDays = SOAK_DAYS }: UpgradeOptions,
): UpgradeAdvice {
  const { settled, young, nearest, beyond } = osUpgradeTargets(catalogue, pinned, day, soakDays);
  const question = questionOf(catalogue, pinned, day);
  const now = chooseNow(question, settled === null ? [] : [rowOf(catalogue, settled, day)]).row;
  const later = beyond !== null && needsDestination(question, now) ? [laterRow(catalogue, beyond, day)] : [];
  const destination = chooseDestination(question, now, later);
  const nowStep =
    now && settled && stepTo(catalogue, pinned, settled, whenNow(question, now.counts.urgentFixed));
  const leaving: AdviceStep | null = destination &&
    beyond && {
      ...stepTo(catalogue, pinned, beyond, whenDestination(question, now)),
      path: [...(now === null ? [] : [now.version]), destination.version],
    };
  const taken = leaving ?? nowStep;
  const moving = adviceOfSteps(nowStep, leaving);
  const { advice, reason } =
    moving === null
      ? stayAdvice(catalogue, pinned, day, young, soakDays)
      : { advice: moving, reason: moving.reason };
  const bugs = osBugsOfVersion(catalogue, pinned);
  const ordered = [leaving && beyond, nowStep && settled, nearest, young, beyond];
  return {
    advice,
    // If nothing later is listed, a zero would read as "no bugs".
    counts: bugs.length === 0 ? null : countsOf(bugs),
    recommended: taken?.version ?? (advice === null ? null : 'stay'),
    reason,
    interim: leaving === null ? null : (nowStep?.version ?? null),
    notes: [
      ...(leaving === null || nowStep === null ? [] : [nowStep.reason]),
      ...(young === null || taken === null ? [] : [youngNote(catalogue, young, day, soakDays)]),
    ],
    sourceSupport: sourceOf(catalogue, pinned, day),
    creatable: { answer: null, source: null },
    cost: null,
    unreleased: null,
    targets: [...new Set(ordered.filter((target) => target !== null))],
  };
}

function questionOf(catalogue: Catalogue, { product, version }: PinnedOs, day: string): AdviceQuestion {
  const support = supportAt(catalogue, product, day);
  const none = { urgentFixed: 0, fixed: 0, brings: 0 };
  const here = { version, minor: product, isLongTerm: false, ...support, counts: none, order: -1 };
  const isUnlisted = productOf(product).notes === null && support.standardEnds === null;
  return { day, prefersLongTerm: false, here, major: { ...support, isUnlisted, year3Starts: null } };
}

function rowOf(catalogue: Catalogue, target: UpgradeTarget, day: string): AdviceRow {
  const { product, version } = target;
  return {
    version,
    minor: product,
    isLongTerm: false,
    ...supportAt(catalogue, product, day),
    counts: rowCounts(target),
    order: 0,
  };
}

/** Row of a later generation, which needs no offered path: only a replacement of hosts leads there. */
function laterRow(catalogue: Catalogue, target: UpgradeTarget, day: string): LaterRow {
  return {
    ...rowOf(catalogue, target, day),
    major: supportAt(catalogue, target.product, day),
    pathStatus: 'stated',
  };
}

function rowCounts({ clears, brings }: UpgradeTarget): RowCounts {
  return { urgentFixed: urgentAmong(clears).length, fixed: clears.length, brings: brings.length };
}

function supportAt(catalogue: Catalogue, product: PinnedOs['product'], day: string): SupportFacts {
  const support = osSupportOf(catalogue, product, day);
  if (support === null) return { phase: 'standard', standardEnds: null, laterEnds: null };
  const { standardEnds, maintenanceEnds = null } = support.period;
  return {
    phase: support.phase,
    standardEnds: standardEnds === null ? null : lastDayOf(standardEnds),
    laterEnds: maintenanceEnds,
  };
}

function stepTo(catalogue: Catalogue, pinned: PinnedOs, target: UpgradeTarget, timing: Timing): AdviceStep {
  const { product, version, image, clears, remains } = target;
  const isOwn = product === pinned.product;
  const isCounted = isOwn && osCoverage(catalogue, pinned) === 'known';
  const all = [...clears, ...remains];
  return {
    product,
    version,
    ...(image !== undefined && { image }),
    path: [version],
    ...timing,
    downtime: text('advice.downtime.replace'),
    reason: isOwn ? target.reason : leavingReason(catalogue, pinned, target, timing),
    fixes: isCounted
      ? {
          urgent: urgentAmong(clears).length,
          all: clears.length,
          of: { urgent: urgentAmong(all).length, all: all.length },
        }
      : null,
  };
}

function leavingReason(
  catalogue: Catalogue,
  { product }: PinnedOs,
  target: UpgradeTarget,
  { when }: Timing,
): Text {
  const name = productName(product);
  const date = catalogue.support.find((each) => each.product === product)?.standardEnds ?? null;
  const left =
    date === null
      ? null
      : text(when === 'before' ? 'advice.leaving.system' : 'advice.left.system', { name, date });
  return sentences([left, target.reason]);
}

/** Advice to stay on the newest known release, only while no later one is likely. */
function stayAdvice(
  catalogue: Catalogue,
  pinned: PinnedOs,
  day: string,
  young: UpgradeTarget | null,
  soakDays: number,
): { advice: Advice | null; reason: Text } {
  const images = imagesBeside(catalogue, pinned);
  const date = images[0]?.day ?? osReleases(catalogue, pinned.product).at(-1)?.date ?? null;
  const isCurrent = date !== null && daysBetween(date, day) <= MAX_DAYS_BETWEEN_RELEASES;
  const reason =
    young === null
      ? systemStayReason(catalogue, pinned, date, isCurrent)
      : text('advice.stay.young', { version: young.version, soakDays });
  const stays = isCurrent || young !== null;
  return { advice: stays ? { stay: true, now: null, destination: null, reason } : null, reason };
}

function systemStayReason(
  catalogue: Catalogue,
  pinned: PinnedOs,
  date: string | null,
  isCurrent: boolean,
): Text {
  const { kubernetes } = pinned;
  if (kubernetes !== undefined && isLimitedByCluster(catalogue, pinned))
    return text(isCurrent ? 'advice.stay.image' : 'advice.stay.oldImage', { kubernetes });
  if (date === null) return text('upgrade.none');
  return isCurrent
    ? text('upgrade.why.stay.os', { date })
    : text('upgrade.why.oldNotes', { date, refresh: refreshText(catalogue) });
}

function sourceOf(catalogue: Catalogue, { product }: PinnedOs, day: string): SourceSupport | null {
  const support = osSupportOf(catalogue, product, day);
  if (support === null) return null;
  const { standardEnds, url, scope } = support.period;
  return {
    status: support.phase,
    scope,
    standardEnds,
    extended: null,
    text: osSupportMessage(support),
    url,
  };
}

function youngNote(catalogue: Catalogue, { version }: UpgradeTarget, day: string, soakDays: number): Text {
  const date = catalogue.releases.find((release) => release.version === version)?.date ?? '';
  return text('upgrade.caveat.young', { version, date, days: daysBetween(date, day), soakDays });
}
