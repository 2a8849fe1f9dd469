import type * as vscode from 'vscode';
import { isEnabled, type Settings } from '../contributions/settings.ts';
import { isRead } from './paths.ts';

/** Open folders on a disk that are not disabled. */
export function analysedFolders(
  workspace: Settings & Pick<typeof vscode.workspace, 'workspaceFolders'>,
): vscode.WorkspaceFolder[] {
  return (workspace.workspaceFolders ?? []).filter(({ uri }) => isRead(uri) && isEnabled(workspace, uri));
}
