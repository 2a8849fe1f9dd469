import { en } from './en/index.ts';
import { ja } from './ja/index.ts';
import type { Language, Messages } from './say.ts';

/** The sentences that can be said. The bundles for Node have on-demand/ in place of this file. */
export const MESSAGES: Readonly<Partial<Record<Language, Messages>>> = { en, ja };

/** To be awaited where a program begins, before it says anything in a language. */
export function loadLanguage(language: Language): Promise<void> {
  return MESSAGES[language] === undefined ? Promise.reject(new Error(language)) : Promise.resolve();
}
