import type * as vscode from 'vscode';
import { isEnabled, type Settings } from '../contributions/settings.ts';

/** The open folders that are analysed: those on a disk of this machine that are not switched off. */
export function analysedFolders(
  workspace: Settings & Pick<typeof vscode.workspace, 'workspaceFolders'>,
): vscode.WorkspaceFolder[] {
  return (workspace.workspaceFolders ?? []).filter(
    ({ uri }) => uri.scheme === 'file' && isEnabled(workspace, uri),
  );
}
