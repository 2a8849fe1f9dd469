/** Replaces workspace/paths.ts: a browser has no disk, but folders at any address. */
import path from 'node:path';
import * as vscode from 'vscode';

export const READ_DOCUMENTS: vscode.DocumentFilter = { scheme: '*' };

export function isRead(): boolean {
  return true;
}

/** Path with scheme and authority: folders from several sources may have the same path. */
export function pathOf({ scheme, authority, path: below }: vscode.Uri): string {
  return path.join('/', scheme, authority, below);
}

export function belongsTo(uri: vscode.Uri, folder: vscode.WorkspaceFolder): boolean {
  return vscode.workspace.getWorkspaceFolder(uri)?.uri.toString() === folder.uri.toString();
}

export function pathInFolder(folder: vscode.WorkspaceFolder, uri: vscode.Uri): string {
  return path.relative(pathOf(folder.uri), pathOf(uri));
}
