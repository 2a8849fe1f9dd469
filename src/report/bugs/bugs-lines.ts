import type { VersionAnswer } from '../../analysis/index.ts';
import { say, type Language } from '../../l10n/index.ts';
import type { BugMatch } from '../../model/index.ts';
import { allBugsJson, sourcedMatches } from './bugs-json.ts';
import { csv } from '../csv.ts';
import { filterCell, filterJson } from '../filter.ts';
import { filterText } from './bugs-heading.ts';

/*
 * Every line has the columns that state the coverage. An answer without bugs is one line without an id, because empty
 * output would read as an all-clear.
 */

export const COLUMNS = [
  'product',
  'version',
  'coverage',
  'id',
  'urgency',
  'severity',
  'impact',
  'confidence',
  'title',
  'fixedIn',
  'inVersions',
  'cves',
  'features',
  'reason',
  'url',
  'source',
  'upstreamVersion',
  'filter',
];

/** Known bugs of a version as CSV, one per line. */
export function bugsCsv(answer: VersionAnswer, language: Language): string {
  const { product, version, coverage } = answer.covered;
  const filter = filterCell(answer.filter ?? {});
  const lines = sourcedMatches(answer).map(({ match, source, upstreamVersion }) => [
    ...bugCells(match, language),
    source,
    upstreamVersion ?? '',
    filter,
  ]);
  const cells = lines.length === 0 ? [emptyCells(standingOf(answer, language), filter)] : lines;
  return csv(
    COLUMNS,
    cells.map((each) => [product, version, coverage, ...each]),
  );
}

/** Known bugs as JSON lines: each has the fields of `--format json`, and the version. */
export function bugsJsonLines(answer: VersionAnswer, language: Language): string {
  const { product, version, coverage } = answer.covered;
  const about = { schemaVersion: 1, product, version, coverage, ...filterJson(answer.filter ?? {}) };
  const lines = allBugsJson(answer, language).map((bug) => ({ ...about, ...bug }));
  const none = { ...about, id: null, reason: standingOf(answer, language) };
  return (lines.length === 0 ? [none] : lines).map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** Reason for an answer without bugs. */
function standingOf(answer: VersionAnswer, language: Language): string {
  const filter = answer.covered.versions.length > 0 ? filterText(answer) : null;
  return [...answer.standing, ...(filter === null ? [] : [filter])]
    .map((sentence) => say(sentence, language))
    .join(' ');
}

export function bugCells(match: BugMatch, language: Language): string[] {
  const { bug, urgency, confidence, fixedIn, inVersions = [], reason, url } = match;
  return [
    bug.id,
    urgency.level,
    bug.severity,
    bug.impact,
    confidence,
    bug.title,
    fixedIn.join(' '),
    inVersions.join(' '),
    bug.cves.join(' '),
    bug.features.join(' '),
    say(reason, language),
    url ?? '',
  ];
}

/** Cells of an answer without bugs: only the reason and the filter are filled. */
export function emptyCells(reason: string, filter = ''): string[] {
  const filled: Readonly<Record<string, string>> = { reason, filter };
  return COLUMNS.slice(3).map((column) => filled[column] ?? '');
}
