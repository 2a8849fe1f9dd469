/** Is this my bug? The front door of the symptom search. */
export { answerSymptom, MOST_FITS, unknownAnswer, type SymptomAnswer } from './answer.ts';
export type { Fit } from './fit.ts';
export { LOOP_SYMPTOM } from './query.ts';
