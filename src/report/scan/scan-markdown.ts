import { missingAdvisories, notesDays, uncountedUpstreamsText } from '../../analysis/index.ts';
import { say, text, type Language } from '../../l10n/index.ts';
import { locationsOf, type Finding } from '../../model/index.ts';
import { placeText } from '../place-text.ts';
import { escapeMarkdown, isSafeLink, markdownLink, markdownTable } from '../markdown.ts';
import { problemMarkdown } from '../problem-text.ts';
import type { ScanResult } from './scan-json.ts';

/** Findings as a document: a table, then the problems of reading. Suppressed ones are left out. */
export function scanMarkdown(
  result: Pick<ScanResult, 'catalogue' | 'inventory' | 'findings' | 'problems'>,
  language: Language,
): string {
  const words = (message: ReturnType<typeof text>): string => escapeMarkdown(say(message, language));
  const shown = result.findings.filter(({ suppressed }) => suppressed === null);
  const head = (['severity', 'finding', 'place'] as const).map((name) =>
    words(text(`report.column.${name}`)),
  );
  const table = [head, ...shown.map((finding) => cells(finding, language))];
  const products = result.inventory.assets.map(({ product }) => product);
  const asOf = notesDays(result.catalogue, products).words;
  const missing = [missingAdvisories(result.catalogue, products), uncountedUpstreamsText(products)];
  const parts = [
    `## ${words(text('report.heading'))}`,
    shown.length === 0 ? words(text('report.nothing')) : markdownTable(table),
    ...problemMarkdown(result.problems, language),
    words(text('report.asOf', { asOf })),
    ...missing.flatMap((each) => (each === null ? [] : [words(each)])),
  ];
  return `${parts.join('\n\n')}\n`;
}

function cells(finding: Finding, language: Language): string[] {
  const page = isSafeLink(finding.helpUri) ? ` ${markdownLink('→', finding.helpUri)}` : '';
  return [
    escapeMarkdown(say(text(`severity.${finding.severity}`), language)),
    `${escapeMarkdown(say(finding.message, language))}${page}`,
    locationsOf(finding)
      .map((location) => escapeMarkdown(placeText(location)))
      .join('<br>'),
  ];
}
