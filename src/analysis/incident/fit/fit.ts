import type { BugMatch, Text } from '../../../model/index.ts';

/** A listed bug that may explain a symptom. */
export interface Fit {
  match: BugMatch;
  /** What speaks for it. */
  why: Text;
  /** What else the bug involves: without it, the trouble is another one. Null when there is nothing. */
  check: Text | null;
}
