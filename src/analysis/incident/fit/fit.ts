import type { BugMatch, Text } from '../../../model/index.ts';

/** How near a listed bug is to a symptom: `strong` at most one time in ten where no bug is the cause, else `nearest`. */
export type FitTier = 'strong' | 'nearest';

/** A listed bug that shares words with a symptom. */
export interface Fit {
  listed: BugMatch;
  match: FitTier;
  /** Share of the symptom's weight that the bug has, 0 to 1. */
  share: number;
  /** The words of the symptom that the bug shares, as they are written there. */
  words: readonly string[];
  /** The same as a sentence. */
  why: Text;
  /** True if the notes do not say whether the version has the bug. */
  isUndetermined: boolean;
}

/** The listed bugs nearest to a symptom, with what to look at before them. */
export interface SymptomAnswer {
  /** The tier of the best fit; `nothing` where no bug shares a word that tells; `unknown` where the notes do not cover the version. */
  verdict: FitTier | 'nothing' | 'unknown';
  /** The best first, strong ones in front; at most ten, of which at most three are `nearest`. */
  fits: readonly Fit[];
  /** Everyday causes of such a symptom, the likeliest first. Empty beside strong fits, unless an error has an everyday cause. */
  causes: readonly Text[];
  /** Words of the symptom that no listed bug contains, where nothing fits. */
  notUnderstood: readonly string[];
  /** The three most urgent bugs of the version, where nothing fits: not because of the symptom. */
  urgent: readonly BugMatch[];
  /** Why the version is unknown. */
  reasons: readonly Text[];
}
