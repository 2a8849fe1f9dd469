import * as vscode from 'vscode';
import { hasRule } from '../../analysis/index.ts';
import { text } from '../../l10n/index.ts';
import { isFileLocation } from '../../model/index.ts';
import type { ShownFinding } from '../worker/protocol.ts';
import { engineOf, productOf } from '../../products/index.ts';
import { localized } from '../language.ts';
import type { WorkerClient } from '../worker-client.ts';
import { pathOf } from '../workspace/paths.ts';
import { editOfPlaces } from '../versions/version-edit.ts';

/** Edits that replace a range, or a version that does not exist, by a release. */
export async function pinActions(
  findings: readonly ShownFinding[],
  folder: vscode.WorkspaceFolder,
  worker: WorkerClient,
): Promise<vscode.CodeAction[]> {
  const finding = findings.find((each) =>
    ['partial-version', 'not-in-api'].some((rule) => hasRule(each, rule)),
  );
  if (finding === undefined || !isFileLocation(finding.location)) return [];
  const pin = await worker.call('pinOf', pathOf(folder.uri), finding.assetId);
  const engine = pin === null ? null : (engineOf(pin.product)?.engine ?? null);
  if (pin === null || engine === null) return [];
  const { versions } = productOf(pin.product);
  const changed = await editOfPlaces(folder.uri, [finding.location], (written) => {
    const read = versions.read(written);
    if (read.form === 'release') return versions.rewrite(written, read.version, pin.version);
    return read.form === 'partial' ? engine.apiVersion(pin.version) : null;
  });
  if (changed === null) return [];
  const title = localized(text('action.pin', { version: pin.version }));
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.edit = changed.edit;
  return [action];
}
