import type * as vscode from 'vscode';
import { isEnabled, type Settings } from '../contributions/settings.ts';
import { isReadable } from './paths.ts';

/** Open folders on a disk that are not disabled. */
export function analysedFolders(
  workspace: Settings & Pick<typeof vscode.workspace, 'workspaceFolders'>,
): vscode.WorkspaceFolder[] {
  return (workspace.workspaceFolders ?? []).filter(({ uri }) => isReadable(uri) && isEnabled(workspace, uri));
}
