import { text } from '../../l10n/index.ts';
import {
  isSerious,
  type BugMatch,
  type Catalogue,
  type NumberedImage,
  type NoticeTopic,
  type Release,
  type Text,
  type ProductId,
} from '../../model/index.ts';
import { isInRanges, productOf, type PinnedOs, productName } from '../../products/index.ts';
import type { UpgradeCertainty, UpgradeTarget } from './advice.ts';
import { osReleaseGap, type OsReleaseGap } from '../bugs/systems/release-gap.ts';
import { daysBetween } from '../support/support.ts';
import { osSupportMessage, osSupportOf, type OsSupport } from '../support/system-support.ts';
import { imageDisplayName } from '../bugs/systems/messages.ts';
import { isRecalled, warningsOf, warningText } from '../bugs/systems/release-notices.ts';
import { cautionText } from '../bugs/systems/image-changes.ts';
import {
  imageNumberOf,
  imagesAfter,
  imagesBeside,
  isLimitedByCluster,
  osReleases,
} from '../bugs/systems/releases.ts';

/** Notices on the path that matter for an update; `known-issue` only for the target itself. */
const WARNED_TOPICS = [
  'default-kernel',
  'python',
  'end-of-support',
] as const satisfies readonly NoticeTopic[];

/** Possible targets for a release of a system. */
export interface OsTargets {
  /** Newest release that is old enough; null if there is none. */
  settled: UpgradeTarget | null;
  /** Newest release, if it is too young. */
  young: UpgradeTarget | null;
  /** Nearest release that has every critical and high fix which the pinned one lacks, if it is a different one. */
  nearest: UpgradeTarget | null;
  /** Newest release of the next generation. */
  beyond: UpgradeTarget | null;
}

/**
 * Upgrade targets of an Amazon Linux release. Releases are cumulative, so none introduces a bug. Withdrawn releases are
 * left out.
 * @param today YYYY-MM-DD, for support dates and ages
 */
export function osUpgradeTargets(
  catalogue: Catalogue,
  pinned: PinnedOs,
  today: string,
  soakDays: number,
): OsTargets {
  const behind = osReleaseGap(catalogue, pinned);
  const next = productOf(pinned.product).system?.next ?? null;
  const within = behind === null ? NO_TARGETS : withinGeneration(catalogue, behind, today, soakDays);
  return {
    ...within,
    beyond: next === null ? null : ofNextGeneration(catalogue, pinned, next, today, soakDays),
  };
}

const NO_TARGETS = { settled: null, young: null, nearest: null };

function withinGeneration(
  catalogue: Catalogue,
  behind: OsReleaseGap,
  today: string,
  soakDays: number,
): Omit<OsTargets, 'beyond'> {
  const all = releasesWithImages(
    behind.later.filter((release) => !isRecalled(release)),
    behind,
    isLimitedByCluster(catalogue, behind.pinned),
  );
  const isSettled = ({ date }: Pick<Release, 'date'>): boolean => daysBetween(date, today) >= soakDays;
  const ahead = all.filter(isSettled);
  const settled = ahead.at(-1);
  const newest = all.at(-1);
  const nearest = nearestThatClears(ahead, behind.matches);
  const support = osSupportOf(catalogue, behind.pinned.product, today);
  const describe = (target: Release, role: 'clears' | 'newest'): UpgradeTarget => ({
    ...targetFields(target, role, behind),
    ...supportFields(support),
  });
  return {
    settled: settled === undefined ? null : describe(settled, 'newest'),
    young: newest === undefined || newest === settled ? null : describe(newest, 'newest'),
    nearest: nearest === null || nearest === settled ? null : describe(nearest, 'clears'),
  };
}

function supportFields(
  support: OsSupport | null,
): Pick<UpgradeTarget, 'supportEnds' | 'isSupported' | 'support'> {
  if (support === null) return { supportEnds: null, isSupported: true, support: null };
  const { ends, phase } = support;
  return { supportEnds: ends, isSupported: phase !== 'ended', support: osSupportMessage(support) };
}

/** Releases with images newer than the pinned one; all releases if there are none and no cluster limits the choice. */
function releasesWithImages(
  releases: readonly Release[],
  { pinned, images }: OsReleaseGap,
  isLimited: boolean,
): readonly Release[] {
  const built = imagesAfter(images, pinned).flatMap(({ version }) => version ?? []);
  const { compare } = productOf(pinned.product).versions;
  const found = releases.filter(({ version }) => built.some((base) => compare(base, version) === 0));
  return found.length > 0 || isLimited ? found : releases;
}

