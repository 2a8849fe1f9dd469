import * as vscode from 'vscode';
import { say, text } from '../../l10n/index.ts';
import { isProduct, readNamedVersion } from '../../model/index.ts';
import type { AnalysisController } from '../analysis-controller.ts';
import { editorLanguage } from '../language.ts';
import { readPlace, type Documents, type Place } from './documents.ts';
import type { Log } from './log.ts';

/** The commands of the palette. */
export function registerCommands(
  analysis: AnalysisController,
  documents: Documents,
  log: Log,
): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('errataLens.scanWorkspace', () => scanWorkspace(analysis, log)),
    ...(['bugs', 'upgrade'] as const).map((subject) =>
      vscode.commands.registerCommand(
        subject === 'bugs' ? 'errataLens.showBugs' : 'errataLens.showUpgrade',
        (version: unknown, product: unknown, place: unknown) =>
          show(documents, subject, version, product, readPlace(place)),
      ),
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

/** From a link the version comes with its product; what somebody types tells both. */
async function show(
  documents: Documents,
  subject: 'bugs' | 'upgrade',
  given: unknown,
  product: unknown,
  place: Place | null,
): Promise<void> {
  const written = typeof given === 'string' ? given : await askForVersion(subject);
  if (written === undefined) return;
  const version =
    typeof product === 'string' && isProduct(product)
      ? { product, version: written }
      : readNamedVersion(written);
  await documents.show(subject, version?.product ?? 'aurora-mysql', version?.version ?? written, place);
}

function askForVersion(subject: 'bugs' | 'upgrade'): Thenable<string | undefined> {
  const language = editorLanguage();
  return vscode.window.showInputBox({
    title: say(text(`command.ask.${subject}`), language),
    prompt: say(text('command.ask.prompt'), language),
    placeHolder: '2.11.1, 3.10, 2023.4.20240416',
    validateInput: (value) =>
      readNamedVersion(value) === null ? say(text('command.noRelease', { written: value }), language) : null,
  });
}
