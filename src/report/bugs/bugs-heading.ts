import { isCounted, type VersionAnswer } from '../../analysis/index.ts';
import { text } from '../../l10n/index.ts';
import type { Text } from '../../model/index.ts';

/** `Aurora MySQL 2.11.1: 161 known bugs listed.` */
export function bugsHeading({ name, matches, asOf }: VersionAnswer): Text {
  return text('bugs.heading', { name, count: matches.length, asOf });
}

/** What comes before the bugs of a version: what stands before any count, the count, and what it is worth. */
export function bugsSays(answer: VersionAnswer): readonly Text[] {
  return [...answer.standing, ...(isCounted(answer) ? [bugsHeading(answer), text('bugs.honesty')] : [])];
}

const NAMED_VERSIONS = 3;

/** `in 3.10.0, 3.10.1, 3.10.2 and 2 more` */
export function inVersionsText(versions: readonly string[]): Text {
  const more = Math.max(0, versions.length - NAMED_VERSIONS);
  return text('bugs.inVersions', { versions: versions.slice(0, NAMED_VERSIONS), more });
}
