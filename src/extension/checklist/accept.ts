import * as vscode from 'vscode';
import { CONFIG_FILE, readConfigAbove } from '../../config/index.ts';
import { addAcceptedEntry, type Acceptance } from '../../edits/index.ts';
import { say, text, type Language } from '../../l10n/index.ts';
import { isDay, today } from '../../model/index.ts';
import { editorLanguage } from '../language.ts';
import { analysedFolders } from '../workspace/analysed-folders.ts';
import { nameWithAccount, type RowSource } from './view.ts';

/** Asks for a reason and an expiry date, and adds the acceptance to the team's configuration file. */
export async function acceptCheck({ checklist, row }: RowSource): Promise<void> {
  const language = editorLanguage();
  const folder = checklist.folder ?? (await askForFolder(language));
  if (folder === null) return;
  const asset = checklist.resources.find(({ id }) => id === row.assetId);
  const shownName = asset === undefined ? row.assetId : nameWithAccount(asset);
  const entered = await askForReasonAndDate(
    text('panel.accept.reason', { check: row.title, resource: shownName }),
    language,
  );
  if (entered === null) return;
  // Names can repeat across accounts, ARNs cannot.
  const resource = checklist.folder === null ? row.assetId : shownName;
  const written = await writeAcceptance(folder, { check: row.id, resource, ...entered });
  const result = written
    ? text('panel.accepted', { check: row.title, file: CONFIG_FILE })
    : text('panel.accept.byHand', { file: CONFIG_FILE });
  if (written) vscode.window.setStatusBarMessage(say(result, language), 10_000);
  else void vscode.window.showWarningMessage(say(result, language));
}

/** Asks which folder's configuration accepts a check of a running resource; null without a folder. */
async function askForFolder(language: Language): Promise<string | null> {
  // The configuration of a disabled folder would not be read.
  const folders = analysedFolders(vscode.workspace);
  const [only] = folders;
  if (only === undefined) {
    const message = say(text('panel.accept.noFolder', { file: CONFIG_FILE }), language);
    await vscode.window.showInformationMessage(message);
    return null;
  }
  if (folders.length === 1) return only.uri.fsPath;
  const picked = await vscode.window.showQuickPick(
    folders.map(({ name, uri }) => ({ label: name, description: uri.fsPath, folder: uri.fsPath })),
    { placeHolder: say(text('panel.accept.folder', { file: CONFIG_FILE }), language) },
  );
  return picked?.folder ?? null;
}

async function askForReasonAndDate(
  question: ReturnType<typeof text>,
  language: Language,
): Promise<Pick<Acceptance, 'reason' | 'date'> | null> {
  const reason = await vscode.window.showInputBox({
    prompt: say(question, language),
    validateInput: (value) => (value.trim() === '' ? say(text('panel.accept.needsReason'), language) : null),
  });
  if (reason === undefined) return null;
  const date = await vscode.window.showInputBox({
    prompt: say(text('panel.accept.date'), language),
    value: today(),
    validateInput: (value) => (isDay(value) ? null : say(text('panel.accept.needsDate'), language)),
  });
  return date === undefined ? null : { reason, date };
}

/**
 * Adds an acceptance to the folder's configuration file, which is created if necessary. False if the user has to edit
 * the file.
 */
async function writeAcceptance(folder: string, acceptance: Acceptance): Promise<boolean> {
  const { file } = await readConfigAbove(folder);
  if (file === null) {
    const content = addAcceptedEntry('', acceptance);
    if (content === null) return false;
    const target = vscode.Uri.joinPath(vscode.Uri.file(folder), CONFIG_FILE);
    await vscode.workspace.fs.writeFile(target, Buffer.from(content));
    return true;
  }
  const document = await vscode.workspace.openTextDocument(vscode.Uri.file(file));
  const content = addAcceptedEntry(document.getText(), acceptance);
  if (content === null) return false;
  const edit = new vscode.WorkspaceEdit();
  const end = document.lineAt(document.lineCount - 1).range.end;
  edit.replace(document.uri, new vscode.Range(new vscode.Position(0, 0), end), content);
  return (await vscode.workspace.applyEdit(edit)) && (await document.save());
}
