import type { Location as SarifLocation, Log, Result as SarifResult, Suppression } from 'sarif';
import { adviceJson } from '../../../analysis/index.ts';
import { say, text, type Language } from '../../../l10n/index.ts';
import {
  compareSeverity,
  isFileLocation,
  locationsOf,
  type CheckRow,
  type Finding,
  type KnownBug,
  type Location,
  type Severity,
  type Text,
} from '../../../model/index.ts';
import { otherPlaces } from '../other-places.ts';
import { type Level, type Rule, ruleOf, levelOf, ruleJson } from './rules.ts';
import { createHash } from 'node:crypto';

export interface SarifOptions {
  language: Language;
  /** Version of Errata Lens. */
  version: string;
  /** Bugs of the catalogue, to find a finding's CVEs. */
  bugs: readonly KnownBug[];
  /** Returns the path of a file from the root of its repository, as code scanning expects it. */
  inRepository: (file: string) => string;
  /** Failed checks, in addition to the findings. */
  rows?: readonly CheckRow[];
}

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/**
 * Scores by which code scanning sorts CVEs: the lowest score of each CVSS v3 band, because the notes state at most the
 * band. CVEs without a rating count as medium. Source: GitHub, "SARIF support for code scanning", security-severity.
 */
const SECURITY_SEVERITY: Record<Severity, string> = {
  critical: '9.0',
  high: '7.0',
  medium: '4.0',
  unrated: '4.0',
  low: '0.1',
};

/** Name of the repository's root in code scanning. */
const REPOSITORY = '%SRCROOT%';

interface Result {
  rule: Rule;
  level: Level;
  message: Text;
  /** Places that a fix changes. Readers that support only one place use the first. */
  locations: readonly Location[];
  related: Finding['related'];
  fingerprint: string;
  suppressed: { by: string; reason: string } | null;
  properties: object;
}

/** Depth of the list of results in a log. */
export const SARIF_RESULTS_DEPTH = 4;

/** Findings as a SARIF 2.1.0 log. Findings about versions are at most warnings. */
export function sarif(findings: readonly Finding[], options: SarifOptions): Log {
  const results = [
    ...findings.flatMap((finding) => [
      findingResult(finding, options.language),
      ...cveResults(finding, options),
    ]),
    ...(options.rows ?? []).filter(({ answer }) => answer === 'fail').map(checkResult),
  ];
  const rules = [...new Map(results.map(({ rule }) => [rule.id, rule])).values()];
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Errata Lens',
            version: options.version,
            language: options.language === 'en' ? 'en-US' : 'ja-JP',
            rules: rules.map((rule) => ruleJson(rule, options.language)),
          },
        },
        // The root's path is not in the log, because it differs between machines.
        originalUriBaseIds: {
          [REPOSITORY]: { description: { text: say(text('sarif.repository'), options.language) } },
        },
        columnKind: 'utf16CodeUnits',
        results: results.map((result) => resultJson(result, rules, options)),
      },
    ],
  };
}

function findingResult(finding: Finding, language: Language): Result {
  const { ruleId, severity, level, applies, bugIds, assetIds, message, suppressed } = finding;
  return {
    rule: ruleOf(ruleId, finding.helpUri),
    level: levelOf(level),
    message,
    locations: locationsOf(finding),
    related: [...otherPlaces(finding), ...finding.related],
    fingerprint: fingerprintOf(finding),
    suppressed,
    properties: {
      ...{ severity, applies, assetIds, bugIds },
      ...(finding.bugs !== null && { advice: adviceJson(finding.bugs.advice, language) }),
    },
  };
}

/** Separate results for the CVEs of a finding, so that only security problems have a security severity. */
function cveResults(finding: Finding, { bugs, language }: SarifOptions): Result[] {
  const ids = new Set(finding.bugIds);
  const security = ids.size === 0 ? [] : bugs.filter(({ id, cves }) => ids.has(id) && cves.length > 0);
  const worst = security.map(({ severity }) => severity).sort(compareSeverity)[0];
  if (worst === undefined) return [];
  const cves = [...new Set(security.flatMap((bug) => bug.cves))].sort();
  const rule: Rule = {
    id: `known-cves/${worst}`,
    title: text('rule.known-cves'),
    help: text('rule.known-cves.help'),
    helpUri: finding.helpUri,
    level: 'warning',
    securitySeverity: SECURITY_SEVERITY[worst],
  };
  return [
    {
      ...findingResult(finding, language),
      rule,
      message: text('report.cves', { count: cves.length, cves }),
      fingerprint: hash(['known-cves', fingerprintOf(finding)]),
      properties: { severity: worst, cves },
    },
  ];
}

function checkResult(row: CheckRow): Result {
  const { id, assetId, title, why, evidence, accepted, isExample, location, helpUri, level } = row;
  return {
    rule: { id: `check/${id}`, title, help: why, helpUri, level: 'warning', securitySeverity: null },
    level: level === 'must' && isExample !== true ? 'warning' : 'note',
    message: evidence,
    locations: [location],
    related: [],
    fingerprint: hash([`check/${id}`, assetId]),
    suppressed: accepted === null ? null : { by: '.errata-lens.yaml', reason: accepted.reason },
    properties: { level, assetIds: [assetId] },
  };
}

function resultJson(
  result: Result,
  rules: readonly Rule[],
  { language, inRepository }: SarifOptions,
): SarifResult {
  const { rule, level, message, locations, related, fingerprint, suppressed, properties } = result;
  return {
    ruleId: rule.id,
    ruleIndex: rules.findIndex(({ id }) => id === rule.id),
    level,
    message: { text: say(message, language) },
    locations: locations.map((location) => locationJson(location, inRepository)),
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((use, id) => ({
            id,
            ...locationJson(use.location, inRepository),
            message: { text: say(use.message, language) },
          })),
        }),
    partialFingerprints: { 'errataLens/v1': fingerprint },
    ...(suppressed === null ? {} : { suppressions: [suppressionJson(suppressed, locations)] }),
    properties,
  };
}

function suppressionJson(
  suppressed: { by: string; reason: string },
  locations: readonly Location[],
): Suppression {
  const kind = locations.some((location) => isSuppressedInSource(suppressed, location))
    ? 'inSource'
    : 'external';
  return { kind, status: 'accepted', justification: suppressed.reason };
}

/** True if a comment in the finding's file suppresses it, and not `.errata-lens.yaml` or a baseline. */
function isSuppressedInSource({ by }: { by: string }, location: Location): boolean {
  return isFileLocation(location) && by === location.file;
}

function locationJson(location: Location, inRepository: SarifOptions['inRepository']): SarifLocation {
  if (!isFileLocation(location)) {
    return { logicalLocations: [{ fullyQualifiedName: location.arn, kind: 'resource' }] };
  }
  const { file, line, column, endLine, endColumn } = location;
  return {
    physicalLocation: {
      artifactLocation: {
        uri: inRepository(file).split('/').map(encodeURIComponent).join('/'),
        uriBaseId: REPOSITORY,
      },
      region: { startLine: line, startColumn: column, endLine, endColumn },
    },
  };
}

/**
 * Identity of a finding across scans: its rule, asset and version. Lines move, and counts of bugs grow with the catalogue,
 * so neither is part of it.
 */
export function fingerprintOf({ ruleId, assetId, bugs }: Finding): string {
  return hash([ruleId, assetId, bugs?.version ?? '']);
}

/** 32 hex digits, computed from the parts alone. */
function hash(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
