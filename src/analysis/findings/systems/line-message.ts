import { text } from '../../../l10n/index.ts';
import type { Advice, AdviceStep, AssetCounts, Asset, Catalogue, Text } from '../../../model/index.ts';
import { destinationLine } from '../../advice/advice-line.ts';
import { countOf } from '../../judging/finding-parts.ts';
import { productName, type PinnedOs } from '../../../products/index.ts';
import type { OsReleaseGap } from '../../bugs/systems/release-gap.ts';
import { cautionsOf } from '../../bugs/systems/image-changes.ts';
import { imageNumberOf, osDay } from '../../bugs/systems/releases.ts';
import { imageArgsOf, standingOf } from '../../bugs/systems/messages.ts';
import { countedText } from '../counted-text.ts';

/**
 * Sentence about a pinned release with its two most important numbers and the advice. The distance from the newest
 * release and the packages are in the long sentence, `osBehindMessage`.
 */
export function osLineMessage(
  catalogue: Pick<Catalogue, 'source'>,
  behind: OsReleaseGap,
  counts: AssetCounts,
  assets: readonly Asset[],
  advice: Advice | null,
): Text {
  const [counted, ...why] = countedTexts(catalogue, behind, counts);
  const args = {
    ...standingOf(behind, countOf(assets), counted),
    next: [...why, ...nextTexts(behind, advice)],
  };
  const image = imageArgsOf(behind);
  return image === null
    ? text('os.line', args)
    : text('os.line.image', { ...args, ...image, base: null, parts: [] });
}

/** Counts of an image, or the reason why there are none. */
function countedTexts(
  catalogue: Pick<Catalogue, 'source'>,
  { releases, newest, matches, ofHost, hasAdvisorySource, isWithoutAdvisories }: OsReleaseGap,
  counts: AssetCounts,
): [Text, ...Text[]] {
  if (releases === 0) return [text('os.distance.newest')];
  // Unrated fixes may be severe: "none is urgent" would claim more than the notes do.
  if (matches.length > 0 && matches.every(({ bug }) => bug.severity === 'unrated'))
    return [text('os.line.unrated', { all: counts.apply })];
  if (matches.length > 0) return [countedText(counts)];
  if (ofHost > 0) return [text('os.line.onlyOfHost')];
  const behindNewest = text('os.line.behind', { newest: newest.version });
  if (!hasAdvisorySource) return [behindNewest, text('os.fixes.noneNamed')];
  if (!isWithoutAdvisories) return [behindNewest, text('os.fixes.noneListed')];
  return [behindNewest, text(catalogue.source === 'snapshot' ? 'os.fixes.notEmbedded' : 'os.fixes.notKnown')];
}

function nextTexts({ pinned, images }: OsReleaseGap, advice: Advice | null): Text[] {
  const { now = null, destination = null } = advice ?? {};
  return [
    ...(now === null ? [] : [nextText(now, pinned, images)]),
    ...(destination === null ? [] : [destinationLine(destination, productName(destination.product))]),
  ];
}

function nextText(
  { version, image }: AdviceStep,
  { product, byDate }: PinnedOs,
  images: OsReleaseGap['images'],
): Text {
  const base = images.find((each) => imageNumberOf(each) === image);
  if (base !== undefined) return text('os.next.image', { day: base.day, cautions: cautionsOf(base) });
  return byDate
    ? text('os.next.dated', { date: osDay({ product, version }) ?? version })
    : text('os.next.release', { version });
}
