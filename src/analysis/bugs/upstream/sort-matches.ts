import { text } from '../../../l10n/index.ts';
import type { BugMatch, KnownBug } from '../../../model/index.ts';
import type { Product } from '../../../products/index.ts';
import type { FeatureStates } from '../../features.ts';
import { isReported } from '../known-bugs.ts';
import { urgentAmong } from '../urgent-among.ts';
import { inOrder, reasonToLeaveOut, type LeftOutReason, type OwnNotes } from './left-out.ts';

/** Bugs of an upstream's release in a product, by what they mean for it. */
export interface SortedMatches {
  /**
   * Bugs of the contained release: known ones first, then those that need a feature which is off, then undetermined ones
   * (low confidence), the most urgent of each first. Those of a range list the upstream's releases that have them.
   */
  matches: readonly BugMatch[];
  /**
   * Bugs of extensions that neither code nor settings name: not counted, and shown only if a symptom names the extension.
   */
  ofExtensions: readonly BugMatch[];
  counts: { listed: number; urgent: number; off: number; undetermined: number };
  leftOut: readonly { reason: LeftOutReason; count: number }[];
}

/** Sorts the bugs of an upstream's release for a product that contains it. */
export function sortMatches(
  matches: readonly BugMatch[],
  product: Product,
  ownNotes: OwnNotes,
  states: FeatureStates,
): SortedMatches {
  const leftOut = new Map<LeftOutReason, number>();
  const counted: BugMatch[] = [];
  const off: BugMatch[] = [];
  const undetermined: BugMatch[] = [];
  const ofExtensions: BugMatch[] = [];
  for (const match of matches) {
    const reason = reasonToLeaveOut(match.bug, product, ownNotes, states);
    if (reason === 'extension' && isReported(match)) ofExtensions.push(match);
    if (reason === null) {
      const judged = mayBeReplaced(match.bug, product) ? asUndetermined(match, product) : match;
      if (isReported(judged)) counted.push(judged);
      else if (judged.applies !== 'off') undetermined.push(judged);
      else if (judged.confidence !== 'low') off.push(judged);
      // Bugs that may not exist in the version at all need no reason for being left out.
    } else if (match.confidence !== 'low') leftOut.set(reason, (leftOut.get(reason) ?? 0) + 1);
  }
  return {
    matches: [...counted, ...off, ...undetermined],
    ofExtensions,
    counts: {
      listed: counted.length,
      urgent: urgentAmong(counted).length,
      off: off.length,
      undetermined: undetermined.length,
    },
    leftOut: inOrder(leftOut),
  };
}

function mayBeReplaced({ part, cves }: KnownBug, { upstream }: Product): boolean {
  return part !== undefined && cves.length === 0 && upstream?.replaces.includes(part) === true;
}

/** Marks an upstream bug as undetermined: the product replaces that part, so it may not apply. */
function asUndetermined(match: BugMatch, { names, upstream }: Product): BugMatch {
  const reason = text('bug.reason.ownPart', { name: names.display });
  return { ...match, confidence: 'low', reason, ...(upstream && { pages: upstream.pages }) };
}
