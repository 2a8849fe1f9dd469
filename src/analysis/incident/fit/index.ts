/** Is this my bug? The front door of the symptom search. */
export { answerSymptom, MOST_FITS, symptomOfVersion } from './answer.ts';
export type { Fit, FitTier, SymptomAnswer } from './fit.ts';
