import * as vscode from 'vscode';
import { say, text } from '../../l10n/index.ts';
import { isFileLocation, type BugDetails, type Finding } from '../../model/index.ts';
import { bugLine, escapeMarkdown, markdownLink } from '../../report/index.ts';
import type { AnalysisController } from '../analysis-controller.ts';
import { editorLanguage } from '../language.ts';
import { rangeOf } from './ranges.ts';

/** One screen over a version: a sentence, the bugs that matter most, counts of the rest, the nearest good target. */
export function registerHover(analysis: AnalysisController): vscode.Disposable {
  return vscode.languages.registerHoverProvider(
    { scheme: 'file' },
    {
      provideHover(document, position) {
        const findings = analysis.findingsAt(document.uri, position);
        const [first] = findings;
        if (first === undefined || !isFileLocation(first.location)) return null;
        return new vscode.Hover(findings.map(hoverText), rangeOf(first.location));
      },
    },
  );
}

function hoverText(finding: Finding): vscode.MarkdownString {
  const language = editorLanguage();
  const parts = [escapeMarkdown(say(finding.message, language))];
  if (finding.bugs) parts.push(...bugParts(finding.bugs));
  else parts.push(markdownLink(say(text('hover.page'), language), finding.helpUri));
  const markdown = new vscode.MarkdownString(parts.join('\n\n'));
  markdown.isTrusted = { enabledCommands: ['errataLens.showBugs'] };
  return markdown;
}

function bugParts(details: BugDetails): string[] {
  const language = editorLanguage();
  const { version, counts, top, matching, advice } = details;
  const parts = [
    top.map((match) => bugLine(match, language)).join('\n'),
    escapeMarkdown(say(text('scan.counts', { ...counts, matching }), language)),
  ];
  if (advice) {
    parts.push(`**${escapeMarkdown(say(text('hover.next', advice), language))}**`);
  }
  const all = encodeURIComponent(JSON.stringify([version]));
  parts.push(
    `[${escapeMarkdown(say(text('hover.all', { version }), language))}](command:errataLens.showBugs?${all})`,
  );
  return parts;
}
