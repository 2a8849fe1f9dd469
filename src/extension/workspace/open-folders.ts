import type * as vscode from 'vscode';
import { isEnabled, type Settings } from '../contributions/settings.ts';
import { isRead } from './paths.ts';

/** The open folders that are analysed: those that are read and not switched off. */
export function analysedFolders(
  workspace: Settings & Pick<typeof vscode.workspace, 'workspaceFolders'>,
): vscode.WorkspaceFolder[] {
  return (workspace.workspaceFolders ?? []).filter(({ uri }) => isRead(uri) && isEnabled(workspace, uri));
}
