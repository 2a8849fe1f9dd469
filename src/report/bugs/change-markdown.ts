import { notesDays, urgentAmong } from '../../analysis/index.ts';
import type { VersionChange } from '../../analysis/index.ts';
import { say, text, type Language } from '../../l10n/index.ts';
import type { BugMatch, Catalogue, Text } from '../../model/index.ts';
import { productName } from '../../products/index.ts';
import { bugLine } from './bugs-markdown.ts';
import { escapeMarkdown } from '../markdown.ts';

/** Number of bugs that a list in a comment names; the rest is counted. */
const MAX_LISTED_BUGS = 5;

/** Comment for a pull request that changes versions: the bugs that each change fixes, keeps and adds. */
export function changeMarkdown(
  changes: readonly VersionChange[],
  catalogue: Pick<Catalogue, 'asOf' | 'readOn'>,
  language: Language,
): string {
  const words = (message: ReturnType<typeof text>): string => escapeMarkdown(say(message, language));
  const blocks = changes.map((change) => {
    const { product, from, to, assetIds, unknown, clears, leaves, brings } = change;
    const { undetermined, undeterminedThere, upstream } = change;
    const about = { name: productName(product), from, to, assets: assetIds.length };
    if (unknown !== null) {
      const note = text('site.changes.unknown', { version: unknown });
      return `### ${words(text('report.change.heading', about))}\n\n${words(note)}`;
    }
    const counts = {
      clears: clears.length,
      leaves: leaves.length,
      brings: brings.length,
      undetermined: undetermined.length,
      there: undeterminedThere.length,
    };
    return [
      `### ${words(text('report.change.heading', about))}`,
      words(text('report.change.summary', counts)),
      upstream === null ? '' : words(upstreamChangeText(upstream)),
      listOf(words(text('report.change.brings')), brings, language),
      listOf(words(text('report.change.leaves')), leaves, language),
      listOf(words(text('report.change.undetermined')), undetermined, language),
      listOf(words(text('report.change.there')), undeterminedThere, language),
      listOf(words(text('report.change.clears')), clears, language),
    ]
      .filter((part) => part !== '')
      .join('\n\n');
  });
  if (blocks.length === 0) blocks.push(words(text('report.change.none')));
  const products = changes.map(({ product }) => product);
  const asOf = words(text('report.asOf', { asOf: notesDays(catalogue, products).named }));
  return `## ${words(text('report.heading'))}\n\n${blocks.join('\n\n')}\n\n${asOf}\n`;
}

/** Sentence on the bugs of an upstream that are counted apart. */
function upstreamChangeText(change: NonNullable<VersionChange['upstream']>): Text {
  const { name, from, to, clears, leaves, brings } = change;
  return text('report.change.upstream', {
    ...{ name, from, to },
    clears: clears.length,
    urgent: urgentAmong(clears).length,
    leaves: leaves.length,
    brings: brings.length,
  });
}

function listOf(title: string, matches: readonly BugMatch[], language: Language): string {
  if (matches.length === 0) return '';
  const rest = matches.length - MAX_LISTED_BUGS;
  const lines = matches.slice(0, MAX_LISTED_BUGS).map((match) => bugLine(match, language));
  if (rest > 0) lines.push(`- ${escapeMarkdown(say(text('upgrade.list.more', { count: rest }), language))}`);
  return `<details><summary>${title} (${matches.length})</summary>\n\n${lines.join('\n')}\n\n</details>`;
}
