/** Results as text, JSON, SARIF, JUnit, Markdown and CSV. */
export { countsText, supportText, upstreamLine } from './scan/scan-details.ts';
export { accountJson, type AccountResult } from './scan/account-json.ts';
export { briefHtml } from './brief/brief-html.ts';
export { briefMarkdown } from './brief/brief-markdown.ts';
export { bugsJson } from './bugs/bugs-json.ts';
export { bugsCsv, bugsJsonLines } from './bugs/bugs-lines.ts';
export { symptomCsv, symptomJsonLines } from './incident/symptom-lines.ts';
export { bugsIntroduction, sourcesText, versionTitle } from './bugs/bugs-heading.ts';
export { upstreamIntroduction } from './bugs/upstream.ts';
export { bugDetails, bugLine, bugsMarkdown, furtherReasons } from './bugs/bugs-markdown.ts';
export { bugsText } from './bugs/bugs-text.ts';
export { upstreamBugs } from './bugs/community-bugs.ts';
export { catalogueCsv, catalogueJson, catalogueJsonLines } from './bugs/catalogue-json.ts';
export { csv } from './csv.ts';
export { cveJson, cveText } from './bugs/cve.ts';
export {
  standingCsv,
  standingJson,
  standingJsonLines,
  standingMarkdown,
  standingText,
} from './bugs/standing.ts';
export { cveCsv, cveJsonLines, cveMarkdown } from './bugs/cve-lines.ts';
export { escapeMarkdown, isSafeLink, markdownLink } from './markdown.ts';
export { createPaint } from './terminal/paint.ts';
export { foundCounts } from './scan/found/found.ts';
export { foundText, type FoundCounts } from './scan/found/found-text.ts';
export { kindFromJson } from './scan/asset-kinds.ts';
export { checklistJunit, junit } from './junit.ts';
export { sarif, SARIF_RESULTS_DEPTH } from './scan/sarif/sarif.ts';
export { scanCsv, scanJsonLines } from './scan/scan-lines.ts';
export { scanHtml } from './scan/scan-html.ts';
export { severityFilterText } from './filter.ts';
export { scanMarkdown } from './scan/scan-markdown.ts';
export { changeMarkdown } from './bugs/change-markdown.ts';
export { problemText } from './problem-text.ts';
export { readBaseline, type ReadBaseline } from './scan/earlier/read-baseline.ts';
export { readScanFile } from './scan/earlier/read-scan-file.ts';
export { readScanJson, type EarlierScan } from './scan/earlier/read-scan-json.ts';
export { NO_ROOTS, problemJson, scanJson, type ResultRoots, type ScanResult } from './scan/scan-json.ts';
export { scanText } from './scan/scan-text.ts';
export { GROUPINGS, type Grouping, type ScanTextOptions } from './scan/text-options.ts';
export { upgradeCsv, upgradeJsonLines } from './upgrade/upgrade-lines.ts';
export { upgradeJson } from './upgrade/upgrade-json.ts';
export { upgradeMarkdown } from './upgrade/upgrade-markdown.ts';
export { upgradePage } from './upgrade/upgrade-page.ts';
export {
  currentVersionLines,
  upgradeHeading,
  upgradeHeadline,
  targetSummary,
  upgradeTable,
  type SourcedSentence,
} from './upgrade/upgrade-parts.ts';
export { upgradeText } from './upgrade/upgrade-text.ts';
export { checklistCsv } from './checklist/checklist-csv.ts';
export { checklistJson, checklistJsonLines, type ChecklistResult } from './checklist/checklist-json.ts';
export { checklistMarkdown } from './checklist/checklist-markdown.ts';
export { overviewTables } from './checklist/checklist-overview.ts';
export { noteSentences } from './checklist/checklist-rows.ts';
export { checklistText } from './checklist/checklist-text.ts';
export { documentHtml } from './html/document-html.ts';
export { fragment, Html, type Part } from './html/html.ts';
export { incidentJson } from './incident/incident-json.ts';
export { incidentMarkdown } from './incident/incident-markdown.ts';
export { incidentText } from './incident/incident-text.ts';
export type { IncidentStyle } from './incident/incident-parts.ts';
export {
  symptomAnswerParts,
  symptomJson,
  symptomMarkdown,
  symptomText,
  type AnsweredBug,
} from './incident/symptom.ts';
export { supportPackMarkdown } from './incident/support-pack-markdown.ts';
export { localTimeZone } from './times.ts';
export { displayWidth, wrapText } from './terminal/wrap.ts';
