import * as vscode from 'vscode';
import { isFileLocation } from '../../model/index.ts';
import { createCommand } from '../contributions/commands.ts';
import { showsCodeLens } from '../contributions/settings.ts';
import { localized } from '../language.ts';
import type { WorkspaceAnalysis } from '../workspace/analysis.ts';
import { pathOf, READ_DOCUMENTS } from '../workspace/paths.ts';
import { rangeOf } from './ranges.ts';

/**
 * Registers the code lens above versions, which is off by default. A click opens the version's bugs. Its code is loaded
 * on demand.
 */
export function registerCodeLens(analysis: WorkspaceAnalysis): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    changed,
    analysis.onDidAnalyse(() => changed.fire()),
    vscode.languages.registerCodeLensProvider(READ_DOCUMENTS, {
      onDidChangeCodeLenses: changed.event,
      async provideCodeLenses(document) {
        if (!showsCodeLens(vscode.workspace, document.uri)) return [];
        const { lensText } = await import('../versions/lens-text.ts');
        const folder = vscode.workspace.getWorkspaceFolder(document.uri);
        return analysis.findingsIn(document.uri).flatMap(({ bugs, location, message, assetId }) => {
          if (bugs === null || !isFileLocation(location)) return [];
          const place = folder === undefined ? null : { folder: pathOf(folder.uri), assetId };
          const title = localized(lensText(bugs) ?? message);
          const show = createCommand('showBugs', title, bugs.version, bugs.product, place);
          return [new vscode.CodeLens(rangeOf(location), show)];
        });
      },
    }),
  );
}
