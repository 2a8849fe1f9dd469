import * as vscode from 'vscode';
import { CONFIG_FILE } from '../../config/index.ts';
import { addIgnoreEntry, suppressionComment, type SuppressionRequest } from '../../edits/index.ts';
import { say, text, type MessageKey } from '../../l10n/index.ts';
import { isFileLocation, type Finding } from '../../model/index.ts';
import { editorLanguage } from '../language.ts';

/** What a suppression is about, as the code action hands it to the command. */
interface Subject {
  uri: vscode.Uri;
  /** 0-based. */
  line: number;
  rule: string;
  resource: string;
  where: 'comment' | 'config';
}

/** The two ways to leave a finding out: a comment above it, or an entry in `.errata-lens.yaml`. Both ask for a reason. */
export function suppressActions(document: vscode.TextDocument, finding: Finding): vscode.CodeAction[] {
  if (!isFileLocation(finding.location)) return [];
  const line = finding.location.line - 1;
  const resource = finding.assetId.split('#').at(-1) ?? finding.assetId;
  const subject = { uri: document.uri, line, rule: finding.ruleId, resource };
  const hasComments = suppressionComment(document.fileName, '', '\n', EXAMPLE) !== null;
  return [
    ...(hasComments ? [actionOf('action.suppressComment', { ...subject, where: 'comment' })] : []),
    actionOf('action.suppressConfig', { ...subject, where: 'config' }),
  ];
}

const EXAMPLE: SuppressionRequest = { rule: '', reason: '', until: null };

function actionOf(
  key: 'action.suppressComment' | 'action.suppressConfig',
  subject: Subject,
): vscode.CodeAction {
  const title = say(text(key, { rule: subject.rule }), editorLanguage());
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { command: 'errataLens.suppress', title, arguments: [subject] };
  return action;
}

export function registerSuppress(): vscode.Disposable {
  return vscode.commands.registerCommand('errataLens.suppress', (subject: unknown) =>
    isSubject(subject) ? suppress(subject) : undefined,
  );
}

function isSubject(value: unknown): value is Subject {
  return typeof value === 'object' && value !== null && 'rule' in value && 'where' in value;
}

async function suppress({ uri, line, rule, resource, where }: Subject): Promise<void> {
  const reason = await ask('suppress.reason', (value) =>
    value.trim() === '' ? 'suppress.needsReason' : null,
  );
  if (reason === undefined) return;
  const until = await ask('suppress.until', (value) => (isDayOrEmpty(value) ? null : 'suppress.needsDay'));
  if (until === undefined) return;
  const request = { rule, reason, until: until === '' ? null : until };
  const edit =
    where === 'comment'
      ? await commentEdit(uri, line, request)
      : await configEdit(uri, { ...request, resource });
  if (edit === null) {
    await vscode.window.showWarningMessage(
      say(text('suppress.byHand', { file: CONFIG_FILE }), editorLanguage()),
    );
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
  const eol = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
  const comment = suppressionComment(document.fileName, document.lineAt(line).text, eol, request);
  if (comment === null) return null;
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, new vscode.Position(line, 0), comment);
  return edit;
}

async function configEdit(
  uri: vscode.Uri,
  request: SuppressionRequest & { resource: string },
): Promise<vscode.WorkspaceEdit | null> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (folder === undefined) return null;
  const target = vscode.Uri.joinPath(folder.uri, CONFIG_FILE);
  const edit = new vscode.WorkspaceEdit();
  const existing = await openIfThere(target);
  const content = addIgnoreEntry(existing?.getText() ?? '', request);
  if (content === null) return null;
  if (existing === null) {
    edit.createFile(target, { contents: Buffer.from(content), ignoreIfExists: true });
  } else {
    const end = existing.lineAt(existing.lineCount - 1).range.end;
    edit.replace(target, new vscode.Range(new vscode.Position(0, 0), end), content);
  }
  return edit;
}

async function openIfThere(uri: vscode.Uri): Promise<vscode.TextDocument | null> {
  try {
    await vscode.workspace.fs.stat(uri);
  } catch {
    return null;
  }
  return vscode.workspace.openTextDocument(uri);
}

function ask(
  key: 'suppress.reason' | 'suppress.until',
  mistake: (value: string) => 'suppress.needsReason' | 'suppress.needsDay' | null,
): Thenable<string | undefined> {
  const language = editorLanguage();
  const words = (name: MessageKey): string => say({ key: name, args: {} }, language);
  return vscode.window.showInputBox({
    prompt: words(key),
    validateInput: (value) => {
      const found = mistake(value);
      return found === null ? null : words(found);
    },
  });
}

function isDayOrEmpty(value: string): boolean {
  return value === '' || (/^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)));
}
