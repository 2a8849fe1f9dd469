import { say, type Language } from '../l10n/index.ts';
import { compareSeverity, isFileLocation, type Finding, type Severity } from '../model/index.ts';
import { placeText } from './checklist-rows.ts';

/**
 * Findings as JUnit XML, one case each, a suite a file. A case fails at or above the severity; others are reported as
 * passed with their sentence, suppressed ones as skipped.
 */
export function junit(findings: readonly Finding[], failFrom: Severity, language: Language): string {
  const suites = [...Map.groupBy(findings, suiteOf)];
  const count = (list: readonly Finding[]): string => {
    const failures = list.filter((finding) => isFailure(finding, failFrom)).length;
    const skipped = list.filter(({ suppressed }) => suppressed !== null).length;
    return `tests="${list.length}" failures="${failures}" errors="0" skipped="${skipped}"`;
  };
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="Errata Lens" ${count(findings)}>`,
  ];
  for (const [suite, own] of suites) {
    lines.push(`  <testsuite name="${escapeXml(suite)}" ${count(own)}>`);
    for (const finding of own) lines.push(...caseLines(finding, failFrom, language));
    lines.push('  </testsuite>');
  }
  lines.push('</testsuites>');
  return `${lines.join('\n')}\n`;
}

function suiteOf({ location }: Finding): string {
  return isFileLocation(location) ? location.file : location.arn;
}

function isFailure({ severity, suppressed }: Finding, failFrom: Severity): boolean {
  return suppressed === null && compareSeverity(severity, failFrom) <= 0;
}

function caseLines(finding: Finding, failFrom: Severity, language: Language): string[] {
  const { ruleId, assetId, severity, suppressed } = finding;
  const message = escapeXml(say(finding.message, language));
  const open = `    <testcase classname="${escapeXml(ruleId)}" name="${escapeXml(assetId)}">`;
  const body = (): string => {
    if (suppressed !== null) return `<skipped message="${escapeXml(suppressed.reason)}"/>`;
    if (!isFailure(finding, failFrom)) return `<system-out>${message}</system-out>`;
    const place = escapeXml(placeText(finding.location));
    return `<failure type="${severity}" message="${message}">${place}\n${escapeXml(finding.helpUri)}</failure>`;
  };
  return [open, `      ${body()}`, '    </testcase>'];
}

/** XML 1.0 has no way to write most control characters: they are left out. */
function escapeXml(words: string): string {
  return words
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
