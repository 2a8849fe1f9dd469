import * as vscode from 'vscode';
import { text } from '../../l10n/index.ts';
import type { WorkspaceAnalysis } from '../workspace/analysis.ts';
import { setContext } from '../contributions/commands.ts';
import type { Disposable } from '../disposable.ts';
import type { Log } from '../ui/log.ts';
import type { WorkerClient } from '../worker-client.ts';
import { KEPT_SCAN_FILE } from './kept-file.ts';
import { ScanStore } from './store.ts';

/** The last account scan: one file for all windows of this machine, mirrored into the analysis thread. */
export interface SharedScan extends Disposable {
  /** True if this machine keeps a scan. Does not read it. */
  isKept(): Promise<boolean>;
  /** Resolves when the analysis thread has the kept scan. From then on it follows other windows. */
  ready(): Promise<void>;
  /** Keeps a new scan, or deletes the kept one. */
  keep(written: string | null): Promise<void>;
  /** Fires when this window or another one keeps or deletes a scan. */
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
  /** Tag of the scan that the analysis thread has; null for none. */
  let sentTag: string | null = null;
  /** Steps run one after the other, so that the file events of this window's own writes find nothing new. */
  let steps: Promise<void> | null = null;

  function inTurn(step: () => Promise<void>): Promise<void> {
    steps = (steps ?? follow()).then(step).catch((error: unknown) => log.error(error));
    return steps;
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

  async function follow(): Promise<void> {
    // A missing folder cannot be watched.
    await vscode.workspace.fs.createDirectory(folder);
    const watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(folder, KEPT_SCAN_FILE),
    );
    const reload = (): void => void inTurn(load);
    listeners.push(
      watcher,
      watcher.onDidCreate(reload),
      watcher.onDidChange(reload),
      watcher.onDidDelete(reload),
      // Some file systems send no change events.
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
    ready: () => steps ?? inTurn(load),
    keep: (written) =>
      inTurn(async () => {
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
