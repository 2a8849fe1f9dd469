import { FEATURE_WORDS } from '../postgresql-family/feature-words.ts';
import type { Lexicon } from '../lexicon.ts';

/** How the community's notes speak: an item says what was mended, in the imperative. */
export const LEXICON: Lexicon = {
  features: FEATURE_WORDS,
  covers: [['extensions', ['foreign-data-wrappers']]],
  sections: [],
  kinds: [
    [
      'notice',
      [/\btime[- ]?zone (?:data(?: files?)?|abbreviations? (?:data|files?))\b|\btzdata\b|\btzcode\b/],
    ],
    ['fix', [/^/]],
  ],
  impacts: [],
  severities: [],
  traits: [],
  doHeadingsTell: false,
};
