import type { Language } from '../../l10n/index.ts';

/** One question of an assistant, with all that its thread needs to answer it. */
export interface Question {
  tool: string;
  input: unknown;
  /** Absolute paths of the open folders: nothing else may be read. */
  folders: readonly string[];
  /** Where the refreshed catalogue is kept. */
  cacheFolder: string;
  language: Language;
}

/** JSON, or in words why there is no answer. */
export type Answer = { json: string } | { refusal: string };

export interface AskApi {
  ask: (question: Question) => Promise<Answer>;
}
