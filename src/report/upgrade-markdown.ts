import type { UpgradeTarget } from '../analysis/index.ts';
import { say, text, type Language } from '../l10n/index.ts';
import { PRODUCT_NAMES, type BugMatch, type Product } from '../model/index.ts';
import { bugLine } from './bugs-markdown.ts';
import { escapeMarkdown } from './markdown.ts';

/** Bugs of one list that are named; the rest is counted. */
const NAMED = 10;

/** Where to go from a version, as a readable document: each target with what it clears, keeps, brings in and demands. */
export function upgradeMarkdown(
  product: Product,
  version: string,
  targets: readonly UpgradeTarget[],
  language: Language,
): string {
  const words = (key: Parameters<typeof text>[0]): string => say({ key, args: {} }, language);
  const title = say(text('upgrade.heading', { name: PRODUCT_NAMES[product], version }), language);
  const blocks = targets.map((target) => targetBlock(target, language, words));
  if (blocks.length === 0) blocks.push(words('upgrade.none'));
  return `# ${escapeMarkdown(title)}\n\n${blocks.join('\n\n')}\n`;
}

function targetBlock(
  target: UpgradeTarget,
  language: Language,
  words: (key: Parameters<typeof text>[0]) => string,
): string {
  const facts = [
    target.path.length > 1 ? say(text('upgrade.path', { path: target.path.join(' → ') }), language) : '',
    `${say(target.way, language)} ${say(target.effect, language)}`,
    target.support === null ? '' : say(target.support, language),
    ...target.hazards.map((hazard) => say(hazard, language)),
  ].filter((fact) => fact !== '');
  return [
    `## ${escapeMarkdown(target.version)} — ${escapeMarkdown(words(`upgrade.role.${target.role}`))}`,
    escapeMarkdown(say(target.reason, language)),
    facts.map((fact) => `- ${escapeMarkdown(fact)}`).join('\n'),
    bugList(words('upgrade.list.brings'), target.brings, language),
    bugList(words('upgrade.list.remains'), target.remains, language),
    bugList(words('upgrade.list.clears'), target.clears, language),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function bugList(title: string, matches: readonly BugMatch[], language: Language): string {
  if (matches.length === 0) return '';
  const rest = matches.length - NAMED;
  const lines = matches.slice(0, NAMED).map((match) => bugLine(match, language));
  if (rest > 0) lines.push(`- ${escapeMarkdown(say(text('upgrade.list.more', { count: rest }), language))}`);
  return `### ${escapeMarkdown(title)} (${matches.length})\n\n${lines.join('\n')}`;
}
