import { missingAdvisories, notesDays, uncountedUpstreamsText } from '../../analysis/index.ts';
import { say, text, type Language } from '../../l10n/index.ts';
import { locationsOf, type Finding, type Text } from '../../model/index.ts';
import { countPartsText } from '../bugs/apply-text.ts';
import { severityFilterText } from '../filter.ts';
import { placeText } from '../place-text.ts';
import { escapeMarkdown, isSafeLink, markdownLink, markdownTable } from '../markdown.ts';
import { problemMarkdown } from '../problem-text.ts';
import { foundCounts, sortFindings } from './found/found.ts';
import { foundText } from './found/found-text.ts';
import { upstreamLine } from './scan-details.ts';
import type { ScanResult } from './scan-json.ts';

type Column = 'severity' | 'finding' | 'ordinary' | 'unknown' | 'hint' | 'upstream' | 'place';

/**
 * Findings as a document: tables of findings, of versions without urgent bugs, of unknown versions and of hints, then the
 * problems of reading. Suppressed ones are left out.
 */
export function scanMarkdown(
  result: Pick<ScanResult, 'catalogue' | 'inventory' | 'findings' | 'problems' | 'filter'>,
  language: Language,
): string {
  const words = (message: Text): string => escapeMarkdown(say(message, language));
  const { decided, ordinary, unknown, hints } = sortFindings(result);
  const counts = foundCounts(result);
  const upstream = [...decided, ...ordinary, ...hints].find(({ bugs }) => bugs?.upstream)?.bugs?.upstream;
  const contained: Column[] = upstream === undefined ? [] : ['upstream'];
  const columnTitle = (column: Column): Text =>
    column === 'upstream'
      ? text('report.column.upstream', { name: upstream?.name ?? '' })
      : text(`report.column.${column}`);
  const table = (findings: readonly Finding[], columns: readonly Column[]): string[] =>
    findings.length === 0
      ? []
      : [
          markdownTable([
            columns.map((name) => words(columnTitle(name))),
            ...findings.map((finding) => columns.map((name) => cellMarkdown(finding, name, language))),
          ]),
        ];
  const isNothing =
    [decided, ordinary, unknown, hints].every(({ length }) => length === 0) && counts.unknown === 0;
  const products = result.inventory.assets.map(({ product }) => product);
  const asOf = notesDays(result.catalogue, products).named;
  const missing = [missingAdvisories(result.catalogue, products), uncountedUpstreamsText(products)];
  const filtered = severityFilterText(result.filter);
  // A filter says nothing about the findings that it leaves out.
  const nothing = filtered ?? text('report.nothing');
  const found = text('report.found', { counts: foundText(counts) });
  const parts = [
    `## ${words(text('report.heading'))}`,
    ...(isNothing ? [words(nothing)] : [words(found), ...(filtered === null ? [] : [words(filtered)])]),
    ...table(decided, ['severity', 'finding', ...contained, 'place']),
    ...table(ordinary, ['ordinary', ...contained, 'place']),
    ...table(unknown, ['unknown', 'place']),
    ...table(hints, ['hint', ...contained, 'place']),
    ...problemMarkdown(result.problems, language),
    words(text('report.asOf', { asOf })),
    ...missing.flatMap((each) => (each === null ? [] : [words(each)])),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Message of a finding, and the parts of its count if it differs from the number of listed bugs. */
function sentencesOf({ message, bugs }: Finding): Text[] {
  const parts = bugs && countPartsText([bugs]);
  return parts === null ? [message] : [message, parts];
}

function cellMarkdown(finding: Finding, column: Column, language: Language): string {
  const page = isSafeLink(finding.helpUri) ? ` ${markdownLink('→', finding.helpUri)}` : '';
  switch (column) {
    case 'severity':
      return escapeMarkdown(say(text(`severity.${finding.severity}`), language));
    case 'finding':
    case 'ordinary':
    case 'unknown':
    case 'hint':
      return `${sentencesOf(finding)
        .map((each) => escapeMarkdown(say(each, language)))
        .join(' ')}${page}`;
    case 'upstream':
      return finding.bugs?.upstream ? escapeMarkdown(say(upstreamLine(finding.bugs.upstream), language)) : '';
    case 'place':
      return locationsOf(finding)
        .map((location) => escapeMarkdown(placeText(location)))
        .join('<br>');
  }
}
