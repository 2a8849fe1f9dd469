import * as vscode from 'vscode';
import { adviceHead } from '../../analysis/index.ts';
import { bugTitle, inBrackets, text } from '../../l10n/index.ts';
import type { Text } from '../../model/index.ts';
import { productOf } from '../../products/index.ts';
import { displayWidth, countsText, escapeMarkdown, markdownLink, supportText } from '../../report/index.ts';
import type { AssetPlace } from '../contributions/argument-schemas.ts';
import { commandLink } from '../contributions/commands.ts';
import { idOf } from '../contributions/names.ts';
import { editorLanguage, localized } from '../language.ts';
import type { ShownBug, ShownDetails } from '../worker/protocol.ts';

/** Bugs in a hover: as many as fit a screen; a click opens the list of all. */
const MAX_NAMED_BUGS = 3;
/** Columns of a line at the editor's usual size. The editor shows about ten lines, of which the diagnostic takes four. */
const LINE_WIDTH = 100;
/** Reasons from this environment, which are more specific than those from the bug itself. */
const ABOUT_HERE = /^urgency\.reach\.(?:on|named)$/;

/**
 * A few lines about a version, in the order of a decision: the next step, the most important bugs, support, counts, links,
 * the date of the notes. The editor shows the diagnostic's own sentence above it.
 */
export function hoverText(
  details: ShownDetails,
  place: AssetPlace | null,
  asOf: string | null,
): vscode.MarkdownString {
  const { product, version, counts, top, advice, support, notes, upstream, facts = [] } = details;
  const head = advice && adviceHead(advice);
  const words = (message: Text): string => escapeMarkdown(localized(message));
  const link = (command: 'showBugs' | 'showUpgrade', label: Text): string =>
    `[${words(label)}](${commandLink(command, version, product, place)})`;
  const links = [
    link('showBugs', text('hover.all', { version })),
    ...(advice === null ? [] : [link('showUpgrade', text('hover.upgrade'))]),
    ...(notes === undefined ? [] : [markdownLink(localized(text('hover.notes')), notes)]),
  ];
  // The first link leads to a page that lists the fixes that the distribution leaves out.
  const distribution = productOf(product).community?.distribution;
  const source =
    distribution === undefined
      ? ''
      : inBrackets(words(text('hover.counted', { distribution })), editorLanguage());
  // No count without listed bugs: a zero would read as "no bugs".
  const counted = top.length === 0 ? [] : [words(countsText({ product, counts, matching: 0 })) + source];
  const contained = upstream === undefined ? [] : [words(text('hover.upstream', upstream))];
  const supported = support === undefined ? [] : [words(supportText(support))];
  const dated = asOf === null ? [] : [`*${words(text('report.asOf', { asOf }))}*`];
  const lines = [[...supported, ...counted], contained, [...links, ...dated]].map((each) => each.join(' · '));
  const parts = [
    ...(advice === null
      ? []
      : [
          `**${words(text('hover.next', { advice: head ?? text('advice.head.stay'), reason: advice.reason }))}**`,
        ]),
    [...top.slice(0, MAX_NAMED_BUGS).map(bugText), ...facts.map((fact) => `- ${words(fact)}`)].join('\n'),
    lines.filter((line) => line !== '').join('  \n'),
  ];
  const markdown = new vscode.MarkdownString(parts.filter((part) => part !== '').join('\n\n'));
  markdown.isTrusted = { enabledCommands: [idOf('showBugs'), idOf('showUpgrade')] };
  return markdown;
}

/** A bug and its fix on one line, then as many reasons for its urgency as fit. */
function bugText({ bug, nearestFix, url, urgency }: ShownBug): string {
  const title = localized(bugTitle(bug));
  const fixedIn = nearestFix === null ? '' : localized(text('bugs.fixedIn'));
  let room = LINE_WIDTH - displayWidth(`${title} — ${fixedIn} ${nearestFix ?? ''}`);
  const isAboutHere = ({ key }: Text): boolean => ABOUT_HERE.test(key);
  const reasons = [...urgency.why.filter(isAboutHere), ...urgency.why.filter((each) => !isAboutHere(each))];
  const shownReasons = reasons.filter((reason) => (room -= displayWidth(localized(reason)) + 2) >= 0);
  const parts = localized(text('report.parts', { parts: shownReasons }));
  const why = shownReasons.length === 0 ? '' : inBrackets(escapeMarkdown(parts), editorLanguage());
  const fix = nearestFix === null ? '' : ` — ${fixedIn} ${markdownLink(nearestFix, url)}`;
  return `- ${escapeMarkdown(title)}${fix}${why}`;
}
