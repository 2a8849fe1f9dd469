import * as vscode from 'vscode';
import { say, text } from '../../l10n/index.ts';
import { readAuroraVersion } from '../../model/index.ts';
import type { AnalysisController } from '../analysis-controller.ts';
import { editorLanguage } from '../language.ts';
import type { Documents } from './documents.ts';
import type { Log } from './log.ts';

/** The commands of the palette. */
export function registerCommands(
  analysis: AnalysisController,
  documents: Documents,
  log: Log,
): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('errataLens.scanWorkspace', () => scanWorkspace(analysis, log)),
    vscode.commands.registerCommand('errataLens.showBugs', (version: unknown) =>
      show(documents, 'bugs', version),
    ),
    vscode.commands.registerCommand('errataLens.showUpgrade', (version: unknown) =>
      show(documents, 'upgrade', version),
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

async function show(documents: Documents, subject: 'bugs' | 'upgrade', given: unknown): Promise<void> {
  const version = typeof given === 'string' ? given : await askForVersion(subject);
  if (version === undefined) return;
  const understood = readAuroraVersion(version);
  await documents.show(subject, understood.form === 'release' ? understood.version : version);
}

function askForVersion(subject: 'bugs' | 'upgrade'): Thenable<string | undefined> {
  const language = editorLanguage();
  return vscode.window.showInputBox({
    title: say(text(`command.ask.${subject}`), language),
    prompt: say(text('command.ask.prompt'), language),
    placeHolder: '2.11.1',
    validateInput: (value) =>
      readAuroraVersion(value).form === 'release'
        ? null
        : say(text('command.notARelease', { written: value }), language),
  });
}
