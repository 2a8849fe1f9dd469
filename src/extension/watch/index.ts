import * as vscode from 'vscode';
import { createFolderStore } from '../../catalogue/index.ts';
import { text } from '../../l10n/index.ts';
import type { Accounts } from '../accounts/index.ts';
import type { WorkspaceAnalysis } from '../workspace/analysis.ts';
import { loadedHandlers, runCommand, type CommandHandlers } from '../contributions/commands.ts';
import { NEWS_COMMANDS, type NewsCommand } from '../contributions/names.ts';
import type { Disposable } from '../disposable.ts';
import { localized } from '../language.ts';
import { ownVersion } from '../own-version.ts';
import { watchSettings } from '../contributions/settings.ts';
import type { Log } from '../ui/log.ts';
import type { WorkerClient } from '../worker-client.ts';
import { NewsStore } from './news-store.ts';
import { followWatchNeed } from './follow-watch-need.ts';
import { watchedFolders } from './folders.ts';
import { registerNewsView } from './news/news-view.ts';
import { registerStatusBar } from './status-bar.ts';
import { Watch } from './watch.ts';
import { registerWhatsNew } from './news/whats-new.ts';

export interface NewsWatch extends Disposable {
  commands: CommandHandlers<'whatsNew' | 'checkForNews' | NewsCommand>;
}

/** Registers the watch: background looks, and alerts in the status bar, a view and a document. */
export function registerWatch(
  context: vscode.ExtensionContext,
  entry: URL,
  analysis: WorkspaceAnalysis,
  worker: WorkerClient,
  accounts: Accounts,
  log: Log,
): NewsWatch {
  const cacheFolder = context.globalStorageUri.fsPath;
  const newsStore = new NewsStore(cacheFolder, log);
  const folders = watchedFolders(createFolderStore(cacheFolder));
  const watch = new Watch({
    entry,
    cacheFolder,
    builtBy: ownVersion(context),
    memory: context.globalState,
    newsStore,
    folders,
    log,
    onLooked: ({ found, urgent }) => {
      if (found > 0 && watchSettings(vscode.workspace).notify) void notifyOfAlerts(found, urgent);
    },
  });
  // A look in another window can also refresh the catalogue. Without a running thread, nothing needs to be reloaded.
  const reload = newsStore.onDidLook(() => {
    if (!worker.isRunning) return;
    worker
      .call('reloadCatalogue')
      .then(() => analysis.scanAll())
      .catch((error: unknown) => log.error(error));
  });
  const whatsNew = registerWhatsNew(watch, newsStore);
  const listeners = vscode.Disposable.from(
    watch,
    newsStore,
    reload,
    followWatchNeed({ analysis, accounts, folders, watch }, log),
    registerStatusBar(analysis, watch, newsStore),
    registerNewsView(watch, newsStore),
    whatsNew,
  );
  return {
    commands: {
      ...loadedHandlers([...NEWS_COMMANDS, 'checkForNews'], async () =>
        (await import('./commands.ts')).watchCommands(watch, newsStore),
      ),
      ...whatsNew.commands,
    },
    dispose: () => void listeners.dispose(),
  };
}

/** Shows a message about new alerts, if the settings allow it. */
async function notifyOfAlerts(count: number, urgent: number): Promise<void> {
  const open = localized(text('news.title'));
  const chosen = await vscode.window.showInformationMessage(
    localized(text('watch.title', { count, urgent })),
    open,
  );
  if (chosen === open) await runCommand(vscode.commands, 'whatsNew');
}
