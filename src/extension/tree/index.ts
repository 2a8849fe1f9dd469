import * as vscode from 'vscode';
import { isFileLocation } from '../../model/index.ts';
import type { AnalysisController } from '../analysis-controller.ts';
import type { Disposable } from '../disposable.ts';
import { editorLanguage } from '../language.ts';
import { isEnabled } from '../settings.ts';
import { rangeOf, uriOf } from '../ui/ranges.ts';
import type { WorkerClient } from '../worker-client.ts';
import type { TreeNode } from './node.ts';
import { createNodeTree } from './provider.ts';
import { OPEN_COMMAND } from './tree-item.ts';
import { workspaceNodes, type FolderRows } from './workspace-nodes.ts';

/** The views of the container `errata-lens`: what the workspace declares, and what runs in accounts. */
export function registerTree(analysis: AnalysisController, worker: WorkerClient): Disposable {
  const workspace = createNodeTree('errataLens.workspace', async () =>
    workspaceNodes(await readFolders(worker), 'all', editorLanguage()),
  );
  const accounts = createNodeTree('errataLens.accounts', () => Promise.resolve([]));
  return vscode.Disposable.from(
    workspace,
    accounts,
    analysis.onDidAnalyse(() => workspace.refresh()),
    vscode.commands.registerCommand(OPEN_COMMAND, openNode),
  );
}

function readFolders(worker: WorkerClient): Promise<FolderRows[]> {
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(
    ({ uri }) => uri.scheme === 'file' && isEnabled(uri),
  );
  return Promise.all(
    folders.map(async ({ name, uri }) => ({
      folder: uri.fsPath,
      name,
      rows: await worker.call('rowsOf', uri.fsPath),
    })),
  );
}

async function openNode({ location, folder }: TreeNode): Promise<void> {
  if (location === null || folder === null || !isFileLocation(location)) return;
  const uri = uriOf(vscode.Uri.file(folder), location.file);
  await vscode.window.showTextDocument(uri, { selection: rangeOf(location), preserveFocus: false });
}
