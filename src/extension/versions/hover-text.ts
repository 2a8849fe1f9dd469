import * as vscode from 'vscode';
import { adviceHead, withoutEndedSupport } from '../../analysis/index.ts';
import { bugTitle, inBrackets, text } from '../../l10n/index.ts';
import type { Text } from '../../model/index.ts';
import { productOf } from '../../products/index.ts';
import {
  displayWidth,
  countsText,
  escapeMarkdown,
  markdownLink,
  supportText,
  upstreamLine,
} from '../../report/index.ts';
import type { AssetReference } from '../contributions/argument-schemas.ts';
import { commandLink } from '../contributions/commands.ts';
import { editorId } from '../contributions/names.ts';
import { editorLanguage, localized } from '../language.ts';
import type { ShownBug, ShownDetails } from '../worker/protocol.ts';

/** Maximum number of bugs in a hover, which links to all of them. */
const MAX_NAMED_BUGS = 3;
/** Characters per line at the default font size. A hover has about ten lines, and the diagnostic takes four. */
const LINE_WIDTH = 100;
/** Reasons that depend on this environment. They come before reasons that depend only on the bug. */
const ENVIRONMENT_REASON = /^urgency\.reach\.(?:on|named)$/;

/**
 * Hover over a version: next step, most important bugs, support, counts, links, date of the notes. The editor shows the
 * diagnostic's message above it, which says that support has ended.
 */
export function hoverText(
  details: ShownDetails,
  place: AssetReference | null,
  asOf: string | null,
): vscode.MarkdownString {
  const { product, version, counts, top, advice, support, notes, upstream, facts = [] } = details;
  const next =
    advice &&
    text('hover.next', {
      advice: adviceHead(advice) ?? text('advice.head.stay'),
      reason: withoutEndedSupport(advice.reason),
    });
  const words = (message: Text): string => escapeMarkdown(localized(message));
  const link = (command: 'showBugs' | 'showUpgrade', label: Text): string =>
    `[${words(label)}](${commandLink(command, version, product, place)})`;
  const links = [
    link('showBugs', text('hover.all', { version })),
    ...(advice === null ? [] : [link('showUpgrade', text('hover.upgrade'))]),
    ...(notes === undefined ? [] : [markdownLink(localized(text('hover.notes')), notes)]),
  ];
  // Links the page that lists fixes which the distribution lacks.
  const distribution = productOf(product).community?.distribution;
  const source =
    distribution === undefined || upstream?.included === true
      ? ''
      : inBrackets(words(text('hover.counted', { distribution })), editorLanguage());
  // No counts if no bug is listed, because 0 would look like an all-clear.
  const counted = top.length === 0 ? [] : [words(countsText({ product, counts, matching: 0 })) + source];
  const contained = upstream === undefined ? [] : [words(upstreamLine(upstream))];
  const supported = support?.key === 'upgrade.support.until' ? [words(supportText(support))] : [];
  const dated = asOf === null ? [] : [`*${words(text('report.asOf', { asOf }))}*`];
  const lines = [[...supported, ...counted], contained, [...links, ...dated]].map((each) => each.join(' · '));
  const parts = [
    next === null ? '' : `**${words(next)}**`,
    [...top.slice(0, MAX_NAMED_BUGS).map(bugText), ...facts.map((fact) => `- ${words(fact)}`)].join('\n'),
    lines.filter((line) => line !== '').join('  \n'),
  ];
  const markdown = new vscode.MarkdownString(parts.filter((part) => part !== '').join('\n\n'));
  markdown.isTrusted = { enabledCommands: [editorId('showBugs'), editorId('showUpgrade')] };
  return markdown;
}

/** One line with a bug and its fix, then as many reasons for its urgency as fit. */
function bugText({ bug, nearestFix, url, urgency }: ShownBug): string {
  const title = localized(bugTitle(bug));
  const fixedIn = nearestFix === null ? '' : localized(text('bugs.fixedIn'));
  let room = LINE_WIDTH - displayWidth(`${title} — ${fixedIn} ${nearestFix ?? ''}`);
  const isAboutEnvironment = ({ key }: Text): boolean => ENVIRONMENT_REASON.test(key);
  const reasons = [
    ...urgency.why.filter(isAboutEnvironment),
    ...urgency.why.filter((each) => !isAboutEnvironment(each)),
  ];
  const shownReasons = reasons.filter((reason) => (room -= displayWidth(localized(reason)) + 2) >= 0);
  const parts = localized(text('report.parts', { parts: shownReasons }));
  const why = shownReasons.length === 0 ? '' : inBrackets(escapeMarkdown(parts), editorLanguage());
  const fix = nearestFix === null ? '' : ` — ${fixedIn} ${markdownLink(nearestFix, url)}`;
  return `- ${escapeMarkdown(title)}${fix}${why}`;
}
