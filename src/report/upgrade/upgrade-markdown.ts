import type { UpgradeAdvice, UpgradeAnswer, UpgradeTarget } from '../../analysis/index.ts';
import { inBrackets, say, text, type Language } from '../../l10n/index.ts';
import { type BugMatch, type Text } from '../../model/index.ts';
import { bugLine } from '../bugs/bugs-markdown.ts';
import { escapeMarkdown, markdownLink, textTable } from '../markdown.ts';
import {
  upgradeDemands,
  currentVersionLines,
  upgradeHeading,
  upgradeHeadline,
  tableLegend,
  upgradeTable,
  upgradePath,
  notesOrigin,
  pageLinkLabel,
  type SourcedSentence,
  targetName,
} from './upgrade-parts.ts';

/** Number of bugs that a list names; the rest is counted. */
const MAX_LISTED_BUGS = 10;

/** Upgrades of a version as a document: the advice and its reason, a table, then each target in detail. */
export function upgradeMarkdown(answer: UpgradeAnswer, language: Language): string {
  const { advice, standing } = answer;
  const words = (sentence: Text): string => escapeMarkdown(say(sentence, language));
  const blocks = [`# ${words(upgradeHeading(answer))}`, ...standing.map(words)];
  if (advice !== null) {
    blocks.push(
      `**${words(upgradeHeadline(answer, advice, true))}** ${words(advice.reason)}`,
      ...advice.notes.map(words),
    );
    const legend = tableLegend(advice);
    if (advice.targets.length > 0) blocks.push(textTable(upgradeTable(advice, language)));
    if (legend !== null) blocks.push(escapeMarkdown(say(legend, language)));
    blocks.push(...section(text('upgrade.section.source'), currentVersionLines(answer, advice), language));
    blocks.push(...advice.targets.map((target) => targetBlock(target, advice, language)));
    blocks.push(notesOrigin(answer).map(words).join(' '));
  }
  return `${blocks.join('\n\n')}\n`;
}

function targetBlock(target: UpgradeTarget, advice: UpgradeAdvice, language: Language): string {
  const isRecommended = target.version === advice.recommended;
  const role = say(text(isRecommended ? 'upgrade.recommended' : `upgrade.role.${target.role}`), language);
  const demands = upgradeDemands(target);
  const blueGreen = target.more?.blueGreen ?? [];
  return [
    `## ${escapeMarkdown(targetName(target, language))} — ${escapeMarkdown(role)}`,
    ...(isRecommended ? [] : [escapeMarkdown(say(target.reason, language))]),
    listMarkdown(upgradePath(target, advice), language),
    ...section(text('upgrade.section.demands'), demands, language),
    ...(isRecommended ? section(text('upgrade.section.blueGreen'), blueGreen, language) : []),
    bugList(text('upgrade.list.brings'), target.brings, language),
    bugList(text('upgrade.list.remains'), target.remains, language),
    bugList(text('upgrade.list.undetermined'), target.undetermined, language),
    bugList(text('upgrade.list.undeterminedThere'), target.undeterminedThere, language),
    bugList(text('upgrade.list.clears'), target.clears, language),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function section(title: Text, lines: readonly SourcedSentence[], language: Language): string[] {
  if (lines.length === 0) return [];
  return [`### ${escapeMarkdown(say(title, language))}\n\n${listMarkdown(lines, language)}`];
}

/** Sentences with links to their pages. */
function listMarkdown(lines: readonly SourcedSentence[], language: Language): string {
  return lines
    .map((line) => {
      const link =
        line.url === null
          ? ''
          : inBrackets(markdownLink(say(pageLinkLabel(line), language), line.url), language);
      return `- ${escapeMarkdown(say(line.text, language))}${link}`;
    })
    .join('\n');
}

function bugList(title: Text, matches: readonly BugMatch[], language: Language): string {
  if (matches.length === 0) return '';
  const rest = matches.length - MAX_LISTED_BUGS;
  const lines = matches.slice(0, MAX_LISTED_BUGS).map((match) => bugLine(match, language));
  if (rest > 0) lines.push(`- ${escapeMarkdown(say(text('upgrade.list.more', { count: rest }), language))}`);
  return `### ${escapeMarkdown(say(title, language))} (${matches.length})\n\n${lines.join('\n')}`;
}
