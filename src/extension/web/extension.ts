import * as vscode from 'vscode';
import { registerCommands } from '../contributions/commands.ts';
import { BROWSER_COMMANDS, editorId } from '../contributions/names.ts';
import { readingBudget } from '../contributions/settings.ts';
import { registerCodeActions } from '../ui/code-actions.ts';
import { registerCodeLens } from '../ui/code-lens.ts';
import { versionCommands } from '../ui/commands.ts';
import { registerDocuments } from '../ui/documents.ts';
import { registerHover } from '../ui/hover.ts';
import { createLog } from '../ui/log.ts';
import { WorkerClient } from '../worker-client.ts';
import { WorkspaceAnalysis } from '../workspace/analysis.ts';
import { followChanges } from '../workspace/follow-changes.ts';
import { editorHost, hasFiles } from './editor-host.ts';

/** The extension in a browser, which reads folders through the editor and uses the embedded catalogue. */
export function activate(context: vscode.ExtensionContext): void {
  const log = createLog();
  const extensionFolder = vscode.Uri.joinPath(context.extensionUri, 'dist', 'web');
  const thread = new URL(vscode.Uri.joinPath(extensionFolder, 'worker.js').toString(true));
  const budget = (): number => readingBudget(vscode.workspace);
  const worker = new WorkerClient(thread, { cacheFolder: null }, budget, editorHost(extensionFolder));
  const analysis = new WorkspaceAnalysis(worker, log);
  const pages = vscode.Uri.joinPath(context.extensionUri, 'dist', 'webview');
  const documents = registerDocuments(pages, worker, log, false);
  const accounts = { rows: () => Promise.resolve(null) };
  const all = {
    ...versionCommands(analysis, { documents, worker, accounts }, log),
    showLog: () => log.show(),
  };
  const handlers = Object.fromEntries(BROWSER_COMMANDS.map((name) => [name, all[name]])) as Pick<
    typeof all,
    (typeof BROWSER_COMMANDS)[number]
  >;
  const offered: ReadonlySet<string> = new Set(BROWSER_COMMANDS.map(editorId));
  context.subscriptions.push(
    log,
    { dispose: () => void worker.dispose() },
    analysis,
    documents,
    followChanges(analysis, worker),
    registerHover(analysis),
    registerCodeLens(analysis),
    registerCodeActions(analysis, worker, ({ command }) => offered.has(command)),
    ...registerCommands(vscode, handlers, () => undefined),
  );
  scanIfAnyFile(analysis).catch((error: unknown) => log.error(error));
}

async function scanIfAnyFile(analysis: WorkspaceAnalysis): Promise<void> {
  if (await hasFiles()) await analysis.scanAll();
}

export function deactivate(): void {
  // `context.subscriptions` releases everything.
}
