/** Is this my bug? The front door of the symptom search. */
export { answerSymptom, MOST_FITS, unknownAnswer, type Fit, type SymptomAnswer } from './answer.ts';
