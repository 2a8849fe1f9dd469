import * as vscode from 'vscode';
import { text } from '../../l10n/index.ts';
import {
  defaultProduct,
  exampleReleases,
  isProduct,
  products,
  readNamedVersion,
} from '../../products/index.ts';
import type { WorkspaceAnalysis } from '../workspace/analysis.ts';
import { readAssetPlace, type AssetPlace } from '../contributions/arguments.ts';
import type { CommandHandler, CommandHandlers } from '../contributions/commands.ts';
import { localized } from '../language.ts';
import type { Documents } from './documents.ts';
import type { Log } from './log.ts';

/** The commands of the palette. */
export function versionCommands(
  analysis: WorkspaceAnalysis,
  documents: Documents,
  log: Log,
): CommandHandlers<'scanWorkspace' | 'showBugs' | 'showUpgrade' | 'showLog'> {
  const showing =
    (subject: 'bugs' | 'upgrade'): CommandHandler =>
    (version, product, place) =>
      showDocument(documents, subject, version, product, readAssetPlace(place));
  return {
    scanWorkspace: () => scanWorkspace(analysis, log),
    showBugs: showing('bugs'),
    showUpgrade: showing('upgrade'),
    showLog: () => log.show(),
  };
}

async function scanWorkspace(analysis: WorkspaceAnalysis, log: Log): Promise<void> {
  if (vscode.workspace.workspaceFolders === undefined) {
    await vscode.window.showInformationMessage(localized(text('command.noFolder')));
    return;
  }
  const location = vscode.ProgressLocation.Window;
  const title = localized(text('command.scanning'));
  const summary = await vscode.window.withProgress({ location, title }, () => analysis.scanAll());
  log.info(text('command.scanned', summary));
  vscode.window.setStatusBarMessage(localized(text('command.scanned', summary)), 10_000);
  if (summary.findings > 0) await vscode.commands.executeCommand('workbench.actions.view.problems');
}

/** From a link the version comes with its product; what somebody types tells both. */
async function showDocument(
  documents: Documents,
  subject: 'bugs' | 'upgrade',
  given: unknown,
  product: unknown,
  place: AssetPlace | null,
): Promise<void> {
  const written = typeof given === 'string' ? given : await askForVersion(subject);
  if (written === undefined) return;
  const version =
    typeof product === 'string' && isProduct(product)
      ? { product, version: written }
      : readNamedVersion(written);
  await documents.show(subject, version?.product ?? defaultProduct(), version?.version ?? written, place);
}

function askForVersion(subject: 'bugs' | 'upgrade'): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: localized(text(`command.ask.${subject}`)),
    prompt: localized(text('command.ask.prompt')),
    placeHolder: exampleReleases(products()).join(', '),
    validateInput: (value) =>
      readNamedVersion(value) === null
        ? localized(text('command.noRelease', { written: value, examples: exampleReleases(products()) }))
        : null,
  });
}
