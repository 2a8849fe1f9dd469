import { memoize, type BugMatch } from '../../model/index.ts';
import { isReported } from './known-bugs.ts';

/** Urgent bugs of a list: they decide the advice, and are counted first. Memoized, because many assets share a list. */
export const urgentAmong = memoize((matches: readonly BugMatch[]): readonly BugMatch[] =>
  matches.filter((match) => isReported(match) && match.urgency.level === 'urgent'),
);
