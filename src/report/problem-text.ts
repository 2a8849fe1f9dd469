import { say, text, type Language } from '../l10n/index.ts';
import { costOf, escapeInvisiblePath, type Problem } from '../model/index.ts';
import { escapeMarkdown } from './markdown.ts';

/** `modules/db.tf: the problem`, in one line. */
export function problemText({ source, text }: Problem, language: Language): string {
  return `${escapeInvisiblePath(source)}: ${say(text, language)}`;
}

/** Problems under a heading. */
export interface ProblemSection {
  heading: string;
  problems: readonly Problem[];
}

/** Problems of reading, then remarks on the result; empty sections are left out. */
export function problemSections(problems: readonly Problem[], language: Language): ProblemSection[] {
  const isRemark = (problem: Problem): boolean => costOf(problem) === 'remark';
  return [
    { heading: text('scan.problems'), problems: problems.filter((problem) => !isRemark(problem)) },
    { heading: text('scan.remarks'), problems: problems.filter(isRemark) },
  ]
    .filter((section) => section.problems.length > 0)
    .map((section) => ({ ...section, heading: say(section.heading, language) }));
}

/** The same sections as lines, one per problem. */
export function problemLines(problems: readonly Problem[], language: Language): string[][] {
  return problemSections(problems, language).map((section) => [
    section.heading,
    ...section.problems.map((problem) => `  ${problemText(problem, language)}`),
  ]);
}

/**
 * The same sections as Markdown.
 * @param mark prefix of a heading
 */
export function problemMarkdown(problems: readonly Problem[], language: Language, mark = ''): string[] {
  return problemSections(problems, language).flatMap((section) => [
    mark + section.heading,
    section.problems.map((problem) => `- ${escapeMarkdown(problemText(problem, language))}`).join('\n'),
  ]);
}
