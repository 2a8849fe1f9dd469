import * as vscode from 'vscode';
import { affectsSettings } from '../contributions/settings.ts';
import type { WorkerClient } from '../worker-client.ts';
import type { WorkspaceAnalysis } from './analysis.ts';
import { TypingPauses } from './typing-pauses.ts';

/** All files, because only the formats know which files can contain a pin. */
const ALL_FILES = '**/*';
/**
 * Number of files to test before the whole workspace is searched for a relevant one. Nearly every workspace with pins
 * has one among them.
 */
const FIRST_FILES_CHECKED = 200;

/** Scans the workspace if it has a relevant file. */
export async function scanAtStart(analysis: WorkspaceAnalysis): Promise<void> {
  const hasCandidate = async (mostFiles?: number): Promise<boolean> =>
    (await vscode.workspace.findFiles(ALL_FILES, undefined, mostFiles)).some(
      (uri) => analysis.folderOf(uri) !== undefined,
    );
  if ((await hasCandidate(FIRST_FILES_CHECKED)) || (await hasCandidate())) await analysis.scanAll();
  else analysis.recordEmptyWorkspace();
}

/** Updates the analysis when files, open documents, folders or settings change. */
export function followChanges(analysis: WorkspaceAnalysis, worker: WorkerClient): vscode.Disposable {
  const pauses = new TypingPauses();

  function typedInto(document: vscode.TextDocument): void {
    const folder = analysis.folderOf(document.uri);
    if (folder === undefined) return;
    pauses.afterPause(
      document.uri.toString(),
      () => void analysis.update(folder, document.uri, document.getText()),
    );
  }

  function changedOnDisk(uri: vscode.Uri): void {
    const folder = analysis.folderOf(uri);
    if (folder !== undefined && !isEdited(uri)) void analysis.update(folder, uri, null);
  }

  /** The editor may report no changes of the files in a created or deleted folder. */
  function scanAround(uri: vscode.Uri): void {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    if (folder === undefined || !analysis.hasFolders) return;
    pauses.afterPause(folder.uri.toString(), () => void analysis.scan(folder));
  }

  async function createdOnDisk(uri: vscode.Uri): Promise<void> {
    changedOnDisk(uri);
    if (await isFolder(uri)) scanAround(uri);
  }

  function deletedOnDisk(uri: vscode.Uri): void {
    changedOnDisk(uri);
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    if (folder !== undefined && analysis.hasFindingsBelow(folder, uri)) scanAround(uri);
  }

  // A restarted thread knows neither folders nor edited documents.
  worker.onCrash(() => (analysis.hasFolders ? void analysis.scanAll() : undefined));

  const watcher = vscode.workspace.createFileSystemWatcher(ALL_FILES);
  return vscode.Disposable.from(
    pauses,
    watcher,
    watcher.onDidCreate((uri) => void createdOnDisk(uri)),
    watcher.onDidChange(changedOnDisk),
    watcher.onDidDelete(deletedOnDisk),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) typedInto(document);
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      const folder = analysis.folderOf(uri);
      if (folder !== undefined) void analysis.update(folder, uri, null);
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const folder of removed) analysis.removeFolder(folder);
      for (const folder of added) void analysis.scan(folder);
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (affectsSettings(event)) void analysis.scanAll();
    }),
  );
}

/** True for an existing folder. */
async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return (await vscode.workspace.fs.stat(uri)).type === vscode.FileType.Directory;
  } catch {
    return false;
  }
}

/** True if an open document has unsaved changes, which then replace the file on disk. */
function isEdited(uri: vscode.Uri): boolean {
  return vscode.workspace.textDocuments.some(
    (document) => document.isDirty && document.uri.toString() === uri.toString(),
  );
}
