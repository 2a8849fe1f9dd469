import * as vscode from 'vscode';
import { loadedHandlers, type CommandHandlers } from '../contributions/commands.ts';
import type { Disposable } from '../disposable.ts';
import { registerFixPreviews } from './fixes/fix-preview.ts';
import type { PanelServices } from './panel.ts';
import type { PanelHolder } from './commands.ts';

export interface Checklist extends Disposable {
  commands: CommandHandlers<'openChecklist' | 'applyFix' | 'fixResource'>;
}

/** Registers the commands of the checklist. */
export function registerChecklist(
  context: Pick<vscode.ExtensionContext, 'extensionUri'>,
  services: Omit<PanelServices, 'previews'>,
): Checklist {
  const previews = registerFixPreviews();
  const pages = vscode.Uri.joinPath(context.extensionUri, 'dist', 'webview');
  const shown: PanelHolder = { panel: null };
  return {
    commands: loadedHandlers(['openChecklist', 'applyFix', 'fixResource'], async () =>
      (await import('./commands.ts')).checklistCommands(shown, pages, { ...services, previews }),
    ),
    dispose() {
      previews.dispose();
      shown.panel?.dispose();
    },
  };
}
