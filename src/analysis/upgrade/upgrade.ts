import { text } from '../../l10n/index.ts';
import type { BugMatch, Catalogue, Release, Text, ProductId } from '../../model/index.ts';
import { lineageOf, productOf, type Demand } from '../../products/index.ts';
import type { EngineOffers } from './engine-offers.ts';
import { keyOfStates, type FeatureStates } from '../bugs/features.ts';
import { kept } from '../kept.ts';
import { bugsInUpgradingTo, bugsOfVersion, isReported } from '../bugs/known-bugs.ts';
import { supportMessage } from '../findings/support-finding.ts';
import { daysBetween, supportedLtsBranches, supportOf } from '../findings/support.ts';
import {
  candidatesOf,
  choose,
  isOutOfSupport,
  isSettled,
  releaseIn,
  SHORT_NOTICE,
  type Choice,
  type Ground,
} from './upgrade-choice.ts';
import { demandsOf } from './upgrade-demands.ts';
import { effectOf, reachableBy, stepsTo, type Reachable, type UpgradeStep } from './upgrade-path.ts';
import { costOf, creatableOf, sourceSupport, type Creatable, type SourceSupport } from './upgrade-source.ts';
import { urgentAmong } from '../bugs/urgent-among.ts';

export type TargetRole = 'same-branch' | 'clears' | 'lts' | 'newest';

/** One release to go to, and what changes by going there. Bugs are those of high and medium confidence that can apply. */
export interface UpgradeTarget {
  version: string;
  role: TargetRole;
  /** Every release on the way, the target last: a major line is never skipped (2 → 3 → 8.4). */
  path: readonly string[];
  clears: readonly BugMatch[];
  /** Not known to be fixed there: listed as a bug of it, or of another line on which the notes are silent. */
  remains: readonly BugMatch[];
  /** Known there, and not known of the present version. */
  brings: readonly BugMatch[];
  supportEnds: string | null;
  support: Text | null;
  reachable: Reachable;
  /** The same in words: how one gets there. */
  way: Text;
  reason: Text;
  /** What applying it does: restart, downtime, no way back. */
  effect: Text;
  /** What a step over a major line removes, renames or demands. */
  hazards: readonly Text[];
  /** Only for databases: what else belongs to the decision. */
  more?: TargetDetails;
  /** Only for operating systems: how sure it is that the target has these fixes. */
  certainty?: UpgradeCertainty;
}

export interface TargetDetails {
  /** Its notes. */
  url: string;
  /** The calendar that tells its support; null where none does. */
  supportUrl: string | null;
  /** Each step, and the page that offers it. */
  steps: readonly UpgradeStep[];
  /** What speaks against it: out of support, younger than the soak time, support that ends soon. */
  caveats: readonly Text[];
  /** The hazards, each with its page. */
  demands: readonly Demand[];
  /** What a blue/green deployment to it needs. */
  blueGreen: readonly Demand[];
  /** In standard support on that day; true where the calendar does not tell. */
  isSupported: boolean;
}

export interface UpgradeCertainty extends Record<string, number | boolean> {
  /** Fixes whose release a page names. */
  byVersion: number;
  /** Fixes that are placed by the day of their advisory. */
  byDate: number;
  /** The catalogue lacks releases in between: a nearer one may do. */
  hasGaps: boolean;
}

/** Whether to move at all, where to, and why. */
export interface UpgradeAdvice {
  /** A version, `stay`, or null where nothing can be recommended. */
  recommended: string | null;
  /** The one reason. */
  reason: Text;
  /** Where the way leads over a major version: the release of the present one that helps until then. */
  interim: string | null;
  /** What else decides: the interim release, a release that is too young, support that ends soon. */
  notes: readonly Text[];
  sourceSupport: SourceSupport | null;
  creatable: Creatable;
  /** How Extended Support is billed, where it is paid. */
  cost: Demand | null;
  /** In the order of recommendation. */
  targets: readonly UpgradeTarget[];
}

/** Days that a release must have been out before it is recommended. */
export const SOAK_DAYS = 14;

export interface UpgradeOptions {
  /** YYYY-MM-DD: which dates have passed. */
  day: string;
  states?: FeatureStates;
  soakDays?: number;
  /** What a scanned account was offered. */
  offers?: EngineOffers | null;
}

/** Advice for a version that the catalogue covers: ask for its coverage first. */
export function upgradeAdvice(
  catalogue: Catalogue,
  product: ProductId,
  version: string,
  options: UpgradeOptions,
): UpgradeAdvice {
  const ground = groundOf(catalogue, product, version, options);
  return adviceFrom(ground, choose(ground), ground.bugsAt(version).filter(isReported), [version]);
}

