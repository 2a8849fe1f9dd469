import * as vscode from 'vscode';
import { text } from '../../l10n/index.ts';
import { isFileLocation } from '../../model/index.ts';
import type { ShownFinding } from '../worker/protocol.ts';
import { localized } from '../language.ts';
import type { WorkerClient } from '../worker-client.ts';
import { versionEdit } from '../versions/version-edit.ts';
import { pathOf } from '../workspace/paths.ts';

/**
 * Edits that set a declared version to a running one, one per version. None across major versions, where no single edit
 * is right.
 */
export async function driftActions(
  findings: readonly ShownFinding[],
  folder: vscode.WorkspaceFolder,
  worker: WorkerClient,
): Promise<vscode.CodeAction[]> {
  const finding = findings.find(({ ruleId }) => ruleId === 'version-drift');
  if (finding === undefined || !isFileLocation(finding.location)) return [];
  const path = pathOf(folder.uri);
  const [drift, others] = await Promise.all([
    worker.call('driftOf', path, finding.assetId),
    worker.call('placesOf', path, { ruleId: finding.ruleId, assetIds: finding.assetIds }),
  ]);
  if (drift === null) return [];
  const places = [finding.location, ...others];
  const actions = drift.running.map(async (version) => {
    const changed = await versionEdit(folder.uri, drift.product, places, version);
    if (changed === null) return [];
    const title = localized(text('action.setRunning', { version }));
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.edit = changed.edit;
    return [action];
  });
  return (await Promise.all(actions)).flat();
}
