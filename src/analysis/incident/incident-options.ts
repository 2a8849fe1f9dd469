import type { Feature, WorkspaceClues } from '../../model/index.ts';
import type { Hearing } from '../bugs/known-here.ts';

/** What an incident is judged by. */
export interface IncidentOptions {
  /** Words or a pasted log line; empty for the worst bugs first. */
  symptom: string;
  /** ISO 8601: when it is asked, from which the dates count. */
  now: string;
  /** YYYY-MM-DD: support and bugs are judged as of this day. */
  today: string;
  /** Features that the team knows to be in use. */
  features?: readonly Feature[];
  /** Whether the team wants to hear of a bug; of all where nothing is said. */
  isHeard?: Hearing;
  clues?: WorkspaceClues | null;
  /** ISO 8601: when accounts were read, where that was not now. */
  readAt?: string | null;
}