/** A release that somebody chose as a target, whether or not the advice names it; null where the notes have none above the version. */
export function upgradeTargetAt(
  catalogue: Catalogue,
  product: ProductId,
  from: string,
  to: string,
  options: UpgradeOptions,
): UpgradeTarget | null {
  const ground = groundOf(catalogue, product, from, options);
  const { branch, compare } = productOf(product).versions;
  const release = ground.lineage.release(to);
  if (release === undefined || compare(to, from) <= 0) return null;
  const role = branch(to) === branch(from) ? 'same-branch' : 'newest';
  return describe(ground, ground.bugsAt(from).filter(isReported), release, role, null);
}

export function groundOf(
  catalogue: Catalogue,
  product: ProductId,
  version: string,
  { day, states = new Map(), soakDays = SOAK_DAYS, offers = null }: UpgradeOptions,
): Ground {
  const lineage = lineageOf(catalogue, product);
  const bugsAt = (at: string): readonly BugMatch[] => bugsOfVersion(catalogue, product, at, states);
  return { catalogue, product, lineage, version, day, soakDays, offers, bugsAt };
}

/**
 * The advice that follows from a choice.
 * @param here the bugs of what one comes from
 * @param sources the releases that it can be
 */
export function adviceFrom(
  ground: Ground,
  choice: Choice,
  here: readonly BugMatch[],
  sources: readonly string[],
): UpgradeAdvice {
  const target = releaseIn(choice.recommended);
  const source = sourceSupport(ground, ground.version);
  return {
    recommended: target?.version ?? (choice.recommended === 'stay' ? 'stay' : null),
    reason: choice.reason,
    interim: choice.interim?.version ?? null,
    notes: notesOf(ground, choice, here),
    sourceSupport: source,
    creatable: creatableOf(ground, ground.version),
    cost: costOf(ground, source),
    targets: targetsOf(ground, choice, sources).map(([release, role]) =>
      describe(ground, here, release, role, release === target ? choice.reason : null),
    ),
  };
}

/**
 * Targets that an editor offers to write, the recommended one first: none where staying is right, and of those out of support
 * only what helps until a move over a major version is done.
 */
export function settableTargets(advice: UpgradeAdvice | null): readonly UpgradeTarget[] {
  if (advice === null || advice.recommended === 'stay') return [];
  return advice.targets.filter(
    ({ version, more }) => more?.isSupported !== false || version === advice.interim,
  );
}

interface NextStep {
  version: string;
  reason: Text;
}

/** Hundreds of assets of one version ask for the same. */
const NEXT_STEPS = new WeakMap<Catalogue, Map<string, NextStep | null>>();

/**
 * The recommended release of the present major version, which one edit can set: where the way leads over a major version, the
 * one that helps until then. Null where staying is right, or only a major version upgrade helps.
 */
export function nextStepInLine(
  catalogue: Catalogue,
  product: ProductId,
  version: string,
  options: UpgradeOptions,
): NextStep | null {
  const { day, states = new Map(), soakDays = SOAK_DAYS } = options;
  const known = kept(NEXT_STEPS, catalogue, () => new Map<string, NextStep | null>());
  const key = [product, version, day, soakDays, keyOfStates(states)].join(';');
  return kept(known, key, () => findNextStep(groundOf(catalogue, product, version, options)));
}

function findNextStep(ground: Ground): NextStep | null {
  const { recommended, interim } = choose(ground);
  const target = releaseIn(recommended);
  const next = target?.line === productOf(ground.product).versions.line(ground.version) ? target : interim;
  if (next === null) return null;
  const { cleared, of } = clearedBy(ground, ground.bugsAt(ground.version), next);
  const osUpgrade = next.osUpgrade === true;
  return {
    version: next.version,
    reason: text('upgrade.next', { cleared, urgent: of, osUpgrade }),
  };
}

/** How many of the urgent bugs a release is known to fix. */
function clearedBy(
  ground: Ground,
  here: readonly BugMatch[],
  release: Release,
): { cleared: number; of: number } {
  const weighing = urgentAmong(here);
  const there = idsOf(ground.bugsAt(release.version));
  return { cleared: weighing.filter(({ bug }) => !there.has(bug.id)).length, of: weighing.length };
}

