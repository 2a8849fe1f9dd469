import { text } from '../../../l10n/index.ts';
import { notesDay, type Catalogue, type OsFlavour, type ProductId, type Text } from '../../../model/index.ts';
import { refreshText } from '../../notes-days.ts';
import { missingAdvisories } from './missing-advisories.ts';
import { productOf, type PinnedOs, productName, readPin } from '../../../products/index.ts';
import { osReleaseGap, severitiesOf, type OsReleaseGap } from './release-gap.ts';
import { warningText } from './release-notices.ts';
import { osSupportMessage, osSupportOf } from '../../support/system-support.ts';
import { cautionText, contentsOf, imageFacts, partTexts } from './image-changes.ts';
import { imagesAfter, osDay } from './releases.ts';

/** Number of packages with a name in the sentence: kernel, openssl, glibc, curl, systemd and openssh come first. */
const NAMED_PACKAGES = 6;

/**
 * Sentences about a pinned release: its distance from the newest, its support, and what is unknown. An empty list of bugs
 * alone would read as "nothing is wrong".
 * @param today YYYY-MM-DD
 * @param flavours kinds of image, if the name identifies them
 */
export function osStandingText(
  catalogue: Catalogue,
  pinned: PinnedOs,
  today: string,
  flavours: readonly OsFlavour[] = [],
): Text[] {
  const behind = osReleaseGap(catalogue, pinned);
  const support = osSupportOf(catalogue, pinned.product, today);
  const missing = missingAdvisories(catalogue, [pinned.product]);
  return [
    ...(behind === null
      ? [unknownReleaseReason(pinned.product)]
      : [distanceMessage(catalogue, behind), ...osImageFacts(behind)]),
    ...(support === null ? [] : [osSupportMessage(support, flavours)]),
    ...(missing === null ? [] : [missing]),
  ];
}

function distanceMessage(catalogue: Catalogue, behind: OsReleaseGap): Text {
  return behind.isNewer ? osNewerMessage(catalogue, behind) : osBehindMessage(catalogue, behind, 1);
}

/** Facts from the publisher's changelog about a separately numbered image and later ones; empty for others. */
export function osImageFacts({ image, images, pinned }: OsReleaseGap): Text[] {
  return image === null ? [] : imageFacts(image, imagesAfter(images, pinned), pinned);
}

/** Sentences about the pinned release itself, before its distance from the newest. */
function ownIssueSentences({ warnings, image }: OsReleaseGap): Text[] {
  const caution = cautionText(image);
  return [...warnings.map(warningText), ...(caution === null ? [] : [caution])];
}

/** Reason why a release is unknown: its product has no notes here, or they were not read yet. */
export function unknownReleaseReason(product: ProductId): Text {
  return productOf(product).notes !== null ? text('os.notInCatalogue', { product }) : osNotCovered(product);
}

/** Sentence about a generation without notes, and its successor. */
export function osNotCovered(product: ProductId): Text {
  const next = productOf(product).system?.next ?? null;
  return text('os.notCovered', {
    name: productName(product),
    next: next === null ? null : productName(next),
  });
}

/** Name of an image that its publisher numbers by the day, like a system release; null for others. */
export function imageDisplayName(product: ProductId, written: string): Text | null {
  const pinned = readPin(product, written);
  const day = pinned?.byDate === true ? osDay(pinned) : null;
  if (pinned === null || day === null) return null;
  const { publisher = null, kubernetes = null } = pinned;
  return text('os.image.called', { publisher: publisher?.toUpperCase() ?? null, day, kubernetes });
}

/** Name of such an image with its system's name in front. */
export function imageNameWithSystem(product: ProductId, written: string): Text | null {
  const image = imageDisplayName(product, written);
  return image === null ? null : text('os.image.named', { name: productName(product), image });
}

/**
 * Beginning of every sentence about a pinned release.
 * @param images number of images that share it
 * @param standing its counts, or its distance from the newest
 */
