import * as vscode from 'vscode';
import { text } from '../../l10n/index.ts';
import { foundText } from '../../report/index.ts';
import type { WorkspaceAnalysis } from '../workspace/analysis.ts';
import { readAssetReference, type AssetReference } from '../contributions/argument-schemas.ts';
import type { CommandHandler, CommandHandlers } from '../contributions/commands.ts';
import { localized } from '../language.ts';
import type { Accounts } from '../accounts/index.ts';
import type { WorkerClient } from '../worker-client.ts';
import { prepareChangeBrief } from '../versions/change-brief.ts';
import { pickVersion, versionNamed } from '../versions/pick-version.ts';
import { analysedFolders } from '../workspace/analysed-folders.ts';
import { pathOf } from '../workspace/paths.ts';
import type { Documents } from './documents.ts';
import type { Log } from './log.ts';

/** Services that the commands about versions use. */
export interface VersionSources {
  documents: Documents;
  worker: WorkerClient;
  accounts: Pick<Accounts, 'rows'>;
}

/** Commands about versions, for the command palette. */
export function versionCommands(
  analysis: WorkspaceAnalysis,
  sources: VersionSources,
  log: Log,
): CommandHandlers<'scanWorkspace' | 'showBugs' | 'showUpgrade' | 'changeBrief'> {
  const showing =
    (subject: 'bugs' | 'upgrade'): CommandHandler =>
    (version, product, place) =>
      showDocument(sources, subject, version, product, readAssetReference(place));
  return {
    scanWorkspace: () => scanWorkspace(analysis, log),
    showBugs: showing('bugs'),
    showUpgrade: showing('upgrade'),
    changeBrief: (version, product, place) =>
      prepareChangeBrief(sources.worker, sources.accounts, { version, product, place }).catch(
        (error: unknown) => log.error(error),
      ),
  };
}

async function scanWorkspace(analysis: WorkspaceAnalysis, log: Log): Promise<void> {
  if (vscode.workspace.workspaceFolders === undefined) {
    await vscode.window.showInformationMessage(localized(text('command.noFolder')));
    return;
  }
  const location = vscode.ProgressLocation.Window;
  const title = localized(text('command.scanning'));
  const { found, ...rest } = await vscode.window.withProgress({ location, title }, () => analysis.scanAll());
  const scanned = text('command.scanned', { counts: foundText(found), ...rest });
  log.info(scanned);
  vscode.window.setStatusBarMessage(localized(scanned), 10_000);
  if (found.findings > 0) await vscode.commands.executeCommand('workbench.actions.view.problems');
}

/** Opens a page about a version. If the arguments name none, asks for one. */
async function showDocument(
  { documents, worker, accounts }: VersionSources,
  subject: 'bugs' | 'upgrade',
  given: unknown,
  product: unknown,
  place: AssetReference | null,
): Promise<void> {
  if (typeof given !== 'string') {
    const folders = analysedFolders(vscode.workspace).map(({ uri }) => pathOf(uri));
    await accounts.rows();
    const used = await worker.call('usedVersions', folders);
    const picked = await pickVersion(text(`command.ask.${subject}`), used);
    if (picked !== undefined) await documents.show(subject, picked.product, picked.version, picked.place);
    return;
  }
  const named = versionNamed(given, product);
  await documents.show(subject, named.product, named.version, place);
}
