import type * as vscode from 'vscode';
import type { Resource } from '../contributions/argument-schemas.ts';
import type { WorkerClient } from '../worker-client.ts';
import type { FixPreviews } from './fixes/fix-preview.ts';
import { pickFixable } from './fixes/fix-resource.ts';
import { previewFix } from './fixes/fix.ts';
import { ChecklistPanel, type PanelServices } from './panel.ts';
import { resourceKey } from './view.ts';

/** The panel of a window; null while it is closed. */
export interface PanelHolder {
  panel: ChecklistPanel | null;
}

/** Opens the checklist, and scrolls to a resource if one is given. */
export function openPanel(
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
export async function fixResource(
  worker: WorkerClient,
  previews: FixPreviews,
  given: Resource | undefined,
): Promise<void> {
  const folder = given?.folder ?? null;
  const fix =
    given === undefined || folder === null
      ? await pickFixable(worker)
      : { folder, assetId: given.assetId, check: null };
  if (fix !== null) await previewFix(worker, previews, fix);
}
