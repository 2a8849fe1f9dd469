import * as vscode from 'vscode';
import { CONFIG_FILE, readConfigAbove } from '../../config/index.ts';
import { addIgnoreEntries, suppressionComment, type SuppressionRequest } from '../../edits/index.ts';
import { text, type MessageKey } from '../../l10n/index.ts';
import type { SourceFile } from '../../syntax/index.ts';
import { isFileLocation } from '../../model/index.ts';
import type { ShownFinding } from '../worker/protocol.ts';
import { SuppressionArgument } from '../contributions/argument-schemas.ts';
import { createCommand } from '../contributions/commands.ts';
import { localized } from '../language.ts';
import type { WorkerClient } from '../worker-client.ts';
import { rangeOf } from './ranges.ts';

/**
 * Quick fixes that suppress a finding by a comment above it, or by an entry in `.errata-lens.yaml`. Both ask for a
 * reason.
 */
export function suppressActions(document: vscode.TextDocument, finding: ShownFinding): vscode.CodeAction[] {
  // Several rules can report one finding; each needs its own suppression.
  return [finding.ruleId, ...(finding.alsoRules ?? [])].flatMap((rule) =>
    actionsOfRule(document, finding, rule),
  );
}

function actionsOfRule(
  document: vscode.TextDocument,
  { assetIds, location }: ShownFinding,
  rule: string,
): vscode.CodeAction[] {
  if (!isFileLocation(location)) return [];
  const subject = { uri: document.uri, line: location.line, rule, assetIds };
  const example: SuppressionRequest = { rule, reason: 'why', until: null };
  const mayComment = suppressionComment(sourceCodeOf(document), location.line, example) !== null;
  return [
    ...(mayComment ? [actionOf('action.suppressComment', { ...subject, where: 'comment' })] : []),
    actionOf('action.suppressConfig', { ...subject, where: 'config' }),
  ];
}

function sourceCodeOf(document: vscode.TextDocument): SourceFile {
  return { file: document.uri.path, text: document.getText() };
}

function actionOf(
  key: 'action.suppressComment' | 'action.suppressConfig',
  subject: SuppressionArgument,
): vscode.CodeAction {
  const title = localized(text(key, { rule: subject.rule }));
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = createCommand('suppress', title, subject);
  return action;
}

/**
 * Asks for the reason and suppresses a finding.
 * @param argument of the command, unvalidated
 */
export async function suppressFinding(argument: unknown, worker: WorkerClient): Promise<void> {
  const given = SuppressionArgument.safeParse(argument);
  if (given.success) await suppress(given.data, worker);
}

async function suppress(
  { uri, line, rule, assetIds, where }: SuppressionArgument,
  worker: WorkerClient,
): Promise<void> {
  const reason = await askForText('suppress.reason', (value) =>
    value.trim() === '' ? 'suppress.needsReason' : null,
  );
  if (reason === undefined) return;
  const until = await askForText('suppress.until', (value) =>
    isDayOrEmpty(value) ? null : 'suppress.needsDay',
  );
  if (until === undefined) return;
  const request = { rule, reason, until: until === '' ? null : until };
  const edit =
    where === 'comment'
      ? await commentEdit(uri, line, request)
      : await configEdit(uri, assetIds, request, worker);
  if (edit === null) {
    await vscode.window.showWarningMessage(localized(text('suppress.byHand', { file: CONFIG_FILE })));
    return;
  }
  await vscode.workspace.applyEdit(edit);
}

async function commentEdit(
  uri: vscode.Uri,
  line: number,
  request: SuppressionRequest,
): Promise<vscode.WorkspaceEdit | null> {
  const document = await vscode.workspace.openTextDocument(uri);
  const comment = suppressionComment(sourceCodeOf(document), line, request);
  if (comment === null) return null;
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, rangeOf(comment.range), comment.newText);
  return edit;
}

/** Edit that adds an entry to the folder's configuration file, which is created if necessary. */
async function configEdit(
  uri: vscode.Uri,
  assetIds: readonly string[],
  request: SuppressionRequest,
  worker: WorkerClient,
): Promise<vscode.WorkspaceEdit | null> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (folder === undefined) return null;
  const { file } = await readConfigAbove(folder.uri.fsPath);
  const target = file === null ? vscode.Uri.joinPath(folder.uri, CONFIG_FILE) : vscode.Uri.file(file);
  const resources = await worker.call('resourcesToName', folder.uri.fsPath, assetIds);
  if (resources.length === 0) return null;
  const edit = new vscode.WorkspaceEdit();
  const existing = await openIfExists(target);
  const content = addIgnoreEntries(existing?.getText() ?? '', { ...request, resources });
  if (content === null) return null;
  if (existing === null) {
    edit.createFile(target, { contents: Buffer.from(content), ignoreIfExists: true });
  } else {
    const end = existing.lineAt(existing.lineCount - 1).range.end;
    edit.replace(target, new vscode.Range(new vscode.Position(0, 0), end), content);
  }
  return edit;
}

async function openIfExists(uri: vscode.Uri): Promise<vscode.TextDocument | null> {
  try {
    await vscode.workspace.fs.stat(uri);
  } catch {
    return null;
  }
  return vscode.workspace.openTextDocument(uri);
}

function askForText(
  key: 'suppress.reason' | 'suppress.until',
  problemOf: (value: string) => 'suppress.needsReason' | 'suppress.needsDay' | null,
): Thenable<string | undefined> {
  const words = (name: MessageKey): string => localized({ key: name, args: {} });
  return vscode.window.showInputBox({
    prompt: words(key),
    validateInput: (value) => {
      const found = problemOf(value);
      return found === null ? null : words(found);
    },
  });
}

function isDayOrEmpty(value: string): boolean {
  return value === '' || (/^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)));
}
