import * as vscode from 'vscode';
import * as z from 'zod';
import { createFolderStore } from '../../catalogue/index.ts';
import { say, text } from '../../l10n/index.ts';
import { today } from '../../model/index.ts';
import type { Accounts } from '../accounts/index.ts';
import type { WorkspaceAnalysis } from '../workspace/analysis.ts';
import { runCommand, type CommandHandlers } from '../contributions/commands.ts';
import type { NewsCommand } from '../contributions/names.ts';
import type { Disposable } from '../disposable.ts';
import { editorLanguage } from '../language.ts';
import { isEnabled, watchSettings } from '../contributions/settings.ts';
import type { Log } from '../ui/log.ts';
import type { WorkerClient } from '../worker-client.ts';
import { checkNow } from './check.ts';
import { newsCommands } from './commands.ts';
import { createDesk } from './desk.ts';
import { watchedFolders, type WatchedFolders } from './folders.ts';
import { registerNewsView } from './news/news-view.ts';
import { registerStatusBar } from './status-bar.ts';
import { createWatch, type Watch } from './watch.ts';
import { registerWhatsNew } from './news/whats-new.ts';

const manifest = z.object({ version: z.string() });

export interface NewsWatch extends Disposable {
  commands: CommandHandlers<'whatsNew' | 'checkForNews' | NewsCommand>;
}

/** The watch in the editor: in the background, and what it found in the status bar, a view and a document. */
export function registerWatch(
  context: vscode.ExtensionContext,
  entry: URL,
  analysis: WorkspaceAnalysis,
  worker: WorkerClient,
  accounts: Accounts,
  log: Log,
): NewsWatch {
  const cacheFolder = context.globalStorageUri.fsPath;
  const desk = createDesk(cacheFolder, log);
  const folders = watchedFolders(createFolderStore(cacheFolder));
  const watch = createWatch({
    entry,
    cacheFolder,
    builtBy: manifest.parse(context.extension.packageJSON).version,
    memory: context.globalState,
    desk,
    folders,
    log,
    onLooked: ({ found, serious }) => {
      if (found > 0 && watchSettings(vscode.workspace).notify) void tell(found, serious);
    },
  });
  // The look of any window has brought another catalogue; where nothing was asked yet there is nothing to ask again.
  const reload = desk.onDidLook(() => {
    if (!worker.isRunning) return;
    worker
      .call('reloadCatalogue')
      .then(() => analysis.scanAll())
      .catch((error: unknown) => log.error(error));
  });
  const whatsNew = registerWhatsNew(watch, desk);
  const listeners = vscode.Disposable.from(
    watch,
    desk,
    reload,
    noteWhatRuns({ analysis, accounts, folders, watch }, log),
    registerStatusBar(watch, desk),
    registerNewsView(watch, desk),
    whatsNew,
  );
  return {
    commands: { ...newsCommands(desk), ...whatsNew.commands, checkForNews: () => checkNow(watch) },
    dispose: () => void listeners.dispose(),
  };
}

interface WhatRunsOptions {
  analysis: WorkspaceAnalysis;
  accounts: Accounts;
  folders: WatchedFolders;
  watch: Watch;
}

/**
 * Tells the watch whether this window has something to watch for: a folder that names a version, or a kept account scan.
 * Tells all windows which folders do. The scan is not read for this.
 */
function noteWhatRuns({ analysis, accounts, folders, watch }: WhatRunsOptions, log: Log): Disposable {
  const pinned = new Map<string, string>();
  let hasScan = false;

  const decide = (): void =>
    watch.setNeeded(pinned.size > 0 || (hasScan && isEnabled(vscode.workspace, undefined)));

  async function note(folder: string, isPinned: boolean): Promise<void> {
    const day = today();
    if (!isPinned) {
      if (pinned.delete(folder)) await folders.remove(folder);
    } else if (vscode.workspace.isTrusted && pinned.get(folder) !== day) {
      pinned.set(folder, day);
      await folders.add(folder, day);
    }
    decide();
  }

  async function noteScan(): Promise<void> {
    hasScan = await accounts.isKept();
    decide();
  }

  const report = (error: unknown): void => log.error(error);
  void noteScan().catch(report);
  return vscode.Disposable.from(
    analysis.onDidAnalyse(({ folder, assets }) => void note(folder, assets > 0).catch(report)),
    accounts.onDidChange(() => void noteScan().catch(report)),
    vscode.workspace.onDidGrantWorkspaceTrust(() => void analysis.scanAll().catch(report)),
    vscode.workspace.onDidChangeConfiguration(() => {
      const off = [...pinned.keys()].filter(
        (folder) => !isEnabled(vscode.workspace, vscode.Uri.file(folder)),
      );
      for (const folder of off) void note(folder, false).catch(report);
      decide();
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(({ removed }) => {
      // Closed, not forgotten: it stays among the folders of this machine for some weeks.
      for (const { uri } of removed) pinned.delete(uri.fsPath);
      decide();
    }),
  );
}

/** A message that pops up: only where the settings ask for it. */
async function tell(count: number, serious: number): Promise<void> {
  const language = editorLanguage();
  const open = say(text('news.title'), language);
  const chosen = await vscode.window.showInformationMessage(
    say(text('watch.title', { count, serious }), language),
    open,
  );
  if (chosen === open) await runCommand(vscode.commands, 'whatsNew');
}
