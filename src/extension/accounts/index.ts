import * as vscode from 'vscode';
import type { AccountInventory } from '../../inventory/index.ts';
import { say, text } from '../../l10n/index.ts';
import type { Text } from '../../model/index.ts';
import type { AnalysisController } from '../analysis-controller.ts';
import type { Disposable } from '../disposable.ts';
import { editorLanguage } from '../language.ts';
import type { Log } from '../ui/log.ts';
import type { WorkerClient } from '../worker-client.ts';
import type { IncidentSubject } from '../worker/incident.ts';
import type { AccountRows, PanelChecklist } from '../worker/protocol.ts';
import { scanAccounts } from './scan-command.ts';
import { ScanStore } from './store.ts';

/** The last account scan: made by a command, kept between sessions, joined by the analysis thread. */
export interface Accounts extends Disposable {
  /** Whether a scan is kept on this machine. Reads nothing of it. */
  isKept(): Promise<boolean>;
  /** What runs; null without a scan, and in an untrusted workspace. */
  rows(): Promise<AccountRows | null>;
  /** The checklist of what runs; null without a scan, and in an untrusted workspace. */
  checklist(): Promise<PanelChecklist | null>;
  /** The clusters and groups that run; none without a scan, and in an untrusted workspace. */
  subjects(): Promise<readonly IncidentSubject[]>;
  /** After a scan, and after its result was deleted. */
  onDidChange: vscode.Event<undefined>;
}

export function registerAccounts(
  context: Pick<vscode.ExtensionContext, 'globalState' | 'globalStorageUri'>,
  analysis: AnalysisController,
  worker: WorkerClient,
  log: Log,
): Accounts {
  const store = new ScanStore(context.globalStorageUri);
  const changed = new vscode.EventEmitter<undefined>();
  let restored: Promise<void> | null = null;

  /** Gives a scan to the analysis thread, and has the folders analysed with it. */
  async function take(written: string | null): Promise<void> {
    const summary = await worker.call('setAccounts', written);
    if (written !== null && summary === null) log.warn(text('accounts.damaged'));
    await vscode.commands.executeCommand('setContext', 'errataLens.hasAccounts', summary !== null);
    changed.fire(undefined);
    await analysis.analyseAgain();
  }

  /** Reads the kept scan, with the first question that needs it. */
  function restore(): Promise<void> {
    return (restored ??= (async () => {
      const kept = vscode.workspace.isTrusted ? await store.read() : null;
      if (kept !== null) await take(kept);
    })().catch((error: unknown) => log.error(error)));
  }

  async function scan(): Promise<void> {
    await restore();
    const finished = await scanAccounts(context.globalState);
    if (finished === null) return;
    const { inventory, written } = finished;
    try {
      await store.write(written);
    } catch (error) {
      log.error(error);
      log.warn(text('accounts.notKept'));
    }
    await take(written);
    for (const { source, text: message } of inventory.problems)
      log.warn(text('log.problem', { source, message }));
    log.info(callsOf(inventory));
    vscode.window.setStatusBarMessage(say(summaryOf(inventory), editorLanguage()), 10_000);
    await vscode.commands.executeCommand('errataLens.accounts.focus');
  }

  async function forget(): Promise<void> {
    const rows = await worker.call('accountRows');
    if (rows === null) return;
    const language = editorLanguage();
    const button = say(text('accounts.deleteButton'), language);
    const question = say(text('accounts.delete', { at: localTime(rows.summary.at) }), language);
    if ((await vscode.window.showWarningMessage(question, { modal: true }, button)) !== button) return;
    await store.delete();
    await take(null);
  }

  const listeners = vscode.Disposable.from(
    changed,
    analysis.onDidAnalyse(() => void restore()),
    vscode.workspace.onDidGrantWorkspaceTrust(() => {
      restored = null;
      void restore();
    }),
    vscode.commands.registerCommand('errataLens.scanAccounts', scan),
    vscode.commands.registerCommand('errataLens.deleteAccountScan', forget),
  );
  return {
    isKept: () => store.isThere(),
    async rows() {
      await restore();
      return await worker.call('accountRows');
    },
    async checklist() {
      await restore();
      return await worker.call('accountChecklist');
    },
    async subjects() {
      await restore();
      return await worker.call('incidentSubjects', null);
    },
    onDidChange: changed.event,
    dispose() {
      listeners.dispose();
    },
  };
}

function callsOf({ assets, calls: { total, perCluster } }: AccountInventory): Text {
  const clusters = assets.filter(({ kind }) => kind === 'aurora-cluster').length;
  return text('account.calls', { calls: total, clusters, each: (perCluster ?? 0).toFixed(1) });
}

/** What is said at the end of a scan: what is missing matters more than what it took. */
function summaryOf(inventory: AccountInventory): Text {
  const { unread } = inventory;
  return unread.length > 0 ? text('account.stopped', { count: unread.length }) : callsOf(inventory);
}

/** A moment as people here write it. */
export function localTime(at: string): string {
  return new Date(at).toLocaleString(editorLanguage(), { dateStyle: 'medium', timeStyle: 'short' });
}
