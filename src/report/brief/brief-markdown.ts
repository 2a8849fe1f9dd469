import type { ChangeBrief } from '../../analysis/index.ts';
import { inBrackets, say, text, type Language } from '../../l10n/index.ts';
import type { Text } from '../../model/index.ts';
import { productName } from '../../products/index.ts';
import { bugHeadline } from '../bugs/bugs-markdown.ts';
import { escapeMarkdown, markdownLink, textTable } from '../markdown.ts';
import { pageLinkLabel } from '../upgrade/upgrade-parts.ts';
import type { BriefBlock, ListedBug } from './brief-blocks.ts';
import { briefSections } from './brief-parts.ts';

/** A change brief as Markdown, for a ticket or a pull request: tables and lists replace the pictures. */
export function briefMarkdown(brief: ChangeBrief, language: Language): string {
  const words = (sentence: Text): string => escapeMarkdown(say(sentence, language));
  const { product, from, target, day, asOf } = brief;
  const title = text('brief.title', { name: productName(product), from, to: target.version });
  const parts = [
    `# ${words(title)}`,
    words(text('brief.prepared', { day, asOf })),
    ...briefSections(brief, language).flatMap((section) => [
      `## ${words(section.title)}`,
      ...section.blocks.flatMap((block) => blockMarkdown(block, language)),
    ]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function blockMarkdown(block: BriefBlock, language: Language): string[] {
  const words = (sentence: Text): string => escapeMarkdown(say(sentence, language));
  switch (block.kind) {
    case 'words':
      return [block.sentences.map(words).join(language === 'ja' ? '' : ' ')];
    case 'fields':
      return [block.names.map((name) => `- ${words(name)}:`).join('\n')];
    case 'table':
      return [textTable(block.rows)];
    case 'list': {
      const lines = block.items.map(
        (item) =>
          `- ${words(item.text)}${item.url === null ? '' : inBrackets(markdownLink(say(pageLinkLabel(item), language), item.url), language)}`,
      );
      return [lines.join('\n')];
    }
    case 'bugs':
      return [
        block.bugs.map((bug) => bugMarkdown(bug, language)).join('\n'),
        ...(block.more === 0 ? [] : [words(text('brief.more', { count: block.more }))]),
      ];
    case 'picture':
      return [];
  }
}

function bugMarkdown({ match, outcome }: ListedBug, language: Language): string {
  const reasons = [...(outcome === null ? [] : [outcome]), ...match.urgency.why];
  const why = escapeMarkdown(say(text('report.parts', { parts: reasons }), language));
  return `${bugHeadline(match, language)}${why === '' ? '' : `  \n  ${why}`}`;
}
