import { LANGUAGES, languageOf, type Language } from '../../l10n/index.ts';

let requested: Language | null = null;

/** Reads the language from the raw arguments, so that errors of parsing the options are already translated. */
export function setLanguageFrom(argv: readonly string[]): void {
  const at = argv.findLastIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const given = at < 0 ? undefined : argv[at] === '--lang' ? argv[at + 1] : argv[at]?.slice('--lang='.length);
  requested = LANGUAGES.find((language) => language === given) ?? null;
}

/** Language of the option, or of the environment. */
export function requestedLanguage(): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return requested ?? languageOf(LC_ALL ?? LC_MESSAGES ?? LANG ?? 'en');
}
