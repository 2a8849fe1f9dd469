import * as vscode from 'vscode';
import type { WorkspaceAnalysis } from '../workspace/analysis.ts';
import { READ_DOCUMENTS } from '../workspace/paths.ts';
import { isReadOnlyAction } from '../contributions/commands.ts';
import type { WorkerClient } from '../worker-client.ts';

/**
 * Registers quick fixes, whose code is loaded on demand.
 * @param hasCommand true if this editor has the command
 */
export function registerCodeActions(
  analysis: WorkspaceAnalysis,
  worker: WorkerClient,
  hasCommand: (command: vscode.Command) => boolean = () => true,
): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    READ_DOCUMENTS,
    {
      async provideCodeActions(document, range, context, token) {
        if (analysis.findingsAt(document.uri, range.start).length === 0) return [];
        const { quickFixesAt } = await import('./actions-at.ts');
        const actions = await quickFixesAt(document, range, token, {
          analysis,
          worker,
          hasCommand: hasCommand,
        });
        const own = context.diagnostics.filter(({ source }) => source === 'Errata Lens');
        for (const action of actions) action.diagnostics = own;
        // Restricted Mode allows only actions that read.
        return vscode.workspace.isTrusted ? actions : actions.filter(isReadOnlyAction);
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}
