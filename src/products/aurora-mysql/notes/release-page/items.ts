import type { RawItem } from '../../../source.ts';
import {
  codeOf,
  fullText,
  linksOf,
  nestedLists,
  ownText,
  type Block,
  type Link,
  type List,
  type ListItem,
  type Paragraph,
} from '../../../pages/blocks.ts';
import { cvesIn, cvesOf, mismatchedCveLinks } from '../../../aurora/cves.ts';
import { mysqlBugsOf } from './references.ts';
import { isCommunitySection, isTitleWithoutSection, scopeOf, sectionName, type Scope } from './sections.ts';
import { bulletsOf, isSubPoint } from '../../../aurora/sub-points.ts';
import { BOLD, PLAIN, isPlainLabel, continuesBullet, isLabel, isNavigation } from './bullets.ts';

/** Items of a page, and notable content that is not an item. */
export interface PageItems {
  items: readonly RawItem[];
  /** Number of bullets under each heading of unknown kind. */
  skipped: ReadonlyMap<string, number>;
  /** Links whose words name one CVE and whose address another. */
  mismatches: readonly Link[];
  /** True if the page has a section of improvements, features, fixes, highlights or community fixes. */
  hasSections: boolean;
  /** True if another section has bullets that are not items. */
  hasOtherSections: boolean;
}

interface Reading {
  /** Kind of the current section; bullets before the first one belong to none. */
  scope: Scope;
  /** Level of the heading or label that opened the section; categories inside are deeper. */
  level: number;
  section: string;
  /** Paragraph that names bugs or CVEs: an introduction if a list follows, else an item. */
  pending: Paragraph | null;
  /** CVEs that the label or introduction names for the bullets below. */
  announced: readonly string[];
  items: RawItem[];
  /** Last independent bullet, as long as only its continuation has followed. */
  open: RawItem | null;
  skipped: Map<string, number>;
  mismatches: Link[];
  scopes: Set<Scope>;
}

/**
 * Finds the items of a release page: the top-level bullets of its improvement, feature, fix, highlight and community
 * sections, with their nested lists inside. Only the words of headings and labels decide, never ids or classes: a
 * section's heading can have any level, or be a bold paragraph or list item. Rules for irregular pages:
 * - A paragraph is an item only if it names bugs or CVEs and no list follows it.
 * - A paragraph after an unfinished bullet ("… of certain SELECT" / "statements could …") continues that bullet.
 * - If a page lost the nesting of a list, its parts are beside the bullet that they belong to. They remain items, so
 *   that nothing is lost, but are marked as sub-points, and the bugs that they name are the bullet's.
 */
export function readItems(blocks: readonly Block[]): PageItems {
  const reading: Reading = {
    scope: 'unknown',
    level: 0,
    section: '',
    pending: null,
    announced: [],
    items: [],
    open: null,
    skipped: new Map(),
    mismatches: [],
    scopes: new Set(),
  };
  for (const block of blocks) readBlock(reading, block);
  settlePending(reading);
  return {
    items: reading.items,
    skipped: reading.skipped,
    mismatches: reading.mismatches,
    hasSections: reading.scopes.has('main') || reading.scopes.has('in'),
    hasOtherSections: reading.scopes.has('out'),
  };
}

function readBlock(reading: Reading, block: Block): void {
  if (block.kind === 'heading') {
    if (!isTitleWithoutSection(block.text)) openSection(reading, block.text, block.level);
  } else if (block.kind === 'paragraph') {
    readParagraph(reading, block);
  } else if (block.kind === 'list') {
    readList(reading, block);
  } else {
    const list = bulletsOf(block);
    if (list.items.length > 0) readList(reading, list);
  }
}

function isTaking(reading: Reading): boolean {
  return reading.scope === 'main' || reading.scope === 'in';
}

function openSection(reading: Reading, label: string, level: number): void {
  if (level === 1) {
    // Menus precede the title of a page.
    reading.skipped.clear();
    return;
  }
  settlePending(reading);
  reading.open = null;
  reading.announced = cvesIn(label);
  const scope = scopeOf(label);
  reading.scopes.add(scope);
  const isInside = level > reading.level;
  if (scope === 'main' || scope === 'out') {
    enterSection(reading, scope, label, level);
  } else if (isTaking(reading)) {
    // A category: deeper than its section, bold, or a known category name.
    if (isInside || level >= BOLD || scope === 'in') reading.section = sectionName(label);
    else enterSection(reading, scope, label, level);
  } else if (reading.scope !== 'out' || !isInside) {
    enterSection(reading, scope, label, level);
  }
}

