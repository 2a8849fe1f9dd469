import * as vscode from 'vscode';
import { stepName, whenText } from '../../analysis/index.ts';
import { text } from '../../l10n/index.ts';
import { isFileLocation, type AdviceStep, type FileLocation, type Text } from '../../model/index.ts';
import { productOf } from '../../products/index.ts';
import type { WorkspaceAnalysis } from '../workspace/analysis.ts';
import { pathOf } from '../workspace/paths.ts';
import type { AssetReference } from '../contributions/argument-schemas.ts';
import { createCommand } from '../contributions/commands.ts';
import { localized } from '../language.ts';
import type { WorkerClient } from '../worker-client.ts';
import { checklistActions } from './checklist-actions.ts';
import { driftActions } from './drift-actions.ts';
import type { ShownDetails, ShownFinding } from '../worker/protocol.ts';
import { pinActions } from './pin-actions.ts';
import { suppressActions } from './suppress.ts';
import { versionEdit } from '../versions/version-edit.ts';

/** Services that quick fixes use. */
export interface QuickFixSources {
  analysis: WorkspaceAnalysis;
  worker: WorkerClient;
  /** True if this editor has the command. */
  hasCommand: (command: vscode.Command) => boolean;
}

/**
 * Quick fixes of a version, most useful first: set the running version; set the advised release of the same major
 * version wherever the versions must agree, or else show the way to the next one, which is never a single edit; pin a
 * release in place of a range; open pages; suppress the finding.
 */
export async function quickFixesAt(
  document: vscode.TextDocument,
  range: vscode.Range,
  token: vscode.CancellationToken,
  { analysis, worker, hasCommand }: QuickFixSources,
): Promise<vscode.CodeAction[]> {
  const findings = analysis.findingsAt(document.uri, range.start);
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  const suppressions = findings.flatMap((finding) => suppressActions(document, finding));
  if (folder === undefined) return suppressions;
  const drift = await driftActions(findings, folder, worker);
  const ofVersion = await versionActions(findings, folder, worker);
  const pins = await pinActions(findings, folder, worker);
  const checks = await checklistActions(findings, folder, worker);
  if (token.isCancellationRequested) return [];
  const all = [...drift, ...ofVersion, ...pins, ...refreshActions(findings), ...checks, ...suppressions];
  const actions = all.filter(({ command }) => command === undefined || hasCommand(command));
  const [first] = actions;
  if (first?.edit !== undefined) first.isPreferred = true;
  return actions;
}

async function versionActions(
  findings: readonly ShownFinding[],
  folder: vscode.WorkspaceFolder,
  worker: WorkerClient,
): Promise<vscode.CodeAction[]> {
  const finding = findings.find(({ bugs }) => bugs !== null);
  if (!finding?.bugs || !isFileLocation(finding.location)) return [];
  const details = finding.bugs;
  const path = pathOf(folder.uri);
  const place = { folder: path, assetId: finding.assetId };
  const { version } = details;
  const others = await worker.call('placesOf', path, {
    ruleId: finding.ruleId,
    assetIds: finding.assetIds,
  });
  const places = [finding.location, ...others];
  const { now = null, destination = null } = details.advice ?? {};
  const edit = now && (await editAction(folder.uri, details, places, now));
  return [
    ...(edit === null ? [] : [edit]),
    ...(destination === null
      ? []
      : [showAction('showUpgrade', majorUpgradeLabel(destination), details, place)]),
    showAction('showUpgrade', text('action.showUpgrade'), details, place),
    showAction('showBugs', text('hover.all', { version }), details, place),
  ];
}

async function editAction(
  folder: vscode.Uri,
  { product }: ShownDetails,
  places: readonly FileLocation[],
  { version: release, write: version = release, fixes }: AdviceStep,
): Promise<vscode.CodeAction | null> {
  const changed = await versionEdit(folder, product, places, version);
  if (changed === null) return null;
  const { urgent = 0, all = 0 } = fixes ?? {};
  const key = productOf(product).kind === 'engine' ? 'action.setVersion' : 'action.setRelease';
  const title = localized(text(key, { version, urgent, all, places: changed.count > 1 ? changed.count : 0 }));
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.edit = changed.edit;
  return action;
}

/** Label for a step to another major version. It opens a comparison, because a single edit is never the whole upgrade. */
function majorUpgradeLabel({ write: _, ...step }: AdviceStep): Text {
  return text('action.planMove', { name: stepName(step), advice: whenText(step) });
}

/** Quick fix that refreshes the catalogue if it is older than the version. */
function refreshActions(findings: readonly ShownFinding[]): vscode.CodeAction[] {
  if (!findings.some(({ coverage }) => coverage === 'newer')) return [];
  const words = localized(text('action.refresh'));
  const action = new vscode.CodeAction(words, vscode.CodeActionKind.QuickFix);
  action.command = createCommand('checkForNews', words);
  return [action];
}

function showAction(
  command: 'showBugs' | 'showUpgrade',
  title: Text,
  { product, version }: ShownDetails,
  place: AssetReference,
): vscode.CodeAction {
  const words = localized(title);
  const action = new vscode.CodeAction(words, vscode.CodeActionKind.QuickFix);
  action.command = createCommand(command, words, version, product, place);
  return action;
}
