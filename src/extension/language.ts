import * as vscode from 'vscode';
import { languageOf, type Language } from '../l10n/index.ts';

/** The editor's display language, as far as this product speaks it. */
export function editorLanguage(): Language {
  return languageOf(vscode.env.language);
}
