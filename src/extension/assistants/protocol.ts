import type { Language } from '../../l10n/index.ts';

/** Everything that the answers of a window depend on. */
export interface AnswerOptions {
  /** Version of this extension, which clients show. */
  version: string;
  language: Language;
  /** Folder of the refreshed catalogue. */
  cacheFolder: string;
  /** Absolute paths of the open folders. No file outside may be read. */
  folders: readonly string[];
}

export interface Question {
  tool: string;
  input: unknown;
  options: AnswerOptions;
}

/** The answer as JSON, or the reason for refusing one. */
export type Answer = { json: string } | { refusal: string };

export interface AskApi {
  ask: (question: Question) => Promise<Answer>;
}