/** Nearest release with all serious fixes; null if no serious fix is known to be missing. */
function nearestThatClears(ahead: readonly Release[], matches: readonly BugMatch[]): Release | null {
  const serious = matches.filter(mayBeSerious);
  if (serious.length === 0) return null;
  return ahead.find((release) => serious.every((match) => isFixedIn(match, release))) ?? null;
}

function targetFields(
  target: Release,
  role: 'clears' | 'newest',
  behind: OsReleaseGap,
): Omit<UpgradeTarget, keyof ReturnType<typeof supportFields>> {
  const { pinned, matches } = behind;
  const clears = matches.filter((match) => isFixedIn(match, target));
  const fixes = clears.filter(({ bug }) => bug.origin === 'notes');
  const certainty = certaintyOf(fixes, behind);
  const amounts = {
    pinned: pinned.version,
    date: target.date,
    gains: role === 'clears' ? gainsText(fixes, certainty) : gainsOfNewest(fixes, certainty, behind),
    hasGaps: certainty.hasGaps,
  };
  const image = imageFor(target, behind);
  const newest = role === 'newest' ? image : undefined;
  return {
    product: target.product,
    version: target.version,
    ...(image && { image: imageNumberOf(image) }),
    role,
    path: [target.version],
    clears,
    remains: matches.filter((match) => !isFixedIn(match, target)),
    brings: [],
    undetermined: [],
    undeterminedThere: [],
    reachable: 'in-place',
    way: instructionsFor(target, behind),
    reason: withWarnings(
      behind,
      newest === undefined
        ? text(`os.upgrade.${role}`, amounts)
        : text('os.upgrade.newestImage', { ...amounts, publisher: publisherOf(newest), day: newest.day }),
    ),
    effect: text('os.upgrade.effect'),
    hazards: [...imageCautions(target, behind), ...noticesUpTo(target, behind.later)],
    certainty,
  };
}

/** Gains of the newest release, after its name. Newer packages are named if no fix is listed. */
function gainsOfNewest(
  fixes: readonly BugMatch[],
  certainty: UpgradeCertainty,
  { isWithoutAdvisories, updated }: OsReleaseGap,
): Text {
  if (fixes.length > 0) return text('os.upgrade.gains.included', { gains: gainsText(fixes, certainty) });
  return text(isWithoutAdvisories ? 'os.upgrade.gains.unknown' : 'os.upgrade.gains.none', {
    updated: [...updated],
  });
}

function gainsText(fixes: readonly BugMatch[], certainty: UpgradeCertainty): Text {
  return text('os.upgrade.gains', {
    fixes: fixes.length,
    serious: fixes.filter(({ bug }) => isSerious(bug.severity)).length,
    cves: new Set(fixes.flatMap(({ bug }) => bug.cves)).size,
    certainty: certaintyText(certainty),
  });
}

function certaintyText({ byVersion, byDate }: UpgradeCertainty): Text {
  if (byDate === 0) return text('os.upgrade.certainty.byVersion');
  return byVersion === 0
    ? text('os.upgrade.certainty.byDate')
    : text('os.upgrade.certainty', { byVersion, byDate });
}

/** Reason, after the warnings about the present release. */
function withWarnings({ pinned, warnings }: OsReleaseGap, reason: Text): Text {
  if (warnings.length === 0) return reason;
  const { product, version } = pinned;
  const image = imageDisplayName(product, productOf(product).system?.pinName(pinned) ?? version);
  return text('os.upgrade.from', {
    version: image ?? version,
    warnings: warnings.map(warningText),
    reason,
  });
}

function isFixedIn({ bug, nearestFix }: BugMatch, release: Release): boolean {
  if (bug.origin === 'team') return isInRanges(release.version, bug.fixedIn ?? []);
  return nearestFix !== null && productOf(bug.product).versions.compare(nearestFix, release.version) <= 0;
}

/** True for an unrated bug, which may be serious: a target has to fix it, but it is not counted as serious. */
function mayBeSerious({ bug }: BugMatch): boolean {
  return isSerious(bug.severity) || bug.severity === 'unrated';
}

function certaintyOf(clears: readonly BugMatch[], { isAtLeast }: OsReleaseGap): UpgradeCertainty {
  const byDate = clears.filter(({ bug }) => bug.os?.assigned === 'by date').length;
  return { byVersion: clears.length - byDate, byDate, hasGaps: isAtLeast };
}

