import * as vscode from 'vscode';
import { languageOf, say, type Language } from '../l10n/index.ts';
import type { Text } from '../model/index.ts';

/** Display language of the editor if it is supported, otherwise English. */
export function editorLanguage(): Language {
  return languageOf(vscode.env.language);
}

/** Renders a sentence in the editor's language. */
export function localized(message: Text): string {
  return say(message, editorLanguage());
}
