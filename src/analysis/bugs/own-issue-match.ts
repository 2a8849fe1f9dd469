import { text } from '../../l10n/index.ts';
import type { BugMatch, KnownBug } from '../../model/index.ts';

/** One of the team's own issues as a bug of a version that it names, before an asset's settings speak. */
export function ownIssueMatch(bug: KnownBug): Omit<BugMatch, 'applies' | 'urgency'> {
  return {
    bug,
    confidence: 'high',
    reason: text('bug.reason.ownIssue'),
    fixedIn: [],
    nearestFix: null,
    url: null,
  };
}
