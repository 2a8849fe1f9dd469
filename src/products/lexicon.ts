import type { Feature, Impact, Kind, Severity, Trait } from '../model/index.ts';

/** Words that lead to a label; `unless` names words that speak against it wherever they stand in the bullet. */
export type Pattern = RegExp | { when: RegExp; unless: RegExp };

/**
 * How the notes of one product speak, where that is not how notes of databases speak at large. Patterns are asked of a
 * bullet in lower case, with plain quotes and single blanks.
 */
export interface Lexicon {
  /** How its notes name a feature; an empty list where it has none of that name. */
  features: Partial<Record<Feature, readonly Pattern[]>>;
  /** A feature that another one says in other words where both are named: only the other counts. */
  covers: readonly (readonly [feature: Feature, by: readonly Feature[]])[];
  /** What a section is about, by the beginning of its heading: all of its bullets need it. */
  sections: readonly (readonly [heading: string, Feature])[];
  /** Asked before the common rules. */
  kinds: readonly (readonly [Kind, readonly Pattern[]])[];
  impacts: readonly (readonly [Impact, readonly Pattern[]])[];
  /** Of what is unavailable, how grave it is. */
  severities: readonly (readonly [Severity, readonly Pattern[]])[];
  /** Beside the common rules: when a bug bites. */
  traits: readonly (readonly [Trait, readonly Pattern[]])[];
  /** Whether the heading of a bullet tells what happens where its words do not. */
  doHeadingsTell: boolean;
}
