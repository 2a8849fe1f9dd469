import * as vscode from 'vscode';
import { isFileLocation, notesDay } from '../../model/index.ts';
import type { WorkspaceAnalysis } from '../workspace/analysis.ts';
import { pathOf, READ_DOCUMENTS } from '../workspace/paths.ts';
import { rangeOf } from './ranges.ts';

/** Registers the hover over versions; its code is loaded on demand. */
export function registerHover(analysis: WorkspaceAnalysis): vscode.Disposable {
  return vscode.languages.registerHoverProvider(READ_DOCUMENTS, {
    async provideHover(document, position) {
      const finding = analysis.findingsAt(document.uri, position).find(({ bugs }) => bugs !== null);
      if (!finding?.bugs || !isFileLocation(finding.location)) return null;
      const folder = vscode.workspace.getWorkspaceFolder(document.uri);
      const place = folder === undefined ? null : { folder: pathOf(folder.uri), assetId: finding.assetId };
      const catalogue = analysis.catalogueOf(document.uri);
      const asOf = catalogue === undefined ? null : notesDay(catalogue, finding.bugs.product);
      const { hoverText } = await import('../versions/hover-text.ts');
      return new vscode.Hover(hoverText(finding.bugs, place, asOf), rangeOf(finding.location));
    },
  });
}
