import type { BugStanding, VersionAnswer } from '../../analysis/index.ts';
import { bugTitle, say, text, type Language } from '../../l10n/index.ts';
import { csv } from '../csv.ts';
import { escapeMarkdown, markdownTable, pageLink } from '../markdown.ts';
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
  const answers = linesOf(question.standings, language).flatMap(
    ({ standing, title, reason, id, url, pages = [] }) => [
      `${paint.bold(say(text(`standing.${standing}`), language))}  ${title}`,
      `    ${reason} · ${id}`,
      ...[url ?? [], pages].flat().map((page) => `    ${paint.dim(page)}`),
    ],
  );
  const lines = answers.length === 0 ? [noneText(question, language)] : answers;
  const introduction = introductionOf(question, language).flatMap((sentence) => [sentence, '']);
  return `${[headingOf(question, language), '', ...introduction, ...lines].join('\n')}\n`;
}

/** The answers as JSON lines; a line without an id if there is none. */
export function* standingJsonLines(question: StandingQuestion, language: Language): Generator<string> {
  const lines = linesOf(question.standings, language);
  const none = { id: null, reason: noneText(question, language) };
  for (const line of lines.length === 0 ? [none] : lines)
    yield `${JSON.stringify({ schemaVersion: 1, ...line })}\n`;
}

const COLUMNS = ['id', 'title', 'source', 'standing', 'reason', 'url'] as const;

/** The answers as CSV; a row with only a reason if there is none. */
export function standingCsv(question: StandingQuestion, language: Language): string {
  const rows = linesOf(question.standings, language).map((line) =>
    COLUMNS.map((column) => line[column] ?? ''),
  );
  const none = COLUMNS.map((column) => (column === 'reason' ? noneText(question, language) : ''));
  return csv(COLUMNS, rows.length === 0 ? [none] : rows);
}

/** The answers as a document. */
export function standingMarkdown(question: StandingQuestion, language: Language): string {
  const columns = (['standing.column', 'standing.bug', 'site.bug.column.why'] as const).map((key) =>
    escapeMarkdown(say(text(key), language)),
  );
  const rows = linesOf(question.standings, language).map(
    ({ standing, title, reason, id, url, pages = [] }) => [
      escapeMarkdown(say(text(`standing.${standing}`), language)),
      escapeMarkdown(`${title} (${id})`),
      [escapeMarkdown(reason), ...[url ?? [], pages].flat().map(pageLink)].join(' · '),
    ],
  );
  const heading = `# ${escapeMarkdown(headingOf(question, language))}`;
  const answers =
    rows.length === 0 ? escapeMarkdown(noneText(question, language)) : markdownTable([columns, ...rows]);
  const introduction = introductionOf(question, language).map(escapeMarkdown);
  return `${[heading, ...introduction, answers].join('\n\n')}\n`;
}

function headingOf({ version: { name, asOf }, number }: StandingQuestion, language: Language): string {
  return say(text('standing.heading', { name, number, asOf }), language);
}

/** Sentence on releases that may have been out, too. */
function introductionOf({ version: { perhapsLater } }: StandingQuestion, language: Language): string[] {
  return perhapsLater === null ? [] : [say(perhapsLater, language)];
}

/** Reason for an answer without bugs: no notes of a covered version name the number, or the version is not covered. */
function noneText({ number, version }: StandingQuestion, language: Language): string {
  const { covered, standing } = version;
  if (covered.versions.length > 0) return say(text('standing.none', { number }), language);
  return standing.map((each) => say(each, language)).join(' ');
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
