import * as vscode from 'vscode';
import { today } from '../../model/index.ts';
import type { Accounts } from '../accounts/index.ts';
import { isEnabled } from '../contributions/settings.ts';
import type { Log } from '../ui/log.ts';
import type { WorkspaceAnalysis } from '../workspace/analysis.ts';
import type { WatchedFolders } from './folders.ts';
import { WatchNeed } from './watch-need.ts';
import type { Watch } from './watch.ts';

interface NeedSources {
  analysis: WorkspaceAnalysis;
  accounts: Accounts;
  folders: WatchedFolders;
  watch: Watch;
}

/**
 * Updates the watch of this window, and the shared list of watched folders, when folders or the account scan change.
 * Does not read the scan.
 */
export function followWatchNeed(
  { analysis, accounts, folders, watch }: NeedSources,
  log: Log,
): vscode.Disposable {
  const need = new WatchNeed({
    folders,
    isTrusted: () => vscode.workspace.isTrusted,
    isOn: () => isEnabled(vscode.workspace, undefined),
    setNeeded: (isNeeded) => watch.setNeeded(isNeeded),
  });
  const report = (error: unknown): void => log.error(error);
  const recordScan = (): void =>
    void accounts
      .isKept()
      .then((isKept) => need.recordScan(isKept))
      .catch(report);
  recordScan();
  return vscode.Disposable.from(
    analysis.onDidAnalyse(
      ({ folder, assets }) => void need.recordFolder(folder, assets > 0, today()).catch(report),
    ),
    accounts.onDidChange(recordScan),
    vscode.workspace.onDidGrantWorkspaceTrust(() => void analysis.scanAll().catch(report)),
    vscode.workspace.onDidChangeConfiguration(() => {
      const off = need.folders.filter((folder) => !isEnabled(vscode.workspace, vscode.Uri.file(folder)));
      for (const folder of off) void need.recordFolder(folder, false, today()).catch(report);
      need.update();
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(({ removed }) => {
      for (const { uri } of removed) need.close(uri.fsPath);
      need.update();
    }),
  );
}
