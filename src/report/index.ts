/** Results as text, JSON, SARIF, JUnit, Markdown and CSV. */
export { accountJson, type AccountResult } from './account-json.ts';
export { bugsJson, mysqlBugUrl, upgradeJson } from './bugs-json.ts';
export { bugHeadline, bugLine, bugsMarkdown } from './bugs-markdown.ts';
export { bugsText, upgradeText } from './bugs-text.ts';
export { catalogueJson } from './catalogue-json.ts';
export { cveJson, cveText } from './cve.ts';
export { escapeMarkdown, isSafeLink, markdownLink } from './markdown.ts';
export { createPaint, type Paint } from './paint.ts';
export { findingJson, problemJson, scanJson, type ScanResult } from './scan-json.ts';
export { scanText, type TextOptions } from './scan-text.ts';
export { upgradeMarkdown } from './upgrade-markdown.ts';
export { checklistCsv } from './checklist-csv.ts';
export { checklistJson, type ChecklistResult } from './checklist-json.ts';
export { checklistMarkdown } from './checklist-markdown.ts';
export { checklistText } from './checklist-text.ts';
export { supportPackMarkdown } from './support-pack-markdown.ts';
