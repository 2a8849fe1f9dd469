/** The night of an incident: what fits, how to stop it, what has to be saved, and what a support case needs. */
export type { BrakeStep, Placeholder } from './brake.ts';
export type { Errata } from './errata.ts';
export { type Evidence } from './lasting.ts';
export {
  incidentOf,
  incidentOfNothing,
  incidentOfVersion,
  subjectsIn,
  subjectsNamed,
  type Incident,
} from './incident.ts';
export type { IncidentOptions } from './incident-options.ts';
export { casesNamed, supportPackOf, type SupportPack, type TimelineEntry } from './support-pack.ts';
export {
  answerSymptom,
  MOST_FITS,
  symptomOfVersion,
  type Fit,
  type FitTier,
  type SymptomAnswer,
} from './fit/index.ts';
export { isBroad, SYMPTOMS, wordsOf, type Symptom } from './symptom.ts';
