import * as vscode from 'vscode';
import { text } from '../../l10n/index.ts';
import type { ProductId } from '../../model/index.ts';
import type { AssetReference } from '../contributions/argument-schemas.ts';
import { localized } from '../language.ts';
import { rangeOf, uriOf } from '../ui/ranges.ts';
import type { WorkerClient } from '../worker-client.ts';
import { versionEdit } from './version-edit.ts';

/** Sets an asset's version in every location that contains it, without saving, and shows the first location. */
export async function setVersion(
  worker: WorkerClient,
  product: ProductId,
  { folder, assetId }: AssetReference,
  to: string,
): Promise<void> {
  const root = vscode.Uri.file(folder);
  const places = await worker.call('versionPlacesOf', folder, assetId);
  const [first] = places;
  const changed = first === undefined ? null : await versionEdit(root, product, places, to);
  if (first === undefined || changed === null || !(await vscode.workspace.applyEdit(changed.edit))) {
    await vscode.window.showWarningMessage(localized(text('page.set.failed', { version: to })));
    return;
  }
  const { start } = rangeOf(first);
  await vscode.window.showTextDocument(uriOf(root, first.file), {
    viewColumn: vscode.ViewColumn.Beside,
    selection: new vscode.Range(start, start),
  });
  const done = text('page.set.done', { version: to, places: changed.count });
  vscode.window.setStatusBarMessage(localized(done), 10_000);
}
