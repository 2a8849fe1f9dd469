/** The words of release notes and of people: one normal form, and one table from phrase to concept. */
export { firstSentence, normalise, withPlainSigns } from './normalise.ts';
export { stemOf } from './stem.ts';
export { areOverlapping, conceptsIn, EVERYDAY, isEveryday, phraseMatches, type Span } from './matches.ts';
export { isNoise, tokensOf } from './tokens.ts';
export { questionConcepts, notePattern, expandConcepts, type QuestionConcept } from './mentions.ts';
export { isCircumstance } from './concepts/index.ts';
