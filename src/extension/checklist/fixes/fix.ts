import * as vscode from 'vscode';
import { applyEdits } from '../../../edits/index.ts';
import { text } from '../../../l10n/index.ts';
import type { Text } from '../../../model/index.ts';
import type { FixArgument } from '../../contributions/argument-schemas.ts';
import { localized } from '../../language.ts';
import { rangeOf, uriOf } from '../../ui/ranges.ts';
import type { WorkerClient } from '../../worker-client.ts';
import type { PreparedFix } from '../../worker/protocol.ts';
import type { FixPreviews } from './fix-preview.ts';

/**
 * Previews a fix, and applies it if the user confirms. If no edit can fix the check, copies a snippet or a command
 * instead.
 */
export async function previewFix(
  worker: WorkerClient,
  previews: FixPreviews,
  { folder, assetId, check }: FixArgument,
): Promise<void> {
  const fix = await worker.call('fixOf', folder, assetId, check);
  if (fix === null) {
    showInStatusBar(text('panel.fix.none'));
    return;
  }
  if (fix.files.length === 0) {
    await vscode.env.clipboard.writeText(fix.snippet ?? fix.command);
    const explanation = text(fix.snippet === null ? 'panel.fix.byCommand' : 'panel.fix.bySnippet');
    void vscode.window.showInformationMessage(localized(explanation));
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  const changes = [];
  for (const { file, edits, text: expected } of fix.files) {
    const uri = uriOf(vscode.Uri.file(folder), file);
    const document = await vscode.workspace.openTextDocument(uri);
    // The edits were calculated for this text.
    if (!hasText(document, expected)) {
      warn(text('panel.fix.changed', { file }));
      return;
    }
    for (const { range, newText } of edits) edit.replace(uri, rangeOf(range), newText);
    changes.push({ uri, after: applyEdits(document.getText(), edits) });
  }
  const isConfirmed = await previews.confirm(fix.title, changes);
  if (isConfirmed) await applyFix(edit, fix, folder);
}

/** Copies a command to the clipboard. The user should read it before running it. */
export async function copyCommand(command: string): Promise<void> {
  await vscode.env.clipboard.writeText(command);
  showInStatusBar(text('panel.copied'));
}

async function applyFix(
  edit: vscode.WorkspaceEdit,
  { title, files }: PreparedFix,
  folder: string,
): Promise<void> {
  const clean: vscode.TextDocument[] = [];
  for (const { file, text: expected } of files) {
    const document = await vscode.workspace.openTextDocument(uriOf(vscode.Uri.file(folder), file));
    if (!hasText(document, expected)) {
      warn(text('panel.fix.changed', { file }));
      return;
    }
    if (!document.isDirty) clean.push(document);
  }
  if (!(await vscode.workspace.applyEdit(edit))) {
    warn(text('panel.fix.refused'));
    return;
  }
  // Saves the documents that had no unsaved changes before.
  for (const document of clean) await document.save();
  showInStatusBar(text('panel.fix.applied', { fix: title }));
}

/** True if a document has this text. Ignores line endings, which the editor unifies. */
function hasText(document: vscode.TextDocument, expected: string): boolean {
  return document.getText().replaceAll('\r\n', '\n') === expected.replaceAll('\r\n', '\n');
}

function showInStatusBar(message: Text): void {
  vscode.window.setStatusBarMessage(localized(message), 5_000);
}

function warn(message: Text): void {
  void vscode.window.showWarningMessage(localized(message));
}
