import { parseReleasePage } from '../../../src/products/aurora-mysql/notes/release-page/page.ts';
import type { ParsedPage, RawItem } from '../../../src/products/source.ts';
import { say } from '../../../src/l10n/index.ts';

export const GUIDE = 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraMySQLReleaseNotes/';
export const PAGE = `${GUIDE}AuroraMySQL.Updates.2311.html`;
export const TITLE = 'Aurora MySQL database engine updates 2031-05-06 (version 2.31.1) (Deprecated)';

/** A page with the wrappers of the vendor's site around its text. */
export function wrapped(content: string, title = TITLE): string {
  return `<!DOCTYPE html><html><head><title>${title} - Amazon Aurora</title></head><body class="awsdocs awsui">
    <div id="guide-toc"><ul><li>Welcome</li></ul></div>
    <div id="main-content"><div id="main-col-body"><h1 class="topictitle">${title}</h1>
    ${content}
    </div><div id="main-col-footer"><ul><li>Document conventions</li></ul></div></div></body></html>`;
}

/** Bullets as the site writes them. */
export function bullets(...texts: readonly string[]): string {
  const items = texts.map((text) => `<li class="listitem">\n<p>${text}</p>\n</li>`).join('\n');
  return `<div class="itemizedlist"><ul class="itemizedlist">\n${items}\n</ul></div>`;
}

export function parseHtml(content: string, title = TITLE): ParsedPage {
  return parseReleasePage({ url: PAGE, body: wrapped(content, title), contentType: 'text/html' });
}

export function parseMarkdown(body: string): ParsedPage {
  return parseReleasePage({ url: PAGE.replace('.html', '.md'), body, contentType: 'text/markdown' });
}

/** Items of a page about one release, which must have no problems. */
export function itemsOf(content: string, title = TITLE): readonly RawItem[] {
  const { releases, problems } = parseHtml(content, title);
  if (problems.length > 0) throw new Error(problems.map(({ text }) => say(text, 'en')).join('\n'));
  return releases[0]?.items ?? [];
}

/** `section: text` of every item. */
export function outline(items: readonly RawItem[]): string[] {
  return items.map(({ section, text }) => `${section}: ${text}`);
}
