// In place of ../messages.ts in the bundles for Node: a language is a chunk by itself, read when somebody speaks it.
import type { Language, Messages } from '../say.ts';

const loaded: Partial<Record<Language, Messages>> = {};

export const MESSAGES: Readonly<Partial<Record<Language, Messages>>> = loaded;

const LOAD: Readonly<Record<Language, () => Promise<Messages>>> = {
  en: async () => (await import('../en/index.ts')).en,
  ja: async () => (await import('../ja/index.ts')).ja,
};

export async function loadLanguage(language: Language): Promise<void> {
  loaded[language] ??= await LOAD[language]();
}