export function standingOf(behind: OsReleaseGap, images: number, standing: Text = distanceOf(behind)) {
  const { pinned, ownIssues } = behind;
  const [first, ...others] = [...ownIssueSentences(behind), standing];
  return {
    name: productName(pinned.product),
    version: pinned.version,
    images: images > 1 ? images : null,
    standing: [first, ...others.map((words) => text('os.capitalised', { words }))],
    ownIssues: ownIssues.map(({ bug }) => bug.title),
  };
}

/** Name of a separately numbered image, as message arguments; null for a release. */
export function imageArgsOf({ pinned, base, image }: OsReleaseGap) {
  const imageDay = pinned.byDate ? osDay(pinned) : null;
  return imageDay === null ? null : { imageDay, base, parts: partTexts(contentsOf(image, pinned)) };
}

function distanceOf({ releases, isAtLeast, days, newest }: OsReleaseGap): Text {
  if (releases === 0) return text('os.distance.newest');
  const distance = { days, releases, newest: newest.version, newestDate: newest.date };
  return text(isAtLeast ? 'os.distance.atLeast' : 'os.distance', distance);
}

/** Number of advisories that later releases fix. */
function advisoryCountOf({ advisories }: OsReleaseGap): number {
  return severitiesOf(advisories).reduce((sum, [, count]) => sum + count, 0);
}

/** Sentence about the fixes that a pinned release lacks. */
export function osBehindMessage(catalogue: Catalogue, behind: OsReleaseGap, images: number): Text {
  const args = {
    ...standingOf(behind, images),
    fixes: fixesOf(behind),
    asOf: notesDay(catalogue, behind.pinned.product),
  };
  const image = imageArgsOf(behind);
  return image === null ? text('os.behind', args) : text('os.behind.image', { ...args, ...image });
}

/** Sentences on the fixes of later releases, or on why they are unknown. */
function fixesOf(behind: OsReleaseGap): Text[] {
  const { ofHost } = behind;
  return ofHost === 0 ? ownFixesOf(behind) : [...ownFixesOf(behind), text('os.fixes.ofHost', { ofHost })];
}

function ownFixesOf(behind: OsReleaseGap): Text[] {
  const { releases, cves, unratedCves, updated, ofHost, isWithoutAdvisories, hasAdvisorySource } = behind;
  const advisories = advisoryCountOf(behind);
  const packages = packagesOf(behind);
  if (releases === 0) return [];
  if (advisories > 0) {
    const rated = severitiesOf(behind.advisories).map(([severity, count]) =>
      text(`os.severity.${severity}`, { count }),
    );
    const counted = { advisories, rated, cves: cves - unratedCves, unrated: unratedCves, packages };
    return [text('os.fixes.advisories', counted)];
  }
  if (cves > 0) return [text('os.fixes.cves', { cves, packages })];
  if (ofHost > 0) return [];
  return [
    ...(updated.length === 0 ? [] : [text('os.fixes.updated', { updated: [...updated] })]),
    !hasAdvisorySource
      ? text('os.fixes.noneNamed')
      : text(isWithoutAdvisories ? 'os.fixes.unknown' : 'os.fixes.noneListed'),
  ];
}

/** Sentences on CVEs by package; packages that are not named are counted. */
function packagesOf({ packages }: OsReleaseGap): Text[] {
  const fixed = packages.filter(({ cves }) => cves > 0);
  const named = fixed
    .slice(0, NAMED_PACKAGES)
    .map((fixes) => text('os.packageCves', { name: fixes.package, cves: fixes.cves }));
  const others = fixed.length - named.length;
  return others === 0 ? named : [...named, text('os.otherPackages', { count: others })];
}

/** The sentence about a release that is above everything in the catalogue. */
export function osNewerMessage(catalogue: Catalogue, { pinned, newest }: OsReleaseGap): Text {
  return text('os.newer', {
    name: productName(pinned.product),
    version: pinned.version,
    newest: newest.version,
    asOf: notesDay(catalogue, pinned.product),
    refresh: refreshText(catalogue),
  });
}
