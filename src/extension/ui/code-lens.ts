import * as vscode from 'vscode';
import { adviceLine } from '../../analysis/index.ts';
import { text } from '../../l10n/index.ts';
import { isFileLocation, type Text } from '../../model/index.ts';
import { commandOf } from '../contributions/commands.ts';
import { showsCodeLens } from '../contributions/settings.ts';
import { localized } from '../language.ts';
import type { ShownDetails } from '../worker/protocol.ts';
import type { WorkspaceAnalysis } from '../workspace/analysis.ts';
import { pathOf, READ_DOCUMENTS } from '../workspace/paths.ts';
import { rangeOf } from './ranges.ts';

/** Registers the line above each version, which is off by default: a click opens the version's known bugs. */
export function registerCodeLens(analysis: WorkspaceAnalysis): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    changed,
    analysis.onDidAnalyse(() => changed.fire()),
    vscode.languages.registerCodeLensProvider(READ_DOCUMENTS, {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses(document) {
        if (!showsCodeLens(vscode.workspace, document.uri)) return [];
        const folder = vscode.workspace.getWorkspaceFolder(document.uri);
        return analysis.findingsIn(document.uri).flatMap(({ bugs, location, message, assetId }) => {
          if (bugs === null || !isFileLocation(location)) return [];
          const place = folder === undefined ? null : { folder: pathOf(folder.uri), assetId };
          const title = localized(lensOf(bugs) ?? message);
          const show = commandOf('showBugs', title, bugs.version, bugs.product, place);
          return [new vscode.CodeLens(rangeOf(location), show)];
        });
      },
    }),
  );
}

/** The two most important numbers, short enough for one line; undefined without counts. */
function lensOf({ counts, top, advice }: ShownDetails): Text | undefined {
  if (top.length === 0) return undefined;
  const { urgent, apply: all } = counts;
  return text('lens.bugs', { urgent, all, next: adviceLine(advice) });
}
