import type { RawItem } from '../../source.ts';

/** Parts of the engine that have pages of their own: what they have new stands in sections that begin with their name. */
export const PARTS = {
  babelfish: 'Babelfish',
  plans: 'Query plan management',
  limitless: 'Limitless Database',
} as const;

/** Items of a part's page, below headings that name it. */
export function ofPart(items: readonly RawItem[], part: keyof typeof PARTS): RawItem[] {
  return items.map((item) => ({ ...item, section: `${PARTS[part]}: ${item.section}` }));
}
