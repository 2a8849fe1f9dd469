import * as vscode from 'vscode';
import type { CommandHandlers } from '../contributions/commands.ts';
import type { Disposable } from '../disposable.ts';
import { registerFixPreviews } from './fixes/fix-preview.ts';
import type { PanelServices } from './panel.ts';
import type { PanelHolder } from './open-panel.ts';

export interface Checklist extends Disposable {
  commands: CommandHandlers<'openChecklist' | 'applyFix' | 'fixResource'>;
}

/** Registers the command that opens the checklist, in one panel per window. */
export function registerChecklist(
  context: Pick<vscode.ExtensionContext, 'extensionUri'>,
  services: Omit<PanelServices, 'previews'>,
): Checklist {
  const previews = registerFixPreviews();
  const pages = vscode.Uri.joinPath(context.extensionUri, 'dist', 'webview');
  const shown: PanelHolder = { panel: null };
  // Loads panel and fixes on demand.
  const load = () => import('./open-panel.ts');
  const schemas = () => import('../contributions/argument-schemas.ts');
  return {
    commands: {
      async openChecklist(argument) {
        const { openPanel } = await load();
        const { ResourceArgument } = await schemas();
        openPanel(shown, pages, { ...services, previews }, ResourceArgument.safeParse(argument).data);
      },
      async fixResource(argument) {
        const { fixResource } = await load();
        const { ResourceArgument } = await schemas();
        await fixResource(services.worker, previews, ResourceArgument.safeParse(argument).data);
      },
      async applyFix(argument) {
        const { previewFix } = await import('./fixes/fix.ts');
        const { FixArgument } = await schemas();
        const given = FixArgument.safeParse(argument);
        if (given.success) await previewFix(services.worker, previews, given.data);
      },
    },
    dispose() {
      previews.dispose();
      shown.panel?.dispose();
    },
  };
}
