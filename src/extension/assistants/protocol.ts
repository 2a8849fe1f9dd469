import type { Language } from '../../l10n/index.ts';

/** One question of an assistant, with everything that its thread needs. */
export interface Question {
  tool: string;
  input: unknown;
  /** Absolute paths of the open folders: no other file may be read. */
  folders: readonly string[];
  /** Folder of the refreshed catalogue. */
  cacheFolder: string;
  language: Language;
}

/** The answer as JSON, or the reason why there is none. */
export type Answer = { json: string } | { refusal: string };

export interface AskApi {
  ask: (question: Question) => Promise<Answer>;
}
