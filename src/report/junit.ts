import { say, type Language } from '../l10n/index.ts';
import {
  SEVERITY_OF_CHECK,
  isFileLocation,
  isOnlyUnknown,
  locationsOf,
  meetsFailOn,
  unicodeEscape,
  escapeInvisible,
  escapeInvisibleLines,
  escapeInvisiblePath,
  type CheckRow,
  type FailOn,
  type Finding,
  type Location,
} from '../model/index.ts';
import type { ChecklistResult } from './checklist/checklist-json.ts';
import { placeText } from './place-text.ts';

/** A test case of JUnit. Only failures count; a skipped case has its reason. */
interface Case {
  suite: string;
  /** The rule. */
  classname: string;
  /** Subject of the case. */
  name: string;
  outcome:
    | { kind: 'passed'; message: string }
    | { kind: 'skipped'; message: string }
    | { kind: 'failure'; type: string; message: string; details: string };
}

/**
 * Findings as JUnit XML: one case each, one suite per file. A case fails at or above the severity. All others, and
 * those in examples, pass with their message; suppressed ones and unknown versions are skipped.
 */
export function junit(findings: readonly Finding[], failFrom: FailOn, language: Language): string {
  return document(findings.map((finding) => findingCase(finding, failFrom, language)));
}

/**
 * The checklist as JUnit XML. Unknown answers are skipped with the missing information; checks that do not apply are left
 * out.
 */
export function checklistJunit(
  { rows, findings }: Pick<ChecklistResult, 'rows' | 'findings'>,
  failFrom: FailOn,
  language: Language,
): string {
  const asked = rows.filter(({ answer }) => answer !== 'not-applicable');
  return document([
    ...findings.map((finding) => findingCase(finding, failFrom, language)),
    ...asked.map((row) => rowCase(row, failFrom, language)),
  ]);
}

function findingCase(finding: Finding, failFrom: FailOn, language: Language): Case {
  const { ruleId, assetId, severity, suppressed, isExample, location, helpUri } = finding;
  const message = say(finding.message, language);
  const about = { suite: suiteOf(location), classname: ruleId, name: assetId };
  if (suppressed !== null) return { ...about, outcome: { kind: 'skipped', message: suppressed.reason } };
  if (isExample === true || !meetsFailOn(finding, failFrom))
    return { ...about, outcome: { kind: isOnlyUnknown(finding) ? 'skipped' : 'passed', message } };
  const details = [...locationsOf(finding).map(placeText), helpUri].join('\n');
  return { ...about, outcome: { kind: 'failure', type: severity, message, details } };
}

function rowCase(row: CheckRow, failFrom: FailOn, language: Language): Case {
  const { id, assetId, answer, level, accepted, isExample, location, helpUri } = row;
  const message = say(row.evidence, language);
  const about = { suite: suiteOf(location), classname: `check/${id}`, name: assetId };
  if (answer === 'unknown') return { ...about, outcome: { kind: 'skipped', message } };
  if (
    answer !== 'fail' ||
    isExample === true ||
    !meetsFailOn({ severity: SEVERITY_OF_CHECK[level], bugs: null }, failFrom)
  )
    return { ...about, outcome: { kind: 'passed', message } };
  if (accepted !== null) return { ...about, outcome: { kind: 'skipped', message: accepted.reason } };
  const details = [placeText(location), ...(row.fix === null ? [] : [row.fix.command]), helpUri].join('\n');
  return { ...about, outcome: { kind: 'failure', type: level, message, details } };
}

function suiteOf(location: Location): string {
  return isFileLocation(location) ? escapeInvisiblePath(location.file) : location.arn;
}

function document(cases: readonly Case[]): string {
  const suites = [...Map.groupBy(cases, ({ suite }) => suite)];
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="Errata Lens" ${countAttributes(cases)}>`,
    ...suites.flatMap(([suite, own]) => [
      `  <testsuite name="${attribute(suite)}" ${countAttributes(own)}>`,
      ...own.flatMap(caseLines),
      '  </testsuite>',
    ]),
    '</testsuites>',
  ];
  return `${lines.join('\n')}\n`;
}

function countAttributes(cases: readonly Case[]): string {
  const count = (kind: Case['outcome']['kind']): number =>
    cases.filter(({ outcome }) => outcome.kind === kind).length;
  return `tests="${cases.length}" failures="${count('failure')}" errors="0" skipped="${count('skipped')}"`;
}

function caseLines({ classname, name, outcome }: Case): string[] {
  return [
    `    <testcase classname="${attribute(classname)}" name="${attribute(name)}">`,
    `      ${outcomeXml(outcome)}`,
    '    </testcase>',
  ];
}

function outcomeXml(outcome: Case['outcome']): string {
  const message = attribute(outcome.message);
  switch (outcome.kind) {
    case 'passed':
      return `<system-out>${message}</system-out>`;
    case 'skipped':
      return `<skipped message="${message}"/>`;
    case 'failure':
      return `<failure type="${attribute(outcome.type)}" message="${message}">${escapeXml(outcome.details)}</failure>`;
  }
}

/** Escapes an attribute, with line breaks as well: a parser would read them as spaces. */
function attribute(words: string): string {
  return escapeXml(escapeInvisible(words));
}

/** Escapes text. Most control characters do not exist in XML 1.0, so they are shown as escape sequences. */
function escapeXml(words: string): string {
  return escapeInvisibleLines(words)
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, unicodeEscape)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
