// Replaces ../messages.ts in bundles for Node: each language is a separate chunk, loaded on demand.
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
