import * as vscode from 'vscode';
import { languageOf, say, type Language } from '../l10n/index.ts';
import type { Text } from '../model/index.ts';

/** The editor's display language if the product has it, else English. */
export function editorLanguage(): Language {
  return languageOf(vscode.env.language);
}

/** A sentence in the editor's display language. */
export function localized(message: Text): string {
  return say(message, editorLanguage());
}
