import { text } from '../../../l10n/index.ts';
import {
  compareText,
  familyRank,
  isSerious,
  packageFamily,
  type Advice,
  type AdviceStep,
  type Asset,
  type Catalogue,
  type Text,
} from '../../../model/index.ts';
import { destinationLine } from '../../advice/advice-line.ts';
import { countOf } from '../../judging/finding-parts.ts';
import { imageOf } from '../../bugs/systems/image-of.ts';
import { productOf, type PinnedOs, productName } from '../../../products/index.ts';
import type { OsBehind } from '../../bugs/systems/behind.ts';
import { cautionsOf } from '../../bugs/systems/image-changes.ts';
import { imageNumberOf, osDay } from '../../bugs/systems/releases.ts';
import { advisoryCountOf, imageArgsOf, packagesOf, standingOf } from '../../bugs/systems/messages.ts';

/**
 * One line about a pinned release: its distance from the newest, the urgent fixes for its image, and the advice. The list
 * of bugs has all missing fixes.
 */
export function osLineMessage(
  catalogue: Catalogue,
  behind: OsBehind,
  assets: readonly Asset[],
  advice: Advice | null,
): Text {
  const args = {
    ...standingOf(behind, countOf(assets)),
    urgent: urgentText(catalogue, behind, assets),
    ofHost: behind.ofHost,
    next: nextTexts(behind, advice),
  };
  const image = imageArgsOf(behind);
  return image === null ? text('os.line', args) : text('os.line.image', { ...args, ...image });
}

/** Urgent fixes of later releases, or why they are unknown; null if there is nothing to report. */
function urgentText(
  catalogue: Pick<Catalogue, 'source'>,
  behind: OsBehind,
  assets: readonly Asset[],
): Text | null {
  const { releases, cves, ofHost, hasAdvisorySource, isWithoutAdvisories } = behind;
  const urgent = urgentPackages(behind, assets);
  const advisories = advisoryCountOf(behind);
  if (releases === 0) return null;
  if (urgent.length > 0) return text('os.fixes.urgent', { urgent });
  if (advisories > 0) return text('os.fixes.noneUrgent', { advisories });
  if (cves > 0) return text('os.fixes.cves', { cves, packages: packagesOf(behind) });
  if (ofHost > 0) return null;
  if (!hasAdvisorySource) return text('os.fixes.noneNamed');
  if (!isWithoutAdvisories) return text('os.fixes.noneListed');
  return text(catalogue.source === 'snapshot' ? 'os.fixes.notEmbedded' : 'os.fixes.notKnown');
}

function nextTexts({ pinned, images }: OsBehind, advice: Advice | null): Text[] {
  const { now = null, destination = null } = advice ?? {};
  return [
    ...(now === null ? [] : [nextText(now, pinned, images)]),
    ...(destination === null ? [] : [destinationLine(destination, productName(destination.product))]),
  ];
}

function nextText(
  { version, image }: AdviceStep,
  { product, byDate }: PinnedOs,
  images: OsBehind['images'],
): Text {
  const base = images.find((each) => imageNumberOf(each) === image);
  if (base !== undefined) return text('os.next.image', { day: base.day, cautions: cautionsOf(base) });
  return byDate
    ? text('os.next.dated', { date: osDay({ product, version }) ?? version })
    : text('os.next.release', { version });
}

/** Urgent advisories by package: rated critical or important, for packages that the image has by default. */
function urgentPackages({ matches, pinned }: OsBehind, assets: readonly Asset[]): Text[] {
  const isDefault = productOf(pinned.product).system?.isDefaultPackage;
  const image = assets.map(imageOf).find((each) => each !== null);
  const written = assets[0]?.engineVersion ?? '';
  const urgent = matches.filter(
    ({ bug: { os, severity } }) =>
      os !== undefined &&
      os.advisory !== null &&
      isSerious(severity) &&
      isDefault?.(os.package, image?.flavour ?? 'version', written) === true,
  );
  return [...Map.groupBy(urgent, ({ bug }) => packageFamily(bug.os?.package ?? ''))]
    .sort(
      ([a, of], [b, others]) =>
        familyRank(a) - familyRank(b) || others.length - of.length || compareText(a, b),
    )
    .map(([name, group]) => text('os.packageCves', { name, cves: group.length }));
}
