/** Sentences for people, in English and Japanese: templates by key, and their rendering. */
import { escapeInvisible, type Feature, type KnownBug, type Text, type TextArg } from '../model/index.ts';
import type { en } from './en/index.ts';
import { loadLanguage, MESSAGES } from './messages.ts';
import { LIST_SEPARATOR, type ArgsOf, type Language, type Messages } from './say.ts';

export { loadLanguage } from './messages.ts';
export { LIST_SEPARATOR, BRACKETS, inBrackets, type Language } from './say.ts';

export const LANGUAGES = ['en', 'ja'] as const satisfies readonly Language[];

export type MessageKey = keyof typeof en;
type MessageArgs<K extends MessageKey> = ArgsOf<(typeof en)[K]>;

/** Loads all languages, for a program that answers in several. */
export async function loadLanguages(): Promise<void> {
  await Promise.all(LANGUAGES.map(loadLanguage));
}

/** Creates a sentence that is rendered later. A wrong argument is a type error. */
export function text<K extends MessageKey>(
  ...[key, args]: MessageArgs<K> extends Record<string, TextArg> ? [key: K, args: MessageArgs<K>] : [key: K]
): Text {
  return { key, args: args ?? {} };
}

/** Renders a sentence in a language. Returns an unknown key unchanged, because a cache can come from a newer version. */
export function say(message: Text, language: Language): string {
  const render = sentencesOf(language)[message.key];
  if (render === undefined) return message.key;
  if (typeof render === 'string') return render;
  return render(visibleArgs(message.args) as never, (arg, between) => sayArg(arg, language, between));
}

/** True if a message from outside has a known key and all of its arguments, in every loaded language. */
export function canBeSaid(message: Text): boolean {
  if (!isMessageKey(message.key)) return false;
  try {
    return LANGUAGES.every((language) => MESSAGES[language] === undefined || say(message, language) !== '');
  } catch {
    return false;
  }
}

export function isMessageKey(key: string): key is MessageKey {
  return LANGUAGES.some((language) => Object.hasOwn(MESSAGES[language] ?? {}, key));
}

function sentencesOf(language: Language): Messages {
  const sentences = MESSAGES[language];
  if (sentences === undefined) throw new Error(`the sentences are not loaded: ${language}`);
  return sentences;
}

/** Removes line breaks and control characters from arguments, which can come from outside. */
function visibleArgs(args: Text['args']): Text['args'] {
  return Object.fromEntries(Object.entries(args).map(([name, arg]) => [name, visibleArg(arg)]));
}

function visibleArg(arg: TextArg): TextArg {
  if (typeof arg === 'string') return escapeInvisible(arg);
  return Array.isArray(arg) ? arg.map(visibleArg) : arg;
}

function sayArg(arg: TextArg, language: Language, between = LIST_SEPARATOR[language]): string {
  if (arg === null) return '';
  if (typeof arg !== 'object') return String(arg);
  if (isText(arg)) return say(arg, language);
  return arg.map((part) => sayArg(part, language)).join(between);
}

function isText(arg: Text | readonly TextArg[]): arg is Text {
  return !Array.isArray(arg);
}

/** Title of a bug. Uses the English title if there is no Japanese one. */
export function bugTitle({ title, titleIn }: Pick<KnownBug, 'title' | 'titleIn'>): Text {
  return text('bug.title', { title, ja: titleIn?.ja ?? title });
}

/** Foreign words in the quotation marks of the language. */
export function quoted(word: string): Text {
  return text('word.quoted', { word });
}

/** Maximum number of pages that a sentence names. */
const NAMED_PAGES = 5;

/** Sentence about pages that could not be read completely. */
export function unreadPagesText(pages: readonly string[]): Text {
  const named = pages.slice(0, NAMED_PAGES);
  return text('watch.unreadPages', { pages: named, more: pages.length - named.length });
}

/** Name of a feature for people. */
export function featureName(feature: Feature): Text {
  return text(`feature.${feature}`);
}

/** Language for a locale: `ja` for Japanese, otherwise English. */
export function languageOf(locale: string): Language {
  return locale.toLowerCase().startsWith('ja') ? 'ja' : 'en';
}
