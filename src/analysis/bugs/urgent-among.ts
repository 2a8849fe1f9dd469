import { getOrInsert, type BugMatch } from '../../model/index.ts';
import { isReported } from './known-bugs.ts';

/** The bugs that ask for action now: they decide where to go, and are counted first. */
export function urgentAmong(matches: readonly BugMatch[]): readonly BugMatch[] {
  return getOrInsert(URGENT, matches, () =>
    matches.filter((match) => isReported(match) && match.urgency.level === 'urgent'),
  );
}

/** Of lists that many assets share. */
const URGENT = new WeakMap<readonly BugMatch[], readonly BugMatch[]>();
