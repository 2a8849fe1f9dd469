import * as vscode from 'vscode';
import type { FileLocation } from '../../model/index.ts';

/** Converts a location (1-based) to an editor range (0-based). Both count UTF-16 units. */
export function rangeOf(location: FileLocation): vscode.Range {
  return new vscode.Range(
    location.line - 1,
    location.column - 1,
    location.endLine - 1,
    location.endColumn - 1,
  );
}

/** URI of a file in a scanned folder. */
export function uriOf(folder: vscode.Uri, file: string): vscode.Uri {
  return vscode.Uri.joinPath(folder, ...file.split('/'));
}
