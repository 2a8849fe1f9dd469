import { text } from '../../../../l10n/index.ts';
import { type Problem, type ReleaseStatus, type Text } from '../../../../model/index.ts';
import { lineOfParts } from '../../lines.ts';
import { auroraBranch, auroraLine } from '../../versions.ts';
import type { Page, ParsedPage, RawRelease } from '../../../source.ts';
import type { DocumentPage } from '../../../pages/blocks.ts';
import { readDocument } from '../../../pages/read.ts';
import { readFacts } from './facts.ts';
import { readItems, type PageItems } from './items.ts';
import { isOtherPage, readTitle, type PageTitle } from './title.ts';
import { htmlUrl } from '../../../aurora/guide.ts';

/**
 * Releases of one release page, in HTML or Markdown. Index pages and pages of version 1 yield neither releases nor
 * problems. Never throws.
 */
export function parseReleasePage(page: Page): ParsedPage {
  const url = htmlUrl(page.url);
  try {
    return readHtmlPage(readDocument(page), url);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return failedPage(url, text('catalogue.page.failed', { error: reason }));
  }
}

function readHtmlPage(document: DocumentPage, url: string): ParsedPage {
  const { title } = document;
  const head = readTitle(title);
  if (isOtherPage(title)) return { releases: [], problems: [] };
  if (head.versions.length === 0) return failedPage(url, unrecognised(document));
  const versions = head.versions.filter((version) => lineOfParts(version.split('.'))?.isOutside !== true);
  if (versions.length === 0) return { releases: [], problems: [] };
  const { date } = head;
  if (date === null) return failedPage(url, text('catalogue.page.noDate', { title }));
  const page = readItems(document.blocks);
  if (page.items.length === 0 && (page.hasSections || !page.hasOtherSections)) {
    return failedPage(url, text('catalogue.page.noItems', { versions }));
  }
  return {
    releases: versions.map((version) => releaseOf(version, date, head, document, page, url)),
    problems: pageProblems(document, head, page).map((message) => ({ source: url, text: message })),
  };
}

function releaseOf(
  version: string,
  date: string,
  head: PageTitle,
  document: DocumentPage,
  page: PageItems,
  url: string,
): RawRelease {
  const facts = readFacts(version, document.blocks);
  const status: ReleaseStatus[] = [...new Set([...head.status, ...facts.status])];
  return {
    product: 'aurora-mysql',
    version,
    date,
    line: auroraLine(version),
    branch: auroraBranch(version),
    lts: facts.lts,
    status,
    communityVersion: head.communityVersion ?? facts.communityVersion,
    comparedTo: facts.comparedTo,
    upgradeFrom: facts.upgradeFrom,
    osUpgrade: facts.osUpgrade,
    ...(facts.osUpgradeClasses.length > 0 && { osUpgradeClasses: facts.osUpgradeClasses }),
    url,
    items: page.items,
  };
}

/** Description of an error page with status 200, a redirecting page, or an unrelated page. */
function unrecognised(document: DocumentPage): Text {
  if (document.redirect !== null) return text('catalogue.page.redirect', { target: document.redirect });
  if (document.title === '') return text('catalogue.page.noTitle');
  return text('catalogue.page.noRelease', { title: document.title.slice(0, 200) });
}

function pageProblems(document: DocumentPage, head: PageTitle, page: PageItems): Text[] {
  const untaken = [...page.skipped].map(([section, count]) =>
    text(section === '' ? 'catalogue.page.untaken.unheaded' : 'catalogue.page.untaken', {
      versions: head.versions,
      section,
      count,
    }),
  );
  const mismatches = page.mismatches.map((link) =>
    text('catalogue.page.linkMismatch', { words: link.text, target: link.href }),
  );
  const written = writtenVersion(document);
  const agrees = written === null || head.versions.some((version) => `${version}.`.startsWith(`${written}.`));
  const versions = agrees
    ? []
    : [text('catalogue.page.versionsDiffer', { title: head.versions.join(', '), text: written })];
  return [...untaken, ...mismatches, ...versions];
}

/** Version in the paragraph "Version: 2.11.1" at the beginning of most pages. */
function writtenVersion(document: DocumentPage): string | null {
  for (const block of document.blocks) {
    const found = block.kind === 'paragraph' ? /^Version:\s*(\d+(?:\.\d+)+)/i.exec(block.inline.text) : null;
    if (found) return found[1] ?? null;
  }
  return null;
}

function failedPage(url: string, message: Text): ParsedPage {
  const problem: Problem = { source: url, text: message };
  return { releases: [], problems: [problem] };
}
