import type { Language } from '../../l10n/index.ts';
import { accountJson, NO_ROOTS, scanMarkdown, type AccountResult } from '../../report/index.ts';

/** Renders an account scan in one of the command line's formats. */
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
