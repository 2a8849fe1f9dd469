import type { Language } from '../../l10n/index.ts';

/** A question of an assistant, and everything that its thread needs for the answer. */
export interface Question {
  tool: string;
  input: unknown;
  /** Absolute paths of the open folders. No file outside may be read. */
  folders: readonly string[];
  /** Folder of the refreshed catalogue. */
  cacheFolder: string;
  language: Language;
}

/** The answer as JSON, or the reason for refusing one. */
export type Answer = { json: string } | { refusal: string };

export interface AskApi {
  ask: (question: Question) => Promise<Answer>;
}
