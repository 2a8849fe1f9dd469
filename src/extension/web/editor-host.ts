import * as vscode from 'vscode';
import { pathOf } from '../workspace/paths.ts';
import type { EditorHost } from './protocol.ts';
import { hasRelevantFile, readExistingFiles, readOpened, type EditorFiles } from './reading.ts';

/** True if an open folder has a file that a format may claim. */
export async function hasFiles(): Promise<boolean> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const found = await Promise.all(folders.map(({ uri }) => hasRelevantFile(filesBelow(uri))));
  return found.includes(true);
}

/**
 * Sends files of the editor to the analysis thread.
 * @param extensionFolder the extension's own folder
 */
export function editorHost(extensionFolder: vscode.Uri): EditorHost {
  const filesOf = (path: string): EditorFiles => {
    const folder = (vscode.workspace.workspaceFolders ?? []).find(({ uri }) => pathOf(uri) === path);
    if (folder === undefined) throw new Error(`not an open folder: ${path}`);
    return filesBelow(folder.uri);
  };
  return {
    filesOf: (path) => readOpened(filesOf(path)),
    filesNamed: (path, names) => readExistingFiles(filesOf(path), names),
    ownFile: async (name) => await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionFolder, name)),
  };
}

function filesBelow(folder: vscode.Uri): EditorFiles {
  const { fs } = vscode.workspace;
  const at = (name: string): vscode.Uri => vscode.Uri.joinPath(folder, name);
  return {
    list: async (name) =>
      (await fs.readDirectory(at(name))).map(([each, type]) => ({ name: each, kind: kindOf(type) })),
    factsOf: async (name) => {
      const { size, mtime } = await fs.stat(at(name));
      return { size, modified: mtime };
    },
    read: async (name) => await fs.readFile(at(name)),
  };
}

/** Does not follow links to folders, so that a walk always ends. */
function kindOf(type: vscode.FileType): 'file' | 'folder' | 'other' {
  if ((type & vscode.FileType.File) !== 0) return 'file';
  return type === vscode.FileType.Directory ? 'folder' : 'other';
}
