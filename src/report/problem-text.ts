import { say, type Language } from '../l10n/index.ts';
import { visiblePath, type Problem } from '../model/index.ts';

/** `modules/db.tf: what could not be read of it`, in one line. */
export function problemText({ source, text }: Problem, language: Language): string {
  return `${visiblePath(source)}: ${say(text, language)}`;
}
