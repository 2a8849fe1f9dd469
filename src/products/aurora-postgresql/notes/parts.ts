import type { RawItem } from '../../source.ts';

/** Parts of the engine with their own pages, where their news is in sections that begin with their name. */
export const PARTS = {
  babelfish: 'Babelfish',
  plans: 'Query plan management',
  limitless: 'Limitless Database',
} as const;

/** Items of a part's page, with the part's name in their headings. */
export function itemsOfPart(items: readonly RawItem[], part: keyof typeof PARTS): RawItem[] {
  return items.map((item) => ({ ...item, section: `${PARTS[part]}: ${item.section}` }));
}
