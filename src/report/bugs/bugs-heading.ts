import { isCounted, type VersionAnswer } from '../../analysis/index.ts';
import { say, text, type Language } from '../../l10n/index.ts';
import type { Text } from '../../model/index.ts';
import { isSystem } from '../../products/index.ts';
import { applyText } from './apply-text.ts';

/**
 * Heading with the count: `Aurora MySQL 2.11.1: 161 known bugs listed.`
 * @param isTitled true if a title above already names the version
 */
export function bugsHeading(answer: VersionAnswer, isTitled: boolean): Text {
  const { name: plain, image, covered, matches, asOf, upstream } = answer;
  if (!isCounted(answer)) return text('bugs.recorded', { count: matches.length });
  const name = isTitled ? null : (image ?? plain);
  const counts = countsWithIncluded(answer);
  // The urgency of a package's bug depends on the host, which is unknown.
  const urgent = isSystem(covered.product) ? null : counts.urgent;
  return counts.scope === 'asset'
    ? text('bugs.headingHere', { name, counts: applyText(counts, covered.product), asOf })
    : text('bugs.heading', {
        name,
        count: counts.listed,
        urgent: urgent === null ? null : String(urgent),
        upstream: upstream?.isIncluded === true ? upstream.name : null,
        asOf,
      });
}

/** Counts of a version, with the bugs of an upstream that are its own: a diagnostic counts both. */
function countsWithIncluded({ counts, upstream }: VersionAnswer): VersionAnswer['counts'] {
  if (upstream?.isIncluded !== true) return counts;
  const listed = counts.listed + upstream.counts.listed;
  const urgent = counts.urgent + upstream.counts.urgent;
  return counts.scope === 'asset'
    ? { ...counts, listed, urgent, apply: counts.apply + upstream.counts.listed }
    : { ...counts, listed, urgent };
}

/** Number of further bugs that may or may not apply; null if there are none. */
export function undeterminedText({ undetermined }: VersionAnswer): Text | null {
  return undetermined === 0 ? null : text('bugs.undetermined', { count: undetermined });
}

/** Title of a document about a version. */
export function versionTitle({ name, image }: VersionAnswer, language: Language): string {
  return image === null ? name : say(image, language);
}

/** Sentences between the title and the bugs of a version: coverage first, then the counts and their limits. */
export function bugsIntroduction(answer: VersionAnswer): readonly Text[] {
  const counted = isCounted(answer) ? [undeterminedText(answer), answer.scope, text('bugs.honesty')] : [];
  if (isCounted(answer) || answer.matches.length > 0) counted.unshift(bugsHeading(answer, true));
  return [...answer.standing, ...counted].filter((each) => each !== null);
}

const MAX_NAMED_VERSIONS = 3;

/** Versions in words: `in 3.10.0, 3.10.1, 3.10.2 and 2 more` */
export function inVersionsText(versions: readonly string[]): Text {
  const more = Math.max(0, versions.length - MAX_NAMED_VERSIONS);
  return text('bugs.inVersions', { versions: versions.slice(0, MAX_NAMED_VERSIONS), more });
}
