import * as vscode from 'vscode';
import { text } from '../../l10n/index.ts';
import { consoleLink } from '../accounts/console-link.ts';
import type { CommandHandlers } from '../contributions/commands.ts';
import { editorLanguage, localized } from '../language.ts';
import { rangeOf, uriOf } from '../ui/ranges.ts';
import type { WorkerClient } from '../worker-client.ts';
import type { TreeNode } from './node.ts';

export type RowCommand =
  'tree.open' | 'copyArn' | 'openConsole' | 'exportAccountsMarkdown' | 'exportAccountsJson';

/** Commands of row menus, and exports. */
export function rowCommands(worker: WorkerClient): CommandHandlers<RowCommand> {
  return {
    'tree.open': (row) => goToCode(row as TreeNode),
    copyArn: (row) => copyArn(row as TreeNode),
    openConsole: (row) => openConsole(row as TreeNode),
    exportAccountsMarkdown: () => exportReport(worker, 'markdown'),
    exportAccountsJson: () => exportReport(worker, 'json'),
  };
}

async function goToCode({ code, label }: TreeNode): Promise<void> {
  if (code === null) {
    await vscode.window.showInformationMessage(localized(text('tree.noCode', { name: label })));
    return;
  }
  const uri = uriOf(vscode.Uri.file(code.folder), code.location.file);
  await vscode.window.showTextDocument(uri, { selection: rangeOf(code.location) });
}

async function copyArn({ running }: TreeNode): Promise<void> {
  if (running === null) return;
  await vscode.env.clipboard.writeText(running.arn);
  vscode.window.setStatusBarMessage(localized(text('tree.copied')), 5_000);
}

async function openConsole({ running, label }: TreeNode): Promise<void> {
  const link = running === null ? null : consoleLink(running.kind, running.name, running.arn);
  if (link === null) {
    await vscode.window.showInformationMessage(localized(text('tree.noConsole', { name: label })));
    return;
  }
  await vscode.env.openExternal(vscode.Uri.parse(link, true));
}

async function exportReport(worker: WorkerClient, format: 'markdown' | 'json'): Promise<void> {
  const content = await worker.call('accountReport', format, editorLanguage());
  if (content === null) {
    await vscode.window.showInformationMessage(localized(text('tree.nothingKept')));
    return;
  }
  const [name, filters] =
    format === 'markdown' ? ['accounts.md', { Markdown: ['md'] }] : ['accounts.json', { JSON: ['json'] }];
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = await vscode.window.showSaveDialog({
    filters,
    ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, name) }),
  });
  if (target === undefined) return;
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(content));
  vscode.window.setStatusBarMessage(localized(text('tree.exported', { file: target.fsPath })), 10_000);
}
