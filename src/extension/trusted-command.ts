import * as vscode from 'vscode';
import { say, text } from '../l10n/index.ts';
import { editorLanguage } from './language.ts';

/** Registers a command that a restricted workspace does not have: see restricted.ts. Called there, it says so. */
export function registerTrustedCommand(
  name: `errataLens.${string}`,
  run: (...given: unknown[]) => unknown,
): vscode.Disposable {
  return vscode.commands.registerCommand(name, async (...given: unknown[]) => {
    if (vscode.workspace.isTrusted) return await run(...given);
    await vscode.window.showWarningMessage(say(text('command.untrusted'), editorLanguage()));
    return undefined;
  });
}
