import * as vscode from 'vscode';
import type { AccountInventory } from '../../inventory/index.ts';
import { text } from '../../l10n/index.ts';
import type { Text } from '../../model/index.ts';
import type { WorkspaceAnalysis } from '../workspace/analysis.ts';
import { focusView, type CommandHandlers } from '../contributions/commands.ts';
import type { Disposable } from '../disposable.ts';
import { editorLanguage, localized } from '../language.ts';
import type { Log } from '../ui/log.ts';
import type { WorkerClient } from '../worker-client.ts';
import type { IncidentSubject } from '../worker/protocol.ts';
import type { AccountRows, PanelChecklist } from '../worker/protocol.ts';
import { createSharedScan } from './shared-scan.ts';
import type { AssetRow } from '../worker/asset-rows.ts';

/** The last account scan: a command starts it, all windows share it, and the analysis thread joins it with code. */
export interface Accounts extends Disposable {
  /** True if this machine keeps a scan. Does not read it. */
  isKept(): Promise<boolean>;
  /** Running resources; null without a scan, and in an untrusted workspace. */
  rows(): Promise<AccountRows | null>;
  /** Checklist of the running resources; null without a scan, and in an untrusted workspace. */
  checklist(): Promise<PanelChecklist | null>;
  /** Running clusters and groups; none without a scan, and in an untrusted workspace. */
  subjects(): Promise<readonly IncidentSubject[]>;
  /** Fires when this window or another one keeps or deletes a scan. */
  onDidChange: vscode.Event<undefined>;
  commands: CommandHandlers<'scanAccounts' | 'deleteAccountScan'>;
}

export function registerAccounts(
  context: Pick<vscode.ExtensionContext, 'globalState' | 'globalStorageUri'>,
  analysis: WorkspaceAnalysis,
  worker: WorkerClient,
  log: Log,
): Accounts {
  const kept = createSharedScan(context.globalStorageUri, analysis, worker, log);

  async function scan(): Promise<void> {
    // Loaded on demand, because most windows never scan an account.
    const { scanAccounts } = await import('./scan-command.ts');
    const finished = await scanAccounts(context.globalState);
    if (finished === null) return;
    const { inventory, written } = finished;
    await kept.keep(written);
    for (const { source, text: message } of inventory.problems)
      log.warn(text('log.problem', { source, message }));
    log.info(callsText(inventory));
    showOutcome(inventory, await worker.call('accountRows'));
    await focusView(vscode.commands, 'accounts');
  }

  async function forget(): Promise<void> {
    const rows = await worker.call('accountRows');
    if (rows === null) return;
    const button = localized(text('accounts.deleteButton'));
    const question = localized(text('accounts.delete', { at: localTime(rows.summary.at) }));
    if ((await vscode.window.showWarningMessage(question, { modal: true }, button)) !== button) return;
    await kept.keep(null);
  }

  const listeners = vscode.Disposable.from(
    kept,
    analysis.onDidAnalyse(() => void kept.ready()),
  );
  return {
    isKept: () => kept.isKept(),
    async rows() {
      await kept.ready();
      return await worker.call('accountRows');
    },
    async checklist() {
      await kept.ready();
      return await worker.call('accountChecklist');
    },
    async subjects() {
      await kept.ready();
      return await worker.call('incidentSubjects', null);
    },
    onDidChange: kept.onDidChange,
    commands: { scanAccounts: scan, deleteAccountScan: forget },
    dispose() {
      listeners.dispose();
    },
  };
}

function callsText({ assets, calls: { total, perCluster } }: AccountInventory): Text {
  const databases = assets.filter(({ kind }) => kind === 'database').length;
  return text('account.calls', { calls: total, databases, each: (perCluster ?? 0).toFixed(1) });
}

/** Shows the result of a scan, and what could not be read. */
function showOutcome({ unread }: AccountInventory, rows: AccountRows | null): void {
  const found = rows === null ? [] : [accountOutcome(rows.rows)];
  const missing = unread.length > 0 ? [text('account.stopped', { count: unread.length })] : [];
  const words = [...found, ...missing].map(localized).join(' ');
  if (words !== '') vscode.window.setStatusBarMessage(`Errata Lens: ${words}`, 15_000);
}

/** Formats a time in the editor's language. */
export function localTime(at: string): string {
  return new Date(at).toLocaleString(editorLanguage(), { dateStyle: 'medium', timeStyle: 'short' });
}

/** Summary of a scan: `6 databases: 5 with urgent bugs, 1 drifts`. */
function accountOutcome(rows: readonly AssetRow[]): Text {
  const databases = rows.filter(({ kind }) => kind === 'database');
  const drifts = databases.filter(
    ({ versions: { declared, running } }) => declared !== null && running !== null && declared !== running,
  );
  if (databases.length === 0) return text('accounts.outcome.none');
  return text('accounts.outcome', {
    databases: databases.length,
    urgent: databases.filter(({ counts }) => (counts?.urgent ?? 0) > 0).length,
    drifts: drifts.length,
    // Versions outside the catalogue have no counts, which is no all-clear.
    unknown: databases.filter(({ counts, version }) => counts === null && version === null).length,
  });
}
