import * as vscode from 'vscode';
import { text } from '../../l10n/index.ts';
import type { WorkspaceAnalysis } from '../workspace/analysis.ts';
import { setContext } from '../contributions/commands.ts';
import type { Disposable } from '../disposable.ts';
import type { Log } from '../ui/log.ts';
import type { WorkerClient } from '../worker-client.ts';
import { KEPT_SCAN_FILE } from './stored-scan-file.ts';
import { ScanStore } from './store.ts';

/** The last account scan, in one file for all windows. Changes are passed on to the analysis thread. */
export interface SharedScan extends Disposable {
  /** True if this machine keeps a scan. Does not read it. */
  isKept(): Promise<boolean>;
  /** Resolves once the analysis thread has the scan. Follows other windows from then on. */
  ready(): Promise<void>;
  /** Stores a new scan; null deletes the stored one. */
  keep(written: string | null): Promise<void>;
  /** Fires when this window or another one stores or deletes a scan. */
  onDidChange: vscode.Event<undefined>;
}

export function createSharedScan(
  folder: vscode.Uri,
  analysis: WorkspaceAnalysis,
  worker: WorkerClient,
  log: Log,
): SharedScan {
  const store = new ScanStore(folder);
  const changed = new vscode.EventEmitter<undefined>();
  const listeners: Disposable[] = [changed];
  /** Tag of the scan that was sent to the analysis thread; null for none. */
  let sentTag: string | null = null;
  /** Queue: the file events of this window's own writes are handled after the write, and then find no change. */
  let queue: Promise<void> | null = null;

  function enqueue(step: () => Promise<void>): Promise<void> {
    queue = (queue ?? followOtherWindows()).then(step).catch((error: unknown) => log.error(error));
    return queue;
  }

  async function load(): Promise<void> {
    const tag = vscode.workspace.isTrusted ? await store.tag() : null;
    if (tag === sentTag) return;
    await sendToThread(tag === null ? null : await store.read());
    sentTag = tag;
  }

  /** Sends a scan to the analysis thread and analyses the folders with it. */
  async function sendToThread(written: string | null): Promise<void> {
    const summary = await worker.call('setAccounts', written);
    if (written !== null && summary === null) log.warn(text('accounts.damaged'));
    await setContext(vscode.commands, 'hasAccounts', summary !== null);
    changed.fire(undefined);
    void analysis.judgeAgain();
  }

  async function followOtherWindows(): Promise<void> {
    // Created first, because a missing folder cannot be watched.
    await vscode.workspace.fs.createDirectory(folder);
    const watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(folder, KEPT_SCAN_FILE),
    );
    const reload = (): void => void enqueue(load);
    listeners.push(
      watcher,
      watcher.onDidCreate(reload),
      watcher.onDidChange(reload),
      watcher.onDidDelete(reload),
      // Some file systems report no changes.
      vscode.window.onDidChangeWindowState(({ focused }) => (focused ? reload() : undefined)),
      vscode.workspace.onDidGrantWorkspaceTrust(reload),
    );
    worker.onCrash(() => {
      sentTag = null;
      reload();
    });
  }

  return {
    isKept: async () => (await store.tag()) !== null,
    ready: () => queue ?? enqueue(load),
    keep: (written) =>
      enqueue(async () => {
        try {
          await (written === null ? store.delete() : store.write(written));
          sentTag = await store.tag();
        } catch (error) {
          log.error(error);
          log.warn(text('accounts.notKept'));
        }
        await sendToThread(written);
      }),
    onDidChange: changed.event,
    dispose() {
      for (const listener of listeners) listener.dispose();
    },
  };
}
