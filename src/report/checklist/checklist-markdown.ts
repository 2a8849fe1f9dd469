import { say, text, type Language } from '../../l10n/index.ts';
import type { CheckRow, Text } from '../../model/index.ts';
import type { ChecklistResult } from './checklist-json.ts';
import { overviewTables, type OverviewTable } from './checklist-overview.ts';
import { noteSentences, rowsByAsset } from './checklist-rows.ts';
import { placeText } from '../place-text.ts';
import { summaryOf } from './checklist-text.ts';
import { problemMarkdown } from '../problem-text.ts';
import { codeSpan, escapeMarkdown, markdownLink, markdownTable } from '../markdown.ts';

/** Questions of the AWS Well-Architected Framework that checks answer, in its order. */
const QUESTIONS = ['OPS04', 'OPS05', 'REL01', 'REL05', 'REL06', 'REL08', 'REL10', 'REL11'] as const;

/**
 * The checklist as a document: the loop, a table for each resource, details of failures, and the questions of the
 * framework.
 */
export function checklistMarkdown(result: ChecklistResult, language: Language): string {
  const words = (message: Text): string => say(message, language);
  const overviews = overviewTables(result.overview, language);
  const resources = rowsByAsset(result.rows).flatMap(([assetId, rows]) => [
    `## ${escapeMarkdown(assetId)}`,
    tableOf(rows, language),
    ...overviews.filter((table) => table.assetId === assetId).map(overviewOf),
    ...rows.filter(isUnacceptedFailure).map((row) => detailsOf(row, language)),
  ]);
  const loops = result.findings.map(({ message }) => `> ${escapeMarkdown(words(message))}`);
  const parts = [
    `# ${words(text('checklist.title'))}`,
    escapeMarkdown(words(result.rows.length === 0 ? text('checklist.none') : summaryOf(result))),
    ...(loops.length > 0 ? [`## ${words(text('checklist.loop'))}`, ...loops] : []),
    ...resources,
    ...byQuestion(result.rows, language),
    ...problemMarkdown(result.problems, language, '## '),
  ];
  return `${parts.join('\n\n')}\n`;
}

function tableOf(rows: readonly CheckRow[], language: Language): string {
  const headings = [
    text('checklist.column.answer'),
    text('checklist.column.level'),
    text('checklist.column.check'),
    text('checklist.found'),
  ];
  const lines = rows.map((row) => [
    escapeMarkdown(say(text(`answer.${row.answer}`), language)),
    escapeMarkdown(say(text(`checkLevel.${row.level}`), language)),
    markdownLink(say(row.title, language), row.helpUri),
    escapeMarkdown(evidenceOf(row, language)),
  ]);
  return markdownTable([headings.map((heading) => say(heading, language)), ...lines]);
}

/** Overview table of a resource; a star marks essential rows. */
function overviewOf({ caption, columns, rows }: OverviewTable): string {
  const lines = rows.map(({ mark, cells }) =>
    cells.map(({ text: words, detail }, index) => {
      const marked = index === 0 && mark !== null ? `${words} ★ ${mark}` : words;
      return escapeMarkdown(detail === null ? marked : `${marked} (${detail})`);
    }),
  );
  return `### ${escapeMarkdown(caption)}\n\n${markdownTable([columns, ...lines])}`;
}

function evidenceOf(row: CheckRow, language: Language): string {
  const accepted = row.accepted === null ? [] : [say(text('checklist.accepted', row.accepted), language)];
  return [say(row.evidence, language), placeText(row.location), ...accepted].join(' · ');
}

function isUnacceptedFailure({ answer, accepted }: CheckRow): boolean {
  return answer === 'fail' && accepted === null;
}

function detailsOf(row: CheckRow, language: Language): string {
  const labelled = (label: Text, sentence: string): string => `- **${say(label, language)}** ${sentence}`;
  const plain = (message: Text): string => escapeMarkdown(say(message, language));
  const lines = [
    `### ${escapeMarkdown(say(row.title, language))}`,
    '',
    labelled(text('checklist.why'), plain(row.why)),
    ...row.missing.map((link) => labelled(text('checklist.found'), plain(link))),
    ...(row.fix === null
      ? []
      : [labelled(text('checklist.fix'), `${plain(row.fix.title)}: ${codeSpan(row.fix.command)}`)]),
    ...(row.care === null ? [] : [labelled(text('checklist.care'), plain(row.care))]),
    ...noteSentences(row).map((note) => labelled(text('checklist.note'), plain(note))),
  ];
  return lines.join('\n');
}

/** Failed checks by the question of the Well-Architected Framework that they help to answer. */
function byQuestion(rows: readonly CheckRow[], language: Language): string[] {
  const sections = QUESTIONS.flatMap((question) => {
    const failed = rows.filter(
      (row) =>
        isUnacceptedFailure(row) &&
        row.mappings.wellArchitected.some((practice) => practice.startsWith(question)),
    );
    if (failed.length === 0) return [];
    const lines = failed.map((row) => {
      const practices = row.mappings.wellArchitected.filter((practice) => practice.startsWith(question));
      return `- ${escapeMarkdown(say(row.title, language))} (${escapeMarkdown(row.assetId)}; ${practices.join(', ')})`;
    });
    return [`### ${question}: ${escapeMarkdown(say(text(`wa.${question}`), language))}`, lines.join('\n')];
  });
  return sections.length === 0 ? [] : [`## ${say(text('checklist.byQuestion'), language)}`, ...sections];
}
