import type { BugStanding, VersionAnswer } from '../../analysis/index.ts';
import { bugTitle, say, text, type Language } from '../../l10n/index.ts';
import { csv } from '../csv.ts';
import { escapeMarkdown, textTable } from '../markdown.ts';
import type { Paint } from '../terminal/paint.ts';
import { bugsJson } from './bugs-json.ts';

/** Question "is this bug in that version?" with its answers. */
export interface StandingQuestion {
  /** A CVE, or the id of a bug. */
  number: string;
  version: VersionAnswer;
  standings: readonly BugStanding[];
}

/** JSON of `bugs PRODUCT VERSION --bug NUMBER`: that of the version, with only the bugs that the number names. */
export function standingJson({ version, standings }: StandingQuestion, language: Language): object {
  const ids = new Set(standings.map(({ bug }) => bug.id));
  const { matches, upstream } = version;
  const named = {
    ...version,
    matches: matches.filter(({ bug }) => ids.has(bug.id)),
    upstream: upstream && { ...upstream, matches: upstream.matches.filter(({ bug }) => ids.has(bug.id)) },
  };
  return { ...bugsJson(named, language), standings: linesOf(standings, language) };
}

/** The answers as text. */
export function standingText(question: StandingQuestion, language: Language, paint: Paint): string {
  const [heading, ...lines] = [headingOf(question, language), ''];
  for (const { standing, title, reason, id, url, pages = [] } of linesOf(question.standings, language)) {
    const verdict = say(text(`standing.${standing}`), language);
    lines.push(`${paint.bold(verdict)}  ${title}`, `    ${reason} · ${id}`);
    for (const page of [url ?? [], pages].flat()) lines.push(`    ${paint.dim(page)}`);
  }
  const known = question.standings.length > 0;
  return `${[heading, ...(known ? lines : ['', say(text('standing.none', { number: question.number }), language)])].join('\n')}\n`;
}

/** The answers as JSON lines. */
export function* standingJsonLines({ standings }: StandingQuestion, language: Language): Generator<string> {
  for (const line of linesOf(standings, language)) yield `${JSON.stringify({ schemaVersion: 1, ...line })}\n`;
}

const COLUMNS = ['id', 'title', 'source', 'standing', 'reason', 'url'] as const;

/** The answers as CSV. */
export function standingCsv({ standings }: StandingQuestion, language: Language): string {
  const rows = linesOf(standings, language).map((line) => COLUMNS.map((column) => line[column] ?? ''));
  return csv(COLUMNS, rows);
}

/** The answers as a document. */
export function standingMarkdown(question: StandingQuestion, language: Language): string {
  const head = ['standing.column', 'standing.bug', 'site.bug.column.why'] as const;
  const rows = linesOf(question.standings, language).map(
    ({ standing, title, reason, id, url, pages = [] }) => [
      say(text(`standing.${standing}`), language),
      `${title} (${id})`,
      [reason, url, ...pages].filter(Boolean).join(' · '),
    ],
  );
  const table = textTable([head.map((key) => say(text(key), language)), ...rows]);
  return `# ${escapeMarkdown(headingOf(question, language))}\n\n${rows.length === 0 ? escapeMarkdown(say(text('standing.none', { number: question.number }), language)) : table}\n`;
}

function headingOf({ version: { name, asOf }, number }: StandingQuestion, language: Language): string {
  return say(text('standing.heading', { name, number, asOf }), language);
}

function linesOf(standings: readonly BugStanding[], language: Language) {
  return standings.map(({ bug, standing, reason, url, pages }) => ({
    id: bug.id,
    title: say(bugTitle(bug), language),
    source: bug.product,
    standing,
    reason: say(reason, language),
    url,
    ...(pages && { pages }),
  }));
}
