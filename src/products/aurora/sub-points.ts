import { fullText, nestedLists, ownText, type List, type ListItem, type Table } from '../pages/blocks.ts';

const ASKS_FOR_PARTS = /\b(?:conditions?|cases?|circumstances?)\b[^:]*:$|\bwith this fix:$/i;
const COUNTS: Record<string, number> = { two: 2, three: 3, four: 4, five: 5, six: 6 };
/** Beginnings of a bullet that is independent of the one above. */
export const OWN_BULLET = new RegExp(
  String.raw`^(?:${[
    ...['fix(?:ed|es|ing)?', 'improved?', 'added', 'adding', 'introduced', 'enabled?'],
    ...['disabled?', 'removed', 'resolved', 'changed', 'updated', 'upgraded'],
    ...['support(?:ed)?', 'optimi[sz]ed', 'reduced', 'increased', 'back-?port(?:ed)?'],
    ...['bugs?', 'cve', 'provided', 'prevented', 'made', 'further', 'enhanced', 'addressed'],
    ...['corrected', 'reverted', 'introduces'],
  ].join('|')})\b|^\w+:\s`,
  'i',
);

/**
 * True if a bullet belongs to the one above it, on a page that lost the nesting of its lists. Only clear cases count:
 * the bullet above ends with a colon, and either asks for conditions, or this one is a bare name such as
 * `PurgeBoundary`. A whole sentence below any other colon remains an item.
 * @param siblings number of parts of the same bullet between the two
 */
export function isSubPoint(above: string, text: string, siblings: number): boolean {
  if (!above.endsWith(':')) return false;
  if (/^[\w.]+$/.test(text)) return true;
  if (!ASKS_FOR_PARTS.test(above)) return false;
  const count = COUNTS[/\bfollowing (\w+) \w+/i.exec(above)?.[1]?.toLowerCase() ?? ''];
  return siblings < (count ?? 6) && !OWN_BULLET.test(text);
}

/** Beginning of a bullet about one CVE. */
export const CVE_BULLET = /^\W*CVE-\d/i;

/** True if a text begins like an independent bullet. */
export function isOwnBullet(text: string): boolean {
  return OWN_BULLET.test(text) || CVE_BULLET.test(text);
}

const SENTENCE = /^[A-Z]\S*(?: \S+){4,}\.$/;

/**
 * Bullets in a table: rows of one cell. In tables with several columns, only cells that read as a bullet or sentence.
 */
export function bulletsOf({ rows }: Table): List {
  const items = rows.flatMap((row) =>
    row.flatMap(itemsOfCell).filter((item) => {
      const text = fullText(item);
      return isOwnBullet(text) || (row.length === 1 ? / \S+ / : SENTENCE).test(text);
    }),
  );
  return { kind: 'list', ordered: false, inNote: false, items };
}

function itemsOfCell(cell: ListItem): readonly ListItem[] {
  return ownText(cell) === '' ? nestedLists(cell).flatMap(({ items }) => items) : [cell];
}
