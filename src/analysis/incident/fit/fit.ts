import type { BugMatch, Text } from '../../../model/index.ts';

/** Fit of a listed bug: `strong` is wrong at most one time in ten, else `nearest`. */
export type FitTier = 'strong' | 'nearest';

/** Listed bug that shares words with a symptom. */
export interface Fit {
  listed: BugMatch;
  match: FitTier;
  /** Share of the symptom's weight that the bug has, 0 to 1. */
  share: number;
  /** Words of the symptom that the bug shares, as the user wrote them. */
  words: readonly string[];
  /** Shared words as a sentence. */
  why: Text;
  /** True if the notes do not say whether the version has the bug. */
  isUndetermined: boolean;
}

/** Listed bugs nearest to a symptom, with everyday causes to check before them. */
export interface SymptomAnswer {
  /**
   * Tier of the best fit; `nothing` if no bug shares a distinctive word; `unknown` if the notes do not cover the version.
   */
  verdict: FitTier | 'nothing' | 'unknown';
  /** Strong fits first, each tier by relevance; at most ten, of which at most three are `nearest`. */
  fits: readonly Fit[];
  /** Everyday causes of such a symptom, the likeliest first. Empty beside strong fits, unless an error has such a cause. */
  causes: readonly Text[];
  /** Words of the symptom that no listed bug contains, if nothing fits. */
  notUnderstood: readonly string[];
  /** Three most urgent bugs of the version, if nothing fits: unrelated to the symptom. */
  urgent: readonly BugMatch[];
  /** Reasons why the version is unknown. */
  reasons: readonly Text[];
}
