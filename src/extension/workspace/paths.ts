import path from 'node:path';
import * as vscode from 'vscode';

/** Selects documents on a disk of this machine. */
export const READ_DOCUMENTS: vscode.DocumentFilter = { scheme: 'file' };

/** True if the files of a folder are read. */
export function isReadable(uri: vscode.Uri): boolean {
  return uri.scheme === 'file';
}

/** Path of a folder or a file in the analysis thread. */
export function pathOf(uri: vscode.Uri): string {
  return uri.fsPath;
}

export function belongsTo(uri: vscode.Uri, folder: vscode.WorkspaceFolder): boolean {
  return vscode.workspace.getWorkspaceFolder(uri)?.uri.toString() === folder.uri.toString();
}

/** Path in findings: relative to the folder, with forward slashes. */
export function pathInFolder(folder: vscode.WorkspaceFolder, uri: vscode.Uri): string {
  return path.relative(pathOf(folder.uri), pathOf(uri)).split(path.sep).join('/');
}
