import { memoize, type BugMatch } from '../../model/index.ts';
import { isReported } from './known-bugs.ts';

/** The bugs that ask for action now: they decide where to go, and are counted first. Many assets share a list. */
export const urgentAmong = memoize((matches: readonly BugMatch[]): readonly BugMatch[] =>
  matches.filter((match) => isReported(match) && match.urgency.level === 'urgent'),
);
