import { say, text, type Language } from '../../l10n/index.ts';
import { documentHtml } from '../html/document-html.ts';
import { fragment } from '../html/html.ts';
import { sortFindings } from './found/found.ts';
import { scanMarkdown } from './scan-markdown.ts';
import type { ScanResult } from './scan-json.ts';

/** Findings as an HTML document, with a filter for versions that contain an upstream with known bugs. */
export function scanHtml(
  result: Pick<ScanResult, 'catalogue' | 'inventory' | 'findings' | 'problems' | 'filter'>,
  language: Language,
): string {
  const { decided, ordinary, hints } = sortFindings(result);
  const upstreams = [...decided, ...ordinary, ...hints].flatMap(({ bugs }) => bugs?.upstream ?? []);
  const [first] = upstreams;
  const markdown = scanMarkdown(result, language);
  if (first === undefined) return documentHtml(markdown, language);
  const label = say(text('report.onlyUpstream', { name: first.name, count: upstreams.length }), language);
  const filter = fragment`<p class="filter"><label><input type="checkbox" id="only-upstream"> ${label}</label></p>\n`;
  return documentHtml(markdown, language, filter);
}
