import { isSerious, type BugMatch } from '../model/index.ts';
import { isReported } from './known-bugs.ts';

/** The bugs that weigh in the choice of a release, and are counted first. */
export function pressing(matches: readonly BugMatch[]): readonly BugMatch[] {
  return matches.filter((match) => isReported(match) && isSerious(match.bug.severity));
}
