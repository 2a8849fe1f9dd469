import type { Language } from '../../l10n/index.ts';
import { accountJson, NO_ROOTS, scanMarkdown, type AccountResult } from '../../report/index.ts';

/** Account scan in a format of the command line. */
export function accountReport(
  format: 'markdown' | 'json',
  language: Language,
  found: Omit<AccountResult, 'paths'>,
): string {
  const result = { ...found, paths: NO_ROOTS };
  return format === 'markdown'
    ? scanMarkdown(result, language)
    : `${JSON.stringify(accountJson(result, language), null, 2)}\n`;
}
