import { en } from './en/index.ts';
import { ja } from './ja/index.ts';
import type { Language, Messages } from './say.ts';

/** Sentences of all languages. Bundles for Node replace this file by on-demand/messages.ts. */
export const MESSAGES: Readonly<Partial<Record<Language, Messages>>> = { en, ja };

/** Loads a language. Must be awaited before the first sentence is rendered in it. */
export function loadLanguage(language: Language): Promise<void> {
  return MESSAGES[language] === undefined ? Promise.reject(new Error(language)) : Promise.resolve();
}
