import { text } from '../../../l10n/index.ts';
import { htmlUrl } from '../../aurora/guide.ts';
import type { Block } from '../../pages/blocks.ts';
import { readDocument } from '../../pages/read.ts';
import type { Page, ParsedPage } from '../../source.ts';

/** Content of a page; an empty or unreadable page is a problem. Never throws. */
export function readPage(
  page: Page,
  parse: (blocks: readonly Block[], url: string) => Pick<ParsedPage, 'releases' | 'additions'>,
): ParsedPage {
  const url = htmlUrl(page.url);
  try {
    const parsed = parse(readDocument(page).blocks, url);
    const isEmpty = parsed.releases.length === 0 && (parsed.additions ?? []).length === 0;
    const problems = isEmpty ? [{ source: url, text: text('catalogue.page.noPages') }] : [];
    return { ...parsed, problems };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      releases: [],
      problems: [{ source: url, text: text('catalogue.page.failed', { error: reason }) }],
    };
  }
}
