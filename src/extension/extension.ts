/** The VS Code extension: starts the analysis thread, and registers views, commands, documents and the watch. */
import * as vscode from 'vscode';
import { loadLanguage, text } from '../l10n/index.ts';
import { registerAccounts } from './accounts/index.ts';
import { registerAssistants } from './assistants/index.ts';
import { loadedHandlers, registerCommands, type CommandHandlers } from './contributions/commands.ts';
import { readingBudget } from './contributions/settings.ts';
import { registerChecklist } from './checklist/index.ts';
import { registerIncident } from './incident/index.ts';
import { editorLanguage, localized } from './language.ts';
import { ownVersion } from './own-version.ts';
import { registerTree } from './tree/index.ts';
import { registerCodeActions } from './ui/code-actions.ts';
import { registerDocuments } from './ui/documents.ts';
import { registerCodeLens } from './ui/code-lens.ts';
import { registerHover } from './ui/hover.ts';
import { createLog } from './ui/log.ts';
import { registerWatch } from './watch/index.ts';
import { WorkerClient } from './worker-client.ts';
import { WorkspaceAnalysis } from './workspace/analysis.ts';
import { followChanges, scanAtStart } from './workspace/follow-changes.ts';

/** Registers all features. The analysis thread starts only when there is something to read. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  await loadLanguage(editorLanguage());
  const log = createLog();
  const cacheFolder = context.globalStorageUri.fsPath;
  const worker = new WorkerClient(new URL('./worker.mjs', import.meta.url), { cacheFolder }, () =>
    readingBudget(vscode.workspace),
  );
  const analysis = new WorkspaceAnalysis(worker, log);
  const accounts = registerAccounts(context, analysis, worker, log);
  const pages = vscode.Uri.joinPath(context.extensionUri, 'dist', 'webview');
  const documents = registerDocuments(pages, worker, log, true);
  const tree = registerTree(context, analysis, worker, accounts);
  const incident = registerIncident({ worker, accounts }, log);
  const checklist = registerChecklist(context, { analysis, worker, accounts, log });
  const lookEntry = new URL('./look.mjs', import.meta.url);
  const watch = registerWatch(context, lookEntry, analysis, worker, accounts, log);
  const handlers: CommandHandlers = {
    ...loadedHandlers(['scanWorkspace', 'showBugs', 'showUpgrade', 'changeBrief'], async () =>
      (await import('./ui/commands.ts')).versionCommands(analysis, { documents, worker, accounts }, log),
    ),
    suppress: async (given) => (await import('./ui/suppress.ts')).suppressFinding(given, worker),
    showLog: () => log.show(),
    ...accounts.commands,
    ...tree.commands,
    ...incident.commands,
    ...checklist.commands,
    ...watch.commands,
  };
  context.subscriptions.push(
    log,
    { dispose: () => void worker.dispose() },
    analysis,
    followChanges(analysis, worker),
    accounts,
    documents,
    registerHover(analysis),
    registerCodeLens(analysis),
    registerCodeActions(analysis, worker),
    tree,
    incident,
    checklist,
    watch,
    registerAssistants({
      thread: new URL('./ask.mjs', import.meta.url),
      server: new URL('./mcp-server.mjs', import.meta.url),
      version: ownVersion(context),
      cacheFolder,
    }),
    ...registerCommands(vscode, handlers, explainRestrictedMode),
  );
  scanAtStart(analysis).catch((error: unknown) => log.error(error));
}

/** Runs instead of a command that does not work in Restricted Mode. */
async function explainRestrictedMode(): Promise<void> {
  await vscode.window.showWarningMessage(localized(text('command.untrusted')));
}

export function deactivate(): void {
  // `context.subscriptions` releases everything.
}
