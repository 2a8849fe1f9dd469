import { LANGUAGES, languageOf, type Language } from '../../l10n/index.ts';

let requested: Language | null = null;

/** Sets the language from the raw arguments, so that errors of usage are in it before commander has parsed the options. */
export function setLanguageFrom(argv: readonly string[]): void {
  const at = argv.findLastIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const given = at < 0 ? undefined : argv[at] === '--lang' ? argv[at + 1] : argv[at]?.slice('--lang='.length);
  requested = LANGUAGES.find((language) => language === given) ?? null;
}

/** The requested language, else that of the environment. */
export function requestedLanguage(): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return requested ?? languageOf(LC_ALL ?? LC_MESSAGES ?? LANG ?? 'en');
}
