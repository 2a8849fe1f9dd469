import type { Page } from './page.ts';
import type { DocumentPage } from './blocks.ts';
import { checkLength } from './limits.ts';
import { readHtml } from './html.ts';
import { readMarkdown } from './markdown.ts';

/**
 * Reads a page in either of the vendor's formats; an error page in place of a Markdown page is still HTML.
 * @throws {FetchFailure} if the page exceeds {@link PAGE_LIMITS}
 */
export function readDocument(page: Page): DocumentPage {
  checkLength(page.body);
  const isMarkdown = /\.md(?:[?#]|$)/.test(page.url) || /markdown/i.test(page.contentType);
  const isHtml = /^\s*<(?:!doctype|html)\b/i.test(page.body);
  return isMarkdown && !isHtml ? readMarkdown(page.body) : readHtml(page.body);
}
