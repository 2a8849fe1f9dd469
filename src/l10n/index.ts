import { visible, type Feature, type KnownBug, type Text, type TextArg } from '../model/index.ts';
import type { en } from './en/index.ts';
import { loadLanguage, MESSAGES } from './messages.ts';
import { BETWEEN, type ArgsOf, type Language, type Messages } from './say.ts';

export { loadLanguage } from './messages.ts';
export { BETWEEN, BRACKETS, inBrackets, type Language } from './say.ts';

export const LANGUAGES = ['en', 'ja'] as const satisfies readonly Language[];

export type MessageKey = keyof typeof en;
type MessageArgs<K extends MessageKey> = ArgsOf<(typeof en)[K]>;

/** For a program that may be asked in any language. */
export async function loadLanguages(): Promise<void> {
  await Promise.all(LANGUAGES.map(loadLanguage));
}

/** A sentence to be rendered later. The compiler checks that the arguments fit the message. */
export function text<K extends MessageKey>(
  ...[key, args]: MessageArgs<K> extends Record<string, TextArg> ? [key: K, args: MessageArgs<K>] : [key: K]
): Text {
  return { key, args: args ?? {} };
}

/** The sentence in a language. An unknown key (a cache written by a newer version) is shown as it is, never thrown. */
export function say(message: Text, language: Language): string {
  const render = sentencesOf(language)[message.key];
  if (render === undefined) return message.key;
  if (typeof render === 'string') return render;
  return render(visibleArgs(message.args) as never, (arg, between) => sayArg(arg, language, between));
}

/** True if a message from outside has a known key and all its arguments, in every loaded language. */
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

/** Removes line ends and control characters from an argument, which comes from outside. */
function visibleArgs(args: Text['args']): Text['args'] {
  return Object.fromEntries(Object.entries(args).map(([name, arg]) => [name, visibleArg(arg)]));
}

function visibleArg(arg: TextArg): TextArg {
  if (typeof arg === 'string') return visible(arg);
  return Array.isArray(arg) ? arg.map(visibleArg) : arg;
}

function sayArg(arg: TextArg, language: Language, between = BETWEEN[language]): string {
  if (arg === null) return '';
  if (typeof arg !== 'object') return String(arg);
  if (isText(arg)) return say(arg, language);
  return arg.map((part) => sayArg(part, language)).join(between);
}

function isText(arg: Text | readonly TextArg[]): arg is Text {
  return !Array.isArray(arg);
}

/** A bug's title, in Japanese where somebody wrote it. */
export function bugTitle({ title, titleIn }: Pick<KnownBug, 'title' | 'titleIn'>): Text {
  return text('bug.title', { title, ja: titleIn?.ja ?? title });
}

/** Words of somebody else, in the quotation marks of the language. */
export function quoted(word: string): Text {
  return text('word.quoted', { word });
}

/** Pages that are named. */
const NAMED_PAGES = 5;

/** The sentence about pages that could not be read, or not in full. */
export function unreadPagesText(pages: readonly string[]): Text {
  const named = pages.slice(0, NAMED_PAGES);
  return text('watch.unreadPages', { pages: named, more: pages.length - named.length });
}

/** Name of a feature for people. */
export function featureName(feature: Feature): Text {
  return text(`feature.${feature}`);
}

/** `ja` for any Japanese locale, else English. */
export function languageOf(locale: string): Language {
  return locale.toLowerCase().startsWith('ja') ? 'ja' : 'en';
}