/**
 * Instructions for an upgrade. A system without packages of its own is replaced as a whole. A separately numbered image
 * is chosen by its day, the first that its publisher built from the release; `dnf` accepts a release number of 2023,
 * `yum` of 2 does not.
 */
function instructionsFor(target: Release, behind: OsReleaseGap): Text {
  const { version, date, product } = target;
  if (behind.pinned.byDate) {
    const image = imageFor(target, behind);
    return image === undefined
      ? text('os.upgrade.way.byDate', { date, version })
      : text('os.upgrade.way.image', {
          day: image.day,
          base: image.version ?? '',
          publisher: publisherOf(image),
        });
  }
  if (productOf(product).host?.installsSoftware === false)
    return text('os.upgrade.way.wholeImage', { version });
  return productOf(product).system?.takesReleaseByNumber === true
    ? text('os.upgrade.way.dnf', { version })
    : text('os.upgrade.way.yum', { version });
}

/** Newest image that was built from a release, else the first from a later one; for an image that is chosen by its day. */
function imageFor(
  { version, product }: Release,
  { pinned, images }: OsReleaseGap,
): NumberedImage | undefined {
  if (!pinned.byDate) return undefined;
  const { compare } = productOf(product).versions;
  const isFrom = (base: NumberedImage): boolean =>
    base.version !== null && compare(base.version, version) === 0;
  const isLater = (base: NumberedImage): boolean =>
    base.version !== null && compare(base.version, version) > 0;
  return images.find(isFrom) ?? images.findLast(isLater);
}

function publisherOf({ publisher }: NumberedImage): string {
  return publisher.toUpperCase();
}

/** Cautions in the changelog of the image that the advice names. */
function imageCautions(target: Release, behind: OsReleaseGap): Text[] {
  const image = imageFor(target, behind);
  const caution = image === undefined ? null : cautionText(image);
  if (image === undefined || caution === null) return [];
  return [text('os.image.target', { day: image.day, publisher: publisherOf(image), caution })];
}

/** Notices up to a target, each kind once, from the first release that has it: later pages repeat it. */
function noticesUpTo(target: Release, later: readonly Release[]): Text[] {
  const passed = later.filter(
    ({ version }) => productOf(target.product).versions.compare(version, target.version) <= 0,
  );
  const warnings = WARNED_TOPICS.flatMap((topic) => {
    const release = passed.find(({ items }) => items.some((item) => item.topic === topic));
    if (release === undefined) return [];
    return [text(`os.upgrade.notice.${topic}`, { version: release.version, url: release.url })];
  });
  const ownWarnings = warningsOf(target).map((warning) =>
    text('os.upgrade.target', { version: target.version, warning: warningText(warning) }),
  );
  return [...ownWarnings, ...warnings];
}

/** Newest release of the next generation; for a separately numbered image, the base of its publisher's newest there. */
function ofNextGeneration(
  catalogue: Catalogue,
  pinned: PinnedOs,
  next: ProductId,
  today: string,
  soakDays: number,
): UpgradeTarget | null {
  const releases = osReleases(catalogue, next).filter(
    (release) => !isRecalled(release) && daysBetween(release.date, today) >= soakDays,
  );
  const images = imagesBeside(catalogue, { ...pinned, product: next }).map((image) => ({
    image,
    base: releases.find(({ version }) => version === image.version),
  }));
  const { image = null, base = releases.at(-1) } = images.find((each) => each.base !== undefined) ?? {};
  if (base === undefined) return null;
  const generations = { from: productName(pinned.product), name: productName(next) };
  return {
    product: next,
    version: base.version,
    ...(image && { image: imageNumberOf(image) }),
    role: 'newest',
    path: [base.version],
    clears: [],
    remains: [],
    brings: [],
    undetermined: [],
    undeterminedThere: [],
    ...supportFields(osSupportOf(catalogue, next, today)),
    reachable: 'no',
    way: text('os.upgrade.way.replace', { name: productName(next) }),
    reason:
      image === null
        ? text('os.upgrade.generation', { ...generations, date: base.date })
        : text('os.upgrade.generation.image', {
            ...generations,
            date: image.day,
            publisher: publisherOf(image),
          }),
    effect: text('os.upgrade.effect.generation'),
    hazards: [],
  };
}
