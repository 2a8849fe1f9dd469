import type { Feature, WorkspaceClues } from '../../model/index.ts';
import type { BugFilter } from '../bugs/asset-facts.ts';

/** Options for judging an incident. */
export interface IncidentOptions {
  /** Words or a pasted log line; empty to list the worst bugs first. */
  symptom: string;
  /** ISO 8601: time of the question, from which expiry dates count. */
  now: string;
  /** YYYY-MM-DD: support and bugs are judged as of this day. */
  today: string;
  /** Features that the team declares to be in use. */
  features?: readonly Feature[];
  /** Filter for suppressed bugs; without it all are shown. */
  isWanted?: BugFilter;
  clues?: WorkspaceClues | null;
  /** ISO 8601: time at which accounts were read, if not now. */
  readAt?: string | null;
}
