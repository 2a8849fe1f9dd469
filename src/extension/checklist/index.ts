import * as vscode from 'vscode';
import { FixArgument, ResourceArgument } from '../contributions/arguments.ts';
import type { CommandHandlers } from '../contributions/commands.ts';
import type { Disposable } from '../disposable.ts';
import { registerFixPreviews } from './fix-preview.ts';
import { pickFixable } from './fix-resource.ts';
import { offerFix } from './fix.ts';
import { ChecklistPanel, type PanelServices } from './panel.ts';
import { resourceKey } from './view.ts';

export interface Checklist extends Disposable {
  commands: CommandHandlers<'openChecklist' | 'applyFix' | 'fixResource'>;
}

/** The command that opens the checklist: one panel a window. */
export function registerChecklist(
  context: Pick<vscode.ExtensionContext, 'extensionUri'>,
  services: Omit<PanelServices, 'previews'>,
): Checklist {
  const previews = registerFixPreviews();
  const pages = vscode.Uri.joinPath(context.extensionUri, 'dist', 'webview');
  let opened: ChecklistPanel | null = null;
  return {
    commands: {
      openChecklist(argument) {
        const given = ResourceArgument.safeParse(argument).data;
        const resource = given === undefined ? null : resourceKey(given.folder ?? null, given.assetId);
        if (opened === null) {
          opened = new ChecklistPanel(pages, { ...services, previews }, resource, () => (opened = null));
        } else {
          opened.reveal(resource);
        }
      },
      async fixResource(argument) {
        const given = ResourceArgument.safeParse(argument).data;
        const folder = given?.folder ?? null;
        const fix =
          given === undefined || folder === null
            ? await pickFixable(services.worker)
            : { folder, assetId: given.assetId, check: null };
        if (fix !== null) await offerFix(services.worker, previews, fix);
      },
      async applyFix(argument) {
        const given = FixArgument.safeParse(argument);
        if (given.success) await offerFix(services.worker, previews, given.data);
      },
    },
    dispose() {
      previews.dispose();
      opened?.dispose();
    },
  };
}
