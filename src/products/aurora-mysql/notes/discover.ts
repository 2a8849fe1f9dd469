import * as z from 'zod';
import { text } from '../../../l10n/index.ts';
import { type Problem } from '../../../model/index.ts';
import { lineOfParts, lines } from '../lines.ts';
import { auroraLine } from '../versions.ts';
import { failureText } from '../../pages/failure.ts';
import type { ReadPage } from '../../source.ts';
import { linksOf, type Block, type Link } from '../../pages/blocks.ts';
import { readDocument } from '../../pages/read.ts';
import { readTitle } from './release-page/title.ts';
import { guidePage, pageUrl } from './urls.ts';

const CONTENTS = 'toc-contents.json';
const WELCOME = 'Welcome.html';
/** Index pages as of 2026, used if neither the contents nor the welcome page can be read. */
const knownIndexes = (): string[] =>
  lines().flatMap(({ index, isOutside }) => (isOutside ? [] : [`AuroraMySQL.Updates.${index}Updates.html`]));
const INDEX_PAGE = /^AuroraMySQL\.Updates\.(\d+)Updates\.html$/;
const RELEASE_PAGE = /^AuroraMySQL\.Updates\.\d+\.html$/;

interface TocEntry {
  title: string;
  href: string;
  contents: TocEntry[];
}

const tocEntry: z.ZodType<TocEntry> = z.lazy(() =>
  z.object({
    title: z.string().catch(''),
    href: z.string().catch(''),
    contents: z
      .array(z.unknown())
      .catch([])
      .transform((entries) => entries.flatMap((entry) => tocEntry.safeParse(entry).data ?? [])),
  }),
);

/** Result of a read: links, or the problem that there are none. */
interface DiscoveredLinks {
  links: readonly Link[];
  problems: readonly Problem[];
}

/**
 * URLs of all release pages of versions 2 and later, from the table of contents and the index pages together, each page
 * once, in the order of its first mention. The welcome page replaces contents that name no index. A page that cannot be
 * read is a problem; the others compensate for it.
 */
export async function discoverPages(
  read: ReadPage,
): Promise<{ pages: readonly string[]; problems: readonly Problem[] }> {
  const found = [await linksFrom(read, CONTENTS)];
  if (indexesIn(found).length === 0) found.push(await linksFrom(read, WELCOME));
  const listed = indexesIn(found);
  const indexes = listed.length > 0 ? listed : knownIndexes();
  found.push(...(await Promise.all(indexes.map((name) => linksFrom(read, name)))));
  const more = indexesIn(found).filter((name) => !indexes.includes(name));
  found.push(...(await Promise.all(more.map((name) => linksFrom(read, name)))));
  const pages = releasePages(found.flatMap(({ links }) => links));
  const problems = found.flatMap((source) => source.problems);
  // Read failures have been reported already; a guide that can be read but lists nothing is reported here.
  if (pages.length === 0 && problems.length === 0) {
    problems.push({ source: pageUrl(CONTENTS), text: text('catalogue.page.noPages') });
  }
  return { pages: pages.map(pageUrl), problems };
}

async function linksFrom(read: ReadPage, name: string): Promise<DiscoveredLinks> {
  const source = pageUrl(name);
  try {
    const page = await read(source);
    const links = name === CONTENTS ? tocLinks(page.body) : pageLinks(readDocument(page).blocks);
    if (links !== null && links.some(({ href }) => guidePage(href) !== null)) return { links, problems: [] };
    return { links: [], problems: [{ source, text: text('catalogue.page.noLinks') }] };
  } catch (error) {
    return { links: [], problems: [{ source, text: failureText(error) }] };
  }
}

function tocLinks(body: string): Link[] | null {
  const parsed = tocEntry.safeParse(parseJson(body));
  return parsed.success ? flatten(parsed.data) : null;
}

function flatten(entry: TocEntry): Link[] {
  return [{ text: entry.title, href: entry.href }, ...entry.contents.flatMap(flatten)];
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}

function pageLinks(blocks: readonly Block[]): Link[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return block.inline.links;
    if (block.kind === 'list') return block.items.flatMap(linksOf);
    if (block.kind === 'table') return block.rows.flat().flatMap(({ links }) => links);
    return [];
  });
}

function indexesIn(found: readonly DiscoveredLinks[]): string[] {
  const names = found.flatMap(({ links }) => links.flatMap(({ href }) => guidePage(href) ?? []));
  return [...new Set(names)].filter((name) => {
    const index = INDEX_PAGE.exec(name);
    return index !== null && !lines().some((line) => line.isOutside && line.index === index[1]);
  });
}

/** File names of release pages. Excludes a page if every link that names a version belongs to an excluded line. */
function releasePages(links: readonly Link[]): string[] {
  const lines = new Map<string, Set<string>>();
  for (const link of links) {
    const name = guidePage(link.href);
    if (name === null || !RELEASE_PAGE.test(name)) continue;
    const known = lines.get(name) ?? new Set();
    for (const version of readTitle(link.text).versions) known.add(auroraLine(version));
    lines.set(name, known);
  }
  return [...lines]
    .filter(
      ([, known]) =>
        known.size === 0 || [...known].some((name) => lineOfParts(name.split('.'))?.isOutside !== true),
    )
    .map(([name]) => name);
}
