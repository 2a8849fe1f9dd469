import type * as vscode from 'vscode';

/**
 * Code actions at a place. The request is repeated if another provider of code actions was added or removed meanwhile, which
 * makes the editor cancel it.
 */
export async function codeActionsAt(
  api: typeof vscode,
  uri: vscode.Uri,
  range: vscode.Range,
): Promise<vscode.CodeAction[]> {
  for (;;) {
    try {
      return await api.commands.executeCommand('vscode.executeCodeActionProvider', uri, range);
    } catch (error) {
      if (!(error instanceof Error && error.name === 'Canceled')) throw error;
    }
  }
}
