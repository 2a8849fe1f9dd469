import * as vscode from 'vscode';
import type { FileLocation, ProductId } from '../../model/index.ts';
import { productOf } from '../../products/index.ts';
import { rangeOf, uriOf } from '../ui/ranges.ts';

/** Edit of a version in every location that contains it. */
export interface VersionEdit {
  edit: vscode.WorkspaceEdit;
  /** Number of locations that change. */
  count: number;
}

/**
 * Edit that replaces a version, in the notation of each location. Null if the first location cannot be edited; others
 * that no longer contain the version are skipped.
 */
export async function versionEdit(
  folder: vscode.Uri,
  product: ProductId,
  places: readonly FileLocation[],
  to: string,
): Promise<VersionEdit | null> {
  const { versions } = productOf(product);
  let from: string | null = null;
  return editOfPlaces(folder, places, (written) => {
    const declared = versions.read(written);
    if (declared.form !== 'release' || (from !== null && declared.version !== from)) return null;
    from = declared.version;
    return versions.rewrite(written, declared.version, to);
  });
}

/** Edit of several locations; null if the first one cannot be edited. */
export async function editOfPlaces(
  folder: vscode.Uri,
  places: readonly FileLocation[],
  change: (written: string) => string | null,
): Promise<VersionEdit | null> {
  const edit = new vscode.WorkspaceEdit();
  let count = 0;
  for (const [index, place] of places.entries()) {
    const uri = uriOf(folder, place.file);
    const document = await vscode.workspace.openTextDocument(uri);
    const range = rangeOf(place);
    const changed = change(document.getText(range));
    if (changed === null && index === 0) return null;
    if (changed === null) continue;
    edit.replace(uri, range, changed);
    count += 1;
  }
  return count === 0 ? null : { edit, count };
}