function enterSection(reading: Reading, scope: Scope, label: string, level: number): void {
  reading.scope = scope;
  reading.level = level;
  reading.section = sectionName(label);
}

function readParagraph(reading: Reading, block: Paragraph): void {
  const { text, bold, links } = block.inline;
  if (bold && text.length <= 100 && !/[.!?]$/.test(text)) {
    if (!isTitleWithoutSection(text)) openSection(reading, text, BOLD);
    return;
  }
  if (!isTaking(reading)) return;
  if (isPlainLabel(text)) {
    openSection(reading, text, PLAIN);
    return;
  }
  if (reading.open && continuesBullet(reading.open.text, text)) {
    reading.open.text += ` ${text}`;
    reading.open.communityBugs = [...new Set([...reading.open.communityBugs, ...mysqlBugsOf(text, links)])];
    return;
  }
  settlePending(reading);
  reading.open = null;
  if (cvesOf(text, links).length > 0 || mysqlBugsOf(text, links).length > 0) reading.pending = block;
}

/** Makes an item of a paragraph that names bugs or CVEs and has no list after it. */
function settlePending(reading: Reading): void {
  const { pending } = reading;
  reading.pending = null;
  if (!pending || !isTaking(reading)) return;
  const { text, links, code } = pending.inline;
  reading.items.push({
    section: reading.section,
    text,
    cves: cvesOf(text, links),
    communityBugs: mysqlBugsOf(text, links, code, isCommunitySection(reading.section)),
  });
}

function readList(reading: Reading, list: List): void {
  if (list.inNote || isNavigation(list)) return;
  if (!isTaking(reading)) {
    if (reading.scope === 'unknown') countSkipped(reading, list.items.length);
    return;
  }
  const { pending } = reading;
  if (pending) reading.announced = cvesOf(pending.inline.text, pending.inline.links);
  reading.pending = null;
  // Numbered conditions between two lists of bullets lost their position inside the bullet above.
  const belongsToOpen = list.ordered && reading.open !== null && reading.open.text.endsWith(':');
  // A label has content below it: a nested list, or an item that is not a label.
  const headable = list.items.findLastIndex((item) => !isLabel(item));
  let siblings = 0;
  let isComplete = false;
  for (const [index, item] of list.items.entries()) {
    const heads = nestedLists(item).length > 0 || index < headable;
    if (heads && isLabel(item)) {
      openSection(reading, ownText(item), BOLD);
      for (const nested of nestedLists(item)) readList(reading, nested);
      continue;
    }
    const isPart: boolean =
      reading.open !== null &&
      (belongsToOpen || (!isComplete && isSubPoint(reading.open.text, ownText(item), siblings)));
    siblings = isPart ? siblings + 1 : 0;
    // The numbers of the fixed bugs end the last part.
    isComplete = isPart && mysqlBugsOf(ownText(item)).length > 0;
    addItem(reading, item, isPart ? reading.open : null);
  }
  // A sentence introduces only the list below it, a label everything that follows.
  if (pending) reading.announced = [];
}

function addItem(reading: Reading, item: ListItem, parent: RawItem | null): void {
  const text = fullText(item);
  if (text === '') return;
  const links = linksOf(item);
  reading.mismatches.push(...mismatchedCveLinks(links));
  const named = cvesOf(text, links);
  const cves = named.length > 0 ? named : reading.announced;
  const communityBugs = mysqlBugsOf(text, links, codeOf(item), isCommunitySection(reading.section));
  if (parent) {
    parent.communityBugs = [...new Set([...parent.communityBugs, ...communityBugs])];
    parent.parts = [...(parent.parts ?? []), text];
    reading.items.push({ section: reading.section, text, cves: [], communityBugs: [], isSubPoint: true });
    return;
  }
  const taken: RawItem = { section: reading.section, text, cves, communityBugs };
  reading.items.push(taken);
  reading.open = taken;
}

function countSkipped(reading: Reading, count: number): void {
  reading.skipped.set(reading.section, (reading.skipped.get(reading.section) ?? 0) + count);
}
