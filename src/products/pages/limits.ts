import { text } from '../../l10n/index.ts';
import { FetchFailure } from './failure.ts';

/** Size limits of a page. No page of the vendors reaches a fifth of any; one at the limit takes seconds to read. */
export const PAGE_LIMITS = { characters: 4_000_000, levels: 250, elements: 200_000 } as const;

/** @throws {FetchFailure} before a longer page is parsed */
export function checkLength(source: string): void {
  const limit = PAGE_LIMITS.characters;
  if (source.length > limit) throw new FetchFailure('too-large', text('catalogue.page.tooLong', { limit }));
}

/** Elements whose end tag does not exist or may be missing. They do not nest: the next one is a sibling. */
const NEVER_OPEN = new Set(
  'area base br col embed hr img input link meta source track wbr p li dt dd tr td th thead tbody tfoot option'.split(
    ' ',
  ),
);

/**
 * Rejects pages with too many open elements: the parser's time per element grows with them. Elements that are never
 * closed are deep only for the parser, so the limit is above that of a tree.
 * @throws {FetchFailure} before parsing, if one place has far more open elements than on any real page
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
 * Rejects deep or large trees, level by level: readers of the tree recurse per level, and the stack would overflow.
 * @throws {FetchFailure} if the tree is deeper or larger than any page
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
