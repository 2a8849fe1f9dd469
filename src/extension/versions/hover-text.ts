import * as vscode from 'vscode';
import { text } from '../../l10n/index.ts';
import type { BugDetails, BugMatch, Text } from '../../model/index.ts';
import { productName } from '../../products/index.ts';
import { bugHeadline, escapeMarkdown, markdownLink } from '../../report/index.ts';
import type { AssetPlace } from '../contributions/argument-schemas.ts';
import { commandLink } from '../contributions/commands.ts';
import { idOf } from '../contributions/names.ts';
import { editorLanguage, localized } from '../language.ts';

/** Bugs that are named: one screen has room for these, and a list for all others is a click away. */
const NAMED_BUGS = 3;
/** Reasons of a bug's urgency that are told, the weightiest first. */
const REASONS = 2;

/**
 * One block on one screen over a version, in the order in which it is decided: the next step, the bugs that matter most,
 * support, counts, links, the date of the notes. The sentence itself is the diagnostic's: the editor shows it above this.
 */
export function hoverText(
  details: BugDetails,
  place: AssetPlace | null,
  asOf: string | null,
): vscode.MarkdownString {
  const { product, version, counts, top, matching, advice, support, notes, facts = [] } = details;
  const words = (message: Text): string => escapeMarkdown(localized(message));
  const link = (command: 'showBugs' | 'showUpgrade', label: Text): string =>
    `[${words(label)}](${commandLink(command, version, product, place)})`;
  const links = [
    link('showBugs', text('hover.all', { version })),
    ...(advice ? [link('showUpgrade', text('hover.upgrade'))] : []),
    ...(notes === undefined ? [] : [markdownLink(localized(text('hover.notes', { version })), notes)]),
  ];
  // Where nobody listed any, a zero would read as "nothing is wrong".
  const counted = top.length === 0 ? [] : [words(text('scan.counts', { ...counts, matching }))];
  const supported = support === undefined ? [] : [words(text('hover.support', { support }))];
  const parts = [
    ...(advice ? [`**${words(text('hover.next', advice))}**`] : []),
    top.slice(0, NAMED_BUGS).map(bugText).join('\n'),
    facts.map((fact) => `- ${words(fact)}`).join('\n'),
    [`${productName(product)} ${escapeMarkdown(version)}`, ...supported, ...counted].join(' · '),
    links.join(' · '),
    asOf === null ? '' : `*${words(text('report.asOf', { asOf }))}*`,
  ];
  const markdown = new vscode.MarkdownString(parts.filter((part) => part !== '').join('\n\n'));
  markdown.isTrusted = { enabledCommands: [idOf('showBugs'), idOf('showUpgrade')] };
  return markdown;
}

/** A bug with the release that fixes it, and why it matters here. */
function bugText(match: BugMatch): string {
  const why = localized(text('report.parts', { parts: match.urgency.why.slice(0, REASONS) }));
  const reasons = why === '' ? '' : `  \n  ${escapeMarkdown(why)}`;
  return bugHeadline(match, editorLanguage()) + reasons;
}
