import { text } from '../../../l10n/index.ts';
import { inlinesOf, linksOf, nestedLists, type Block, type ListItem } from '../../pages/blocks.ts';
import { readDocument } from '../../pages/read.ts';
import type { Page, ParsedPage, RawItem } from '../../source.ts';
import { tasksIn } from './after-update.ts';
import { commitsOfLinks } from './commits.ts';
import { itemOf } from './items.ts';
import { newRelease } from './release.ts';

/** `E.3. Release 17.10`, `Release 16.14 #`. */
const RELEASE_TITLE = /(?:^|\s)Release (\d+(?:\.\d+)+)\b/;
const RELEASE_DATE = /^Release date:\s*(\d{4}-\d{2}-\d{2})/;
const MIGRATION = /\bMigration to Version\b/;

/** The page of one minor release. */
export function parseReleasePage(page: Page): ParsedPage {
  const { blocks } = readDocument(page);
  const version = blocks
    .flatMap((block) => (block.kind === 'heading' ? (RELEASE_TITLE.exec(block.text)?.[1] ?? []) : []))
    .at(0);
  const date = paragraphsOf(blocks).flatMap((words) => RELEASE_DATE.exec(words)?.[1] ?? [])[0];
  if (version === undefined || date === undefined)
    return { releases: [], problems: [{ source: page.url, text: text('postgresql.notes.empty') }] };
  const items: RawItem[] = [];
  const migration: string[] = [];
  let section = '';
  for (const block of blocks) {
    if (block.kind === 'heading') section = block.text;
    else if (block.kind === 'paragraph' && MIGRATION.test(section)) migration.push(block.inline.text);
    else if (block.kind === 'list' && /\bChanges\b/.test(section))
      items.push(...block.items.flatMap((item) => itemOfList(item, version) ?? []));
  }
  return { releases: [newRelease(version, date, items, tasksIn(migration, items))], problems: [] };
}

function paragraphsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? block.inline.text : []));
}

function itemOfList(item: ListItem, version: string): RawItem | null {
  const links = linksOf(item);
  return itemOf('Changes', paragraphsIn(item), commitsOfLinks(links, version));
}

function paragraphsIn(item: ListItem): string[] {
  return [
    ...inlinesOf(item).map(({ text: words }) => words.replaceAll('§', ' ').trimEnd()),
    ...nestedLists(item).flatMap((list) => list.items.flatMap(paragraphsIn)),
  ].filter((words) => words !== '');
}
