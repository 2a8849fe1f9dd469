import { OS_RELEASE, osVersionDay, readOsVersion, type AmazonLinuxWithNotes } from '../versions.ts';
import { findDay } from '../../pages/dates.ts';
import { linksOf, fullText, type Block, type DocumentPage, type Link } from '../../pages/blocks.ts';
import type { RawItem, RawRelease } from '../../source.ts';
import { osRelease } from './os-release.ts';

/** Row of an index: the linked page and its words. */
interface Row {
  links: readonly Link[];
  words: string;
}

/** Longest delay in days between the freeze of the packages and publication; anything longer is a typing error. */
const MAX_DELAY_DAYS = 90;

/**
 * Releases of an index with their days: from a table of changes or a list of links. If table cells have become
 * paragraphs, the words up to the first day after a link belong to it. Excludes release candidates.
 */
export function listedReleases(
  product: AmazonLinuxWithNotes,
  document: DocumentPage,
  resolve: (href: string) => string | null,
): RawRelease[] {
  const found = new Map<string, RawRelease>();
  for (const { links, words } of joinedRows(document)) {
    const url = links.map(({ href }) => resolve(href)).find((page) => page !== null);
    const version = readOsVersion(product, OS_RELEASE[product].exec(words)?.[1] ?? '');
    if (url === undefined || version === null || /release candidate/i.test(words)) continue;
    const release = osRelease(product, version, dayOf(version, words), url);
    const known = found.get(version);
    const first = known === undefined || release.date < known.date ? release : known;
    const marks = known !== undefined && known.items.length > 0 ? known.items : recallMark(version, words);
    found.set(version, { ...first, items: marks });
  }
  return [...found.values()];
}

/** Notice that a release was recalled; the index marks it even if its own page is gone. */
function recallMark(version: string, words: string): RawItem[] {
  const isMarked = words.includes(version) && /\(recalled\)/i.test(words);
  return isMarked
    ? [{ section: 'Recalled', text: `${version} (recalled)`, cves: [], communityBugs: [] }]
    : [];
}

function dayOf(version: string, words: string): string {
  const frozen = osVersionDay(version) ?? '';
  const announced = findDay(words);
  if (announced === null || announced < frozen) return frozen;
  const delay = (Date.parse(announced) - Date.parse(frozen)) / 86_400_000;
  return delay > MAX_DELAY_DAYS ? frozen : announced;
}

function joinedRows(document: DocumentPage): Row[] {
  const rows: Row[] = [];
  for (const row of document.blocks.flatMap(rowsOf)) {
    const last = rows.at(-1);
    if (row.links.length > 0) rows.push(row);
    else if (last && findDay(last.words) === null) last.words += ` ${row.words}`;
  }
  return rows;
}

function rowsOf(block: Block): Row[] {
  if (block.kind === 'heading') return [];
  if (block.kind === 'paragraph') return [{ links: block.inline.links, words: block.inline.text }];
  if (block.kind === 'list')
    return block.items.map((item) => ({ links: linksOf(item), words: fullText(item) }));
  return block.rows.map((cells) => ({
    links: cells.flatMap(({ links }) => links),
    words: cells.map(({ text }) => text).join(' '),
  }));
}

/** Addresses of all links of a page, in order. */
export function linkTargets(document: DocumentPage): string[] {
  return document.blocks.flatMap(rowsOf).flatMap(({ links }) => links.map(({ href }) => href));
}
