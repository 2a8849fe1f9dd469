import path from 'node:path';
import * as vscode from 'vscode';

export function belongsTo(uri: vscode.Uri, folder: vscode.WorkspaceFolder): boolean {
  return vscode.workspace.getWorkspaceFolder(uri)?.uri.toString() === folder.uri.toString();
}

/** The path as findings name it: below the folder, with forward slashes. */
export function pathInFolder(folder: vscode.WorkspaceFolder, uri: vscode.Uri): string {
  return path.relative(folder.uri.fsPath, uri.fsPath).split(path.sep).join('/');
}
