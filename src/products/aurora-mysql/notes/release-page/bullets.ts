import { inlinesOf, linksOf, ownText, type List, type ListItem } from '../../../pages/blocks.ts';
import { cvesIn } from '../../../aurora/cves.ts';
import { mysqlBugsOf } from './references.ts';
import { scopeOf } from './sections.ts';

// Classification of paragraphs and bullets.

/** Level of bold labels, below all six levels of headings; short plain ones ("Medium CVEs:") are one deeper. */
export const BOLD = 7;

export const PLAIN = 8;

/** "Medium CVEs:", "Security issues:"; not "The following are fixed:". */
export function isPlainLabel(text: string): boolean {
  if (!/^[A-Z][\w/-]*(?: [\w/-]+){0,3}:$/.test(text)) return false;
  const isSentence = /\b(?:the|this|these|following|below|listed|included)\b/i.test(text);
  return !isSentence && ['main', 'in'].includes(scopeOf(text));
}

/** True if a paragraph continues the bullet above: the rest of an interrupted sentence, or its bug number. */
export function continuesBullet(bullet: string, paragraph: string): boolean {
  if (/^\((?:\w+ )*bug\b[^()]*\)\.?$/i.test(paragraph)) return true;
  return /^[a-z]/.test(paragraph) && !/[.:!?]$/.test(bullet);
}

/** True for a list item that looks like a label: short, bold, not a sentence, without CVE and bug numbers. */
export function isLabel(item: ListItem): boolean {
  const own = inlinesOf(item);
  const text = ownText(item);
  if (own.length === 0 || !own.every(({ bold }) => bold) || text.length > 100) return false;
  return !/[.!?]$/.test(text) && cvesIn(text).length === 0 && mysqlBugsOf(text).length === 0;
}

/** True for a page's "Topics": every item links to an anchor on the same page. */
export function isNavigation(list: List): boolean {
  const isJump = (item: ListItem): boolean => {
    const links = linksOf(item);
    return links.length > 0 && links.every(({ href }) => href.startsWith('#'));
  };
  return list.items.length > 0 && list.items.every(isJump);
}
