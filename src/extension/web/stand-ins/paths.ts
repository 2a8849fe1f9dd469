/** Replaces workspace/paths.ts, because folders in a browser are not on a disk and can have any scheme. */
import path from 'node:path';
import * as vscode from 'vscode';

export const READ_DOCUMENTS: vscode.DocumentFilter = { scheme: '*' };

export function isReadable(): boolean {
  return true;
}

/** Path with scheme and authority, because folders of different file systems can have the same path. */
export function pathOf({ scheme, authority, path: below }: vscode.Uri): string {
  return path.join('/', scheme, authority, below);
}

export function belongsTo(uri: vscode.Uri, folder: vscode.WorkspaceFolder): boolean {
  return vscode.workspace.getWorkspaceFolder(uri)?.uri.toString() === folder.uri.toString();
}

export function pathInFolder(folder: vscode.WorkspaceFolder, uri: vscode.Uri): string {
  return path.relative(pathOf(folder.uri), pathOf(uri));
}
