import type * as vscode from 'vscode';
import { FixArgument, ResourceArgument, type Resource } from '../contributions/argument-schemas.ts';
import type { CommandHandlers } from '../contributions/commands.ts';
import { pickFixable } from './fixes/fix-resource.ts';
import { previewFix } from './fixes/fix.ts';
import { ChecklistPanel, type PanelServices } from './panel.ts';
import { resourceKey } from './view.ts';

/** The panel of a window; null while it is closed. */
export interface PanelHolder {
  panel: ChecklistPanel | null;
}

/** Commands of the checklist, which opens in one panel per window. */
export function checklistCommands(
  shown: PanelHolder,
  pages: vscode.Uri,
  services: PanelServices,
): CommandHandlers<'openChecklist' | 'applyFix' | 'fixResource'> {
  return {
    openChecklist: (argument) => openPanel(shown, pages, services, resourceOf(argument)),
    fixResource: (argument) => fixResource(services, resourceOf(argument)),
    async applyFix(argument) {
      const given = FixArgument.safeParse(argument);
      if (given.success) await previewFix(services.worker, services.previews, given.data);
    },
  };
}

function resourceOf(argument: unknown): Resource | undefined {
  return ResourceArgument.safeParse(argument).data;
}

/** Opens the checklist, and scrolls to a resource if one is given. */
function openPanel(
  shown: PanelHolder,
  pages: vscode.Uri,
  services: PanelServices,
  given: Resource | undefined,
): void {
  const resource = given === undefined ? null : resourceKey(given.folder ?? null, given.assetId);
  if (shown.panel !== null) shown.panel.reveal(resource);
  else shown.panel = new ChecklistPanel(pages, services, resource, () => (shown.panel = null));
}

/** Fixes a resource; asks which one if none is given. */
async function fixResource({ worker, previews }: PanelServices, given: Resource | undefined): Promise<void> {
  const folder = given?.folder ?? null;
  const fix =
    given === undefined || folder === null
      ? await pickFixable(worker)
      : { folder, assetId: given.assetId, check: null };
  if (fix !== null) await previewFix(worker, previews, fix);
}
