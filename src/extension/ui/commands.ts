import * as vscode from 'vscode';
import { say, text } from '../../l10n/index.ts';
import { readAuroraVersion } from '../../model/index.ts';
import type { AnalysisController } from '../analysis-controller.ts';
import { editorLanguage } from '../language.ts';
import type { BugDocuments } from './bug-document.ts';
import type { Log } from './log.ts';

/** The commands of the palette. */
export function registerCommands(
  analysis: AnalysisController,
  documents: BugDocuments,
  log: Log,
): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('errataLens.scanWorkspace', () => scanWorkspace(analysis, log)),
    vscode.commands.registerCommand('errataLens.showBugs', (version: unknown) =>
      showBugs(documents, version),
    ),
    vscode.commands.registerCommand('errataLens.showLog', () => {
      log.show();
    }),
  );
}

async function scanWorkspace(analysis: AnalysisController, log: Log): Promise<void> {
  if (vscode.workspace.workspaceFolders === undefined) {
    await vscode.window.showInformationMessage(say(text('command.noFolder'), editorLanguage()));
    return;
  }
  const location = vscode.ProgressLocation.Window;
  const title = say(text('command.scanning'), editorLanguage());
  const summary = await vscode.window.withProgress({ location, title }, () => analysis.scanAll());
  log.info(text('command.scanned', summary));
  vscode.window.setStatusBarMessage(say(text('command.scanned', summary), editorLanguage()), 10_000);
  if (summary.findings > 0) await vscode.commands.executeCommand('workbench.actions.view.problems');
}

async function showBugs(documents: BugDocuments, given: unknown): Promise<void> {
  const version = typeof given === 'string' ? given : await askForVersion();
  if (version === undefined) return;
  const understood = readAuroraVersion(version);
  await documents.show(understood.form === 'release' ? understood.version : version);
}

function askForVersion(): Thenable<string | undefined> {
  const language = editorLanguage();
  return vscode.window.showInputBox({
    title: say(text('command.showBugs.title'), language),
    prompt: say(text('command.showBugs.prompt'), language),
    placeHolder: '2.11.1',
    validateInput: (value) =>
      readAuroraVersion(value).form === 'release'
        ? null
        : say(text('command.notARelease', { written: value }), language),
  });
}
