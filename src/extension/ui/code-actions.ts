import * as vscode from 'vscode';
import { urgentAmong, settableTargets, type UpgradeTarget } from '../../analysis/index.ts';
import { text } from '../../l10n/index.ts';
import { isFileLocation, type BugDetails, type Finding, type Text } from '../../model/index.ts';
import { productOf } from '../../products/index.ts';
import type { WorkspaceAnalysis } from '../workspace/analysis.ts';
import type { AssetPlace } from '../contributions/arguments.ts';
import { commandOf, onlyReads } from '../contributions/commands.ts';
import { localized } from '../language.ts';
import type { WorkerClient } from '../worker-client.ts';
import { checklistActions } from './checklist-actions.ts';
import { driftActions } from './drift-actions.ts';
import { rangeOf } from './ranges.ts';
import { suppressActions } from './suppress.ts';

/**
 * Quick fixes of a version: the recommended release of its major version first, in the form in which the version is written.
 * Over a major version there is advice only: such a step is never one edit. Where staying is right there is none.
 */
export function registerCodeActions(analysis: WorkspaceAnalysis, worker: WorkerClient): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    { scheme: 'file' },
    {
      async provideCodeActions(document, range, _context, token) {
        const actions = await actionsAt(document, range, token);
        // Restricted Mode reads: an edit is offered once the workspace is trusted.
        return vscode.workspace.isTrusted ? actions : actions.filter(onlyReads);
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );

  async function actionsAt(
    document: vscode.TextDocument,
    range: vscode.Range,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    const findings = analysis.findingsAt(document.uri, range.start);
    const folder = vscode.workspace.getWorkspaceFolder(document.uri);
    const suppressions = findings.flatMap((finding) => suppressActions(document, finding));
    if (folder === undefined) return suppressions;
    const further = [
      ...(await driftActions(document, findings, folder, worker)),
      ...(await checklistActions(findings, folder, worker)),
      ...suppressions,
    ];
    const finding = findings.find(({ bugs }) => bugs !== null);
    if (!finding?.bugs) return further;
    const details = finding.bugs;
    const place = { folder: folder.uri.fsPath, assetId: finding.assetId };
    const { product, version } = details;
    const { advice } = await worker.call('upgradesOf', product, version, folder.uri.fsPath, finding.assetId);
    if (token.isCancellationRequested) return [];
    return [
      ...settableTargets(advice).flatMap((target) => editAction(document, finding, details, target) ?? []),
      showAction('showUpgrade', text('action.showUpgrade', { version }), details, place),
      showAction('showBugs', text('hover.all', { version }), details, place),
      ...further,
    ];
  }
}

function editAction(
  document: vscode.TextDocument,
  finding: Finding,
  { product, version: from }: BugDetails,
  target: UpgradeTarget,
): vscode.CodeAction | null {
  if (!isFileLocation(finding.location)) return null;
  const range = rangeOf(finding.location);
  const written = document.getText(range);
  const { versions, system } = productOf(product);
  // The finding speaks of the running version where that is known; an edit is of the written one.
  const declared = versions.read(written);
  const changed = versions.rewrite(
    written,
    declared.form === 'release' ? declared.version : from,
    target.version,
  );
  if (changed === null) return null;
  const urgent = urgentAmong(target.clears).length;
  const all = target.clears.length;
  const key = system === null ? 'action.setVersion' : 'action.setRelease';
  const title = localized(text(key, { version: target.version, urgent, all }));
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.replace(document.uri, range, changed);
  return action;
}

function showAction(
  command: 'showBugs' | 'showUpgrade',
  title: Text,
  { product, version }: BugDetails,
  place: AssetPlace,
): vscode.CodeAction {
  const words = localized(title);
  const action = new vscode.CodeAction(words, vscode.CodeActionKind.QuickFix);
  action.command = commandOf(command, words, version, product, place);
  return action;
}
