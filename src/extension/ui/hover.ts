import * as vscode from 'vscode';
import { text } from '../../l10n/index.ts';
import { isFileLocation, type BugDetails, type Text } from '../../model/index.ts';
import { productName } from '../../products/index.ts';
import { bugHeadline, escapeMarkdown } from '../../report/index.ts';
import type { WorkspaceAnalysis } from '../workspace/analysis.ts';
import type { AssetPlace } from '../contributions/arguments.ts';
import { commandLink } from '../contributions/commands.ts';
import { idOf } from '../contributions/names.ts';
import { editorLanguage, localized } from '../language.ts';
import { rangeOf } from './ranges.ts';

/**
 * One screen over a version: the bugs that matter most, counts of the rest, the nearest good target. The sentence itself
 * is the diagnostic's: the editor shows it above this.
 */
export function registerHover(analysis: WorkspaceAnalysis): vscode.Disposable {
  return vscode.languages.registerHoverProvider(
    { scheme: 'file' },
    {
      provideHover(document, position) {
        const finding = analysis.findingsAt(document.uri, position).find(({ bugs }) => bugs !== null);
        if (!finding?.bugs || !isFileLocation(finding.location)) return null;
        const folder = vscode.workspace.getWorkspaceFolder(document.uri)?.uri.fsPath;
        const place = folder === undefined ? null : { folder, assetId: finding.assetId };
        return new vscode.Hover(hoverText(finding.bugs, place), rangeOf(finding.location));
      },
    },
  );
}

function hoverText(
  { product, version, counts, top, matching, advice }: BugDetails,
  place: AssetPlace | null,
): vscode.MarkdownString {
  const language = editorLanguage();
  const link = (command: 'showBugs' | 'showUpgrade', label: Text): string =>
    `[${escapeMarkdown(localized(label))}](${commandLink(command, version, product, place)})`;
  const parts = [
    [
      `**${productName(product)} ${escapeMarkdown(version)}**`,
      // Where nobody listed any, a zero would read as "nothing is wrong".
      ...(top.length === 0 ? [] : [escapeMarkdown(localized(text('scan.counts', { ...counts, matching })))]),
    ].join(' · '),
    top.map((match) => bugHeadline(match, language)).join('\n'),
  ];
  if (advice) parts.push(`**${escapeMarkdown(localized(text('hover.next', advice)))}**`);
  parts.push(
    [
      link('showBugs', text('hover.all', { version })),
      ...(advice ? [link('showUpgrade', text('hover.upgrade'))] : []),
    ].join(' · '),
  );
  const markdown = new vscode.MarkdownString(parts.join('\n\n'));
  markdown.isTrusted = { enabledCommands: [idOf('showBugs'), idOf('showUpgrade')] };
  return markdown;
}
