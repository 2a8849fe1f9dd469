import type * as vscode from 'vscode';
import { registerAccounts } from './accounts/index.ts';
import { registerAnalysis } from './analysis-controller.ts';
import { registerChecklist } from './checklist/panel.ts';
import { registerIncident } from './incident/index.ts';
import { registerTree } from './tree/index.ts';
import { registerCodeActions } from './ui/code-actions.ts';
import { registerCommands } from './ui/commands.ts';
import { registerDocuments } from './ui/documents.ts';
import { registerHover } from './ui/hover.ts';
import { createLog } from './ui/log.ts';
import { registerSuppress } from './ui/suppress.ts';
import { registerWatch } from './watch/index.ts';
import { readingBudget } from './settings.ts';
import { WorkerClient } from './worker-client.ts';

/** Registers, and does nothing else: the analysis thread starts when there is something to read. */
export function activate(context: vscode.ExtensionContext): void {
  const log = createLog();
  const cacheFolder = context.globalStorageUri.fsPath;
  const worker = new WorkerClient(new URL('./worker.js', import.meta.url), { cacheFolder }, readingBudget);
  const analysis = registerAnalysis(worker, log);
  const accounts = registerAccounts(context, analysis, worker, log);
  const documents = registerDocuments(worker);
  context.subscriptions.push(
    log,
    { dispose: () => void worker.dispose() },
    analysis,
    accounts,
    documents,
    registerHover(analysis),
    registerCodeActions(analysis, worker),
    registerSuppress(worker),
    registerCommands(analysis, documents, log),
    registerTree(context, analysis, worker, accounts),
    registerIncident({ worker, accounts }, log),
    registerChecklist(context, analysis, worker, accounts, log),
    registerWatch(context, new URL('./look.js', import.meta.url), analysis, worker, accounts, log),
  );
  analysis.start();
}

export function deactivate(): void {
  // Everything is in context.subscriptions.
}