function notesOf(ground: Ground, { recommended, interim, young }: Choice, here: readonly BugMatch[]): Text[] {
  const { catalogue, product, version, day, soakDays } = ground;
  const notes: Text[] = [];
  if (interim !== null) {
    const support = supportOf(catalogue, product, interim.version, day);
    notes.push(
      text('upgrade.note.interim', {
        version: interim.version,
        ...clearedBy(ground, here, interim),
        isExtended: support?.phase === 'extended',
      }),
    );
  }
  if (young !== null) {
    const days = daysBetween(young.date, day);
    notes.push(
      text('upgrade.note.young', {
        version: young.version,
        date: young.date,
        days,
        soakDays,
        ...clearedBy(ground, here, young),
      }),
    );
  }
  const own = recommended === 'stay' ? supportOf(catalogue, product, version, day) : null;
  if (own?.phase === 'standard' && own.daysLeft !== null && own.daysLeft <= SHORT_NOTICE) {
    notes.push(
      text('upgrade.note.endsSoon', { scope: own.scope, date: own.standardEnds, days: own.daysLeft }),
    );
  }
  return notes;
}

/**
 * The recommended release, the one that helps until then, and what else is asked for: the newest long-term support release,
 * the newest patch, the newest of the major version and of all. Each once, by its first role.
 */
function targetsOf(
  ground: Ground,
  { recommended, interim }: Choice,
  sources: readonly string[],
): [Release, TargetRole][] {
  const { catalogue, product, version, day } = ground;
  const { versions } = productOf(product);
  const branch = versions.branch(version);
  const ahead = candidatesOf(ground);
  const supported = ahead.filter((release) => !isOutOfSupport(ground, release));
  const ltsBranches = supportedLtsBranches(catalogue, product, day);
  const roleOf = (release: Release, otherwise: TargetRole): TargetRole => {
    if (release.branch === branch) return 'same-branch';
    return ltsBranches.includes(release.branch) ? 'lts' : otherwise;
  };
  const lts = ltsBranches.flatMap((each) => supported.findLast((release) => release.branch === each) ?? []);
  const patch = ahead.findLast((release) => release.branch === branch);
  const wanted: [Release | null | undefined, TargetRole][] = [
    [releaseIn(recommended), 'newest'],
    [interim, 'clears'],
    [lts[0], 'lts'],
    [supported.find((release) => release === patch), 'same-branch'],
    [supported.findLast((release) => release.line === versions.line(version)), 'newest'],
    [supported.at(-1), 'newest'],
    // The smallest step, though out of support.
    [patch, 'same-branch'],
  ];
  const chosen = new Map<Release, TargetRole>();
  for (const [release, role] of wanted) {
    if (release === null || release === undefined || chosen.has(release)) continue;
    if (sources.length === 1 && release.version === version) continue;
    chosen.set(release, roleOf(release, role));
  }
  return [...chosen];
}

function describe(
  ground: Ground,
  here: readonly BugMatch[],
  release: Release,
  role: TargetRole,
  reason: Text | null,
): UpgradeTarget {
  const { catalogue, product, version: from, day, bugsAt } = ground;
  const { versions, advice } = productOf(product);
  const to = release.version;
  const there = bugsAt(to);
  const hereIds = idsOf(here);
  const thereIds = idsOf(there);
  const clears = here.filter(({ bug }) => !thereIds.has(bug.id));
  const remains = here.filter(({ bug }) => thereIds.has(bug.id));
  const brings = [
    ...(versions.line(from) === versions.line(to) ? [] : bugsInUpgradingTo(catalogue, product, to)),
    ...there.filter((match) => isReported(match) && !hereIds.has(match.bug.id)),
  ];
  const reportedThere = idsOf(there.filter(isReported));
  const unclear = remains.filter(({ bug }) => !reportedThere.has(bug.id));
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
    clears,
    remains,
    brings,
    supportEnds: support?.standardEnds ?? null,
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
      blueGreen: advice?.blueGreen ?? [],
      isSupported: !isOutOfSupport(ground, release),
    },
  };
}

function caveatsOf(ground: Ground, release: Release): Text[] {
  const { catalogue, product, day, soakDays } = ground;
  const support = supportOf(catalogue, product, release.version, day);
  const caveats: Text[] = [];
  if (support !== null && support.phase !== 'standard') caveats.push(supportMessage(support, day));
  if (support?.phase === 'standard' && support.daysLeft !== null && support.daysLeft <= SHORT_NOTICE) {
    caveats.push(
      text('upgrade.note.endsSoon', {
        scope: support.scope,
        date: support.standardEnds,
        days: support.daysLeft,
      }),
    );
  }
  if (!isSettled(ground, release)) {
    const { version, date } = release;
    caveats.push(text('upgrade.caveat.young', { version, date, days: daysBetween(date, day), soakDays }));
  }
  return caveats;
}

function idsOf(matches: readonly BugMatch[]): ReadonlySet<string> {
  return new Set(matches.map(({ bug }) => bug.id));
}
