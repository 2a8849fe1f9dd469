import { text } from '../../l10n/index.ts';
import { FetchFailure } from './failure.ts';

/** What a page may hold. No page of the vendors has a fifth of any of these, and one that has reads in seconds. */
export const PAGE_LIMITS = { characters: 4_000_000, levels: 250, elements: 200_000 } as const;

/** @throws {FetchFailure} before a longer page is parsed */
export function checkLength(source: string): void {
  const limit = PAGE_LIMITS.characters;
  if (source.length > limit) throw new FetchFailure('too-large', text('catalogue.page.tooLong', { limit }));
}

/** Elements without an end, and those whose end may be left out: they stand beside each other then. */
const NEVER_OPEN = new Set(
  'area base br col embed hr img input link meta source track wbr p li dt dd tr td th thead tbody tfoot option'.split(
    ' ',
  ),
);

/**
 * The parser takes longer for each element that is open already. Elements that are never closed are deep only to it, so that
 * the bound is above that of a tree.
 * @throws {FetchFailure} before a page is parsed in which far more elements are open at one place than on any other page
 */
export function checkOpenTags(html: string): void {
  const { levels } = PAGE_LIMITS;
  let open = 0;
  for (const [, end, name = '', rest = ''] of html.matchAll(/<(\/)?([a-z][a-z0-9-]*)([^<>]*)/gi)) {
    if (rest.endsWith('/') || NEVER_OPEN.has(name.toLowerCase())) continue;
    open = Math.max(0, open + (end === undefined ? 1 : -1));
    if (open > levels * 4)
      throw new FetchFailure('too-large', text('catalogue.page.tooDeep', { limit: levels }));
  }
}

/**
 * Level by level: whatever reads the tree calls itself for each level, and the stack would end it first.
 * @throws {FetchFailure} for a tree that is deeper or larger than any page is
 */
export function checkTree(root: object): void {
  const { levels, elements } = PAGE_LIMITS;
  let count = 0;
  let level: readonly object[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > levels)
      throw new FetchFailure('too-large', text('catalogue.page.tooDeep', { limit: levels }));
    count += level.length;
    if (count > elements)
      throw new FetchFailure('too-large', text('catalogue.page.tooMany', { limit: elements }));
    level = level.flatMap(childrenOf);
  }
}

function childrenOf(node: object): readonly object[] {
  return 'children' in node && Array.isArray(node.children) ? (node.children as object[]) : [];
}
