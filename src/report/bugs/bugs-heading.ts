import {
  isCounted,
  isReported,
  upstreamEndText,
  withIncluded,
  type VersionAnswer,
} from '../../analysis/index.ts';
import { say, text, type Language } from '../../l10n/index.ts';
import type { Text } from '../../model/index.ts';
import { isSystem, productOf } from '../../products/index.ts';
import { filterWords } from '../filter.ts';
import { applyText } from './apply-text.ts';

/**
 * Heading with the count: `Aurora MySQL 2.11.1: 161 known bugs listed.`
 * @param isTitled true if a title above already names the version
 */
export function bugsHeading(answer: VersionAnswer, isTitled: boolean): Text {
  const { name: plain, image, covered, counts, matches, asOf } = answer;
  if (!isCounted(answer)) return text('bugs.recorded', { count: matches.length });
  const name = isTitled ? null : (image ?? plain);
  // The urgency of a package's bug depends on the host, which is unknown.
  const urgent = isSystem(covered.product) ? null : counts.urgent;
  return counts.scope === 'asset'
    ? text('bugs.headingHere', { name, counts: applyText(counts, covered.product), asOf })
    : text('bugs.heading', {
        name,
        count: counts.listed,
        urgent: urgent === null ? null : String(urgent),
        sources: sourcesText(answer),
        asOf,
      });
}

/** Number of counted bugs by the notes that list them; null if all are in the product's own notes. */
export function sourcesText({ counts, covered, upstream }: VersionAnswer): Text | null {
  const { community } = productOf(covered.product);
  if (upstream?.isIncluded !== true || community === null) return null;
  const { listed } = upstream.counts;
  if (counts.listed === 0) return null;
  const { distribution } = community;
  return text('bugs.sources', { distribution, own: counts.listed - listed, upstream: upstream.name, listed });
}

/** Sentences below the count: further bugs that may or may not apply, and what the count is about. */
export function countLimits(answer: VersionAnswer): Text[] {
  const { counts, upstream, scope } = answer;
  const isForAny =
    counts.scope === 'version' &&
    counts.listed > 0 &&
    withIncluded(answer).some(({ bug }) => bug.needs.length > 0);
  const anySettings = isForAny ? text('bugs.anySettings') : null;
  return [filterText(answer), anySettings, upstreamEndText(upstream), undeterminedText(answer), scope].filter(
    (each) => each !== null,
  );
}

/** Number of reported bugs that the filter matches; null without one. */
export function filterText(answer: VersionAnswer): Text | null {
  const filters = filterWords(answer.filter ?? {});
  const count = withIncluded(answer).filter(isReported).length;
  return filters.length === 0 ? null : text('bugs.matching', { count, filters });
}

/** Number of further bugs that may or may not apply, and of those in an upstream's notes; null if there are none. */
function undeterminedText({ undetermined: count, upstream }: VersionAnswer): Text | null {
  if (count === 0) return null;
  if (upstream?.isIncluded !== true) return text('bugs.undetermined', { count, upstream: null });
  const { name, counts, endedLine } = upstream;
  if (endedLine !== null) return text('bugs.undetermined.others', { count });
  return counts.undetermined === count
    ? text('bugs.upstream.undetermined', { name, count })
    : text('bugs.undetermined', {
        count,
        upstream: text('bugs.ofUpstream', { name, count: counts.undetermined }),
      });
}

/** Title of a document about a version. */
export function versionTitle({ name, image }: VersionAnswer, language: Language): string {
  return image === null ? name : say(image, language);
}

/** Sentences between the title and the bugs of a version: coverage first, then the counts and their limits. */
export function bugsIntroduction(answer: VersionAnswer): readonly Text[] {
  const counted = isCounted(answer) ? [...countLimits(answer), text('bugs.honesty')] : [];
  if (isCounted(answer) || answer.matches.length > 0) counted.unshift(bugsHeading(answer, true));
  return [...answer.standing, ...counted];
}

const MAX_NAMED_VERSIONS = 3;

/** Versions in words: `in 3.10.0, 3.10.1, 3.10.2 and 2 more` */
export function inVersionsText(versions: readonly string[]): Text {
  const more = Math.max(0, versions.length - MAX_NAMED_VERSIONS);
  return text('bugs.inVersions', { versions: versions.slice(0, MAX_NAMED_VERSIONS), more });
}
