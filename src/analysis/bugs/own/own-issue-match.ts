import { text } from '../../../l10n/index.ts';
import type { BugMatch, KnownBug } from '../../../model/index.ts';

/** The team's own issue as a bug of a version that it names, before an asset's settings apply. */
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
