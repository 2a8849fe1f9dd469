import type { Page } from './page.ts';
import type { DocumentPage } from './blocks.ts';
import { checkLength } from './limits.ts';
import { readHtml } from './html.ts';
import { readMarkdown } from './markdown.ts';

/**
 * A page in either of the forms that the vendor offers; an error page in a Markdown page's place is HTML all the same.
 * @throws {FetchFailure} for a page that is beyond {@link PAGE_LIMITS}
 */
export function readDocument(page: Page): DocumentPage {
  checkLength(page.body);
  const isMarkdown = /\.md(?:[?#]|$)/.test(page.url) || /markdown/i.test(page.contentType);
  const isHtml = /^\s*<(?:!doctype|html)\b/i.test(page.body);
  return isMarkdown && !isHtml ? readMarkdown(page.body) : readHtml(page.body);
}
