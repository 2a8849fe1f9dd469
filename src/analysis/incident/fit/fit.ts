import type { BugMatch, Text } from '../../../model/index.ts';

/** A listed bug that may explain a symptom. */
export interface Fit {
  match: BugMatch;
  /** What speaks for it. */
  why: Text;
  /** What else the bug has to do with: where that is absent, it is another trouble. Null when there is nothing. */
  check: Text | null;
}
