import { say, type Language } from '../../l10n/index.ts';
import { locationsOf, type Finding } from '../../model/index.ts';
import type { ListFilter } from '../../analysis/index.ts';
import { placeText } from '../place-text.ts';
import { csv } from '../csv.ts';
import { filterCell, filterJson } from '../filter.ts';
import { findingJson } from './scan-json.ts';

const COLUMNS = [
  'rule',
  'severity',
  'level',
  'applies',
  'assets',
  'message',
  'bugs',
  'place',
  'suppressed',
  'help',
  'upstreamBugs',
  'upstreamUrgent',
  'upstreamCounted',
  'filter',
];

/** Findings as CSV, one per line. The last columns count the bugs of a contained upstream. */
export function scanCsv(findings: readonly Finding[], language: Language, filter: ListFilter = {}): string {
  return csv(
    COLUMNS,
    findings.map((finding) => [...cellsOf(finding, language), filterCell(filter)]),
  );
}

function cellsOf(finding: Finding, language: Language): string[] {
  const upstream = finding.bugs?.upstream;
  return [
    finding.ruleId,
    finding.severity,
    finding.level,
    finding.applies,
    finding.assetIds.join(' '),
    say(finding.message, language),
    finding.bugIds.join(' '),
    locationsOf(finding).map(placeText).join(' '),
    finding.suppressed?.reason ?? '',
    finding.helpUri,
    String(upstream?.listed ?? ''),
    String(upstream?.urgent ?? ''),
    upstream === undefined ? '' : upstream.included === true ? 'included' : 'apart',
  ];
}

/** Findings as JSON lines, with the fields of `findings` in `--format json`. */
export function scanJsonLines(
  findings: readonly Finding[],
  language: Language,
  filter: ListFilter = {},
): string {
  return findings
    .map((finding) => `${JSON.stringify({ ...findingJson(finding, language), ...filterJson(filter) })}\n`)
    .join('');
}
