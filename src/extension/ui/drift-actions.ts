import * as vscode from 'vscode';
import { text } from '../../l10n/index.ts';
import { isFileLocation, type Finding } from '../../model/index.ts';
import { productOf } from '../../products/index.ts';
import { localized } from '../language.ts';
import type { WorkerClient } from '../worker-client.ts';
import { rangeOf } from './ranges.ts';

/**
 * Where something runs in another version than is declared: an edit that declares the running one, for each version that
 * runs. Not over a major version, where no single edit is right.
 */
export async function driftActions(
  document: vscode.TextDocument,
  findings: readonly Finding[],
  folder: vscode.WorkspaceFolder,
  worker: WorkerClient,
): Promise<vscode.CodeAction[]> {
  const finding = findings.find(({ ruleId }) => ruleId === 'version-drift');
  if (finding === undefined || !isFileLocation(finding.location)) return [];
  const drift = await worker.call('driftOf', folder.uri.fsPath, finding.assetId);
  if (drift === null) return [];
  const range = rangeOf(finding.location);
  const written = document.getText(range);
  return drift.running.flatMap((version) => {
    const changed = productOf(drift.product).versions.rewrite(written, drift.declared, version);
    if (changed === null) return [];
    const title = localized(text('action.setRunning', { version }));
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.edit = new vscode.WorkspaceEdit();
    action.edit.replace(document.uri, range, changed);
    return [action];
  });
}
