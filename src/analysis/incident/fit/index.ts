/** Is this my bug? The front door of the symptom search. */
export { answerSymptom, MOST_FITS, unknownAnswer } from './answer.ts';
export type { Fit, FitTier, SymptomAnswer } from './fit.ts';
export { LOOP_SYMPTOM } from './query.ts';
