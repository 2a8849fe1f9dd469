import * as vscode from 'vscode';
import type { FileLocation } from '../../model/index.ts';

/** 1-based lines and columns of a finding as the editor's 0-based range. Both count UTF-16 units. */
export function rangeOf(location: FileLocation): vscode.Range {
  return new vscode.Range(
    location.line - 1,
    location.column - 1,
    location.endLine - 1,
    location.endColumn - 1,
  );
}

/** A file of a scanned folder. */
export function uriOf(folder: vscode.Uri, file: string): vscode.Uri {
  return vscode.Uri.joinPath(folder, ...file.split('/'));
}
