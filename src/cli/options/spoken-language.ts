import { LANGUAGES, languageOf, type Language } from '../../l10n/index.ts';

let asked: Language | null = null;

/** Takes the language of the arguments: wrong usage is told before a command has read its options. */
export function speakAsAsked(argv: readonly string[]): void {
  const at = argv.findLastIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const given = at < 0 ? undefined : argv[at] === '--lang' ? argv[at + 1] : argv[at]?.slice('--lang='.length);
  asked = LANGUAGES.find((language) => language === given) ?? null;
}

/** The language that was asked for, else that of the environment. */
export function spokenLanguage(): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return asked ?? languageOf(LC_ALL ?? LC_MESSAGES ?? LANG ?? 'en');
}
