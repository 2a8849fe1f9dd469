/** Results as text, JSON, SARIF, JUnit, Markdown and CSV. */
export { accountJson, type AccountResult } from './account-json.ts';
export { isCounted } from './bugs-heading.ts';
export { bugsJson, mysqlBugUrl } from './bugs-json.ts';
export { bugsCsv, bugsJsonLines } from './bugs-lines.ts';
export { bugHeadline, bugLine, bugsMarkdown } from './bugs-markdown.ts';
export { bugsText } from './bugs-text.ts';
export { catalogueJson } from './catalogue-json.ts';
export { cveJson, cveText } from './cve.ts';
export { escapeMarkdown, isSafeLink, markdownLink } from './markdown.ts';
export { createPaint, type Paint } from './paint.ts';
export { checklistJunit, junit } from './junit.ts';
export { sarif, SARIF_LEVELS, type SarifOptions } from './sarif.ts';
export { scanCsv, scanJsonLines } from './scan-lines.ts';
export { scanMarkdown } from './scan-markdown.ts';
export { changeMarkdown } from './change-markdown.ts';
export { problemText } from './problem-text.ts';
export { readBaseline, type ReadBaseline } from './read-baseline.ts';
export { readScanFile, readScanJson, type EarlierScan } from './read-scan-json.ts';
export {
  findingJson,
  NO_PATHS,
  problemJson,
  scanJson,
  type ResultPaths,
  type ScanResult,
} from './scan-json.ts';
export { scanText, type TextOptions } from './scan-text.ts';
export { upgradeJson } from './upgrade-json.ts';
export { upgradeMarkdown } from './upgrade-markdown.ts';
export { upgradeText } from './upgrade-text.ts';
export { checklistCsv } from './checklist-csv.ts';
export { checklistJson, type ChecklistResult } from './checklist-json.ts';
export { checklistMarkdown } from './checklist-markdown.ts';
export { overviewTables, type OverviewCell, type OverviewTable } from './checklist-overview.ts';
export { noteTexts } from './checklist-rows.ts';
export { checklistText } from './checklist-text.ts';
export { incidentMarkdown } from './incident-markdown.ts';
export type { IncidentStyle } from './incident-parts.ts';
export { symptomJson, symptomMarkdown, symptomText, type AskedSymptom } from './symptom.ts';
export { supportPackMarkdown } from './support-pack-markdown.ts';
export { bothTimes, localTimeZone } from './times.ts';
