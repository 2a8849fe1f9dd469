import type { Feature, Impact, Kind, Severity, Trait } from '../model/index.ts';

/** Pattern that leads to a label; `unless` excludes bullets that contain it anywhere. */
export type Pattern = RegExp | { when: RegExp; unless: RegExp };

/**
 * Vocabulary of one product's notes, beyond that of database notes in general. Patterns match a bullet in lower case,
 * with plain quotes and single blanks.
 */
export interface Lexicon {
  /** Names of features in its notes; an empty list if it lacks one. */
  features: Partial<Record<Feature, readonly Pattern[]>>;
  /** A feature that the same words express as another one: if both are named, only the other counts. */
  covers: readonly (readonly [feature: Feature, by: readonly Feature[]])[];
  /** Features by the beginning of a section's heading: all of its bullets need that feature. */
  sections: readonly (readonly [heading: string, Feature])[];
  /** Tried before the common rules. */
  kinds: readonly (readonly [Kind, readonly Pattern[]])[];
  impacts: readonly (readonly [Impact, readonly Pattern[]])[];
  /** Severity of unavailability. */
  severities: readonly (readonly [Severity, readonly Pattern[]])[];
  /** Circumstances of a bug, in addition to the common rules. */
  traits: readonly (readonly [Trait, readonly Pattern[]])[];
  /** True if a bullet's heading decides if its words do not. */
  doHeadingsDecide: boolean;
}
