import { collapse, makeInline, type Inline, type Link } from './blocks.ts';

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', nbsp: ' ', '#39': "'" };

/** One step of reading: how many characters were taken, and what they mean. */
interface Step {
  length: number;
  words: string;
  link?: Link;
  code?: string;
  togglesBold?: boolean;
}

/** Reads the words of a Markdown line or paragraph: bold, code, links, escapes, entities and stray HTML tags. */
export function readMarkdownInline(source: string): Inline {
  let words = '';
  let bold = '';
  let isBold = false;
  const links: Link[] = [];
  const code: string[] = [];
  for (let at = 0; at < source.length;) {
    const step = stepAt(source, at);
    at += step.length;
    words += step.words;
    if (isBold) bold += step.words;
    if (step.togglesBold) isBold = !isBold;
    if (step.link) links.push(step.link);
    if (step.code !== undefined) code.push(step.code);
  }
  return makeInline(words, bold, links, code);
}

function stepAt(source: string, at: number): Step {
  const rest = source.slice(at, at + 4000);
  const escape = /^\\([!-/:-@[-`{-~])/.exec(rest);
  if (escape) return { length: 2, words: escape[1] ?? '' };
  const ticks = /^(`+)([\s\S]*?[^`])\1(?!`)/.exec(rest);
  if (ticks) {
    const code = collapse(ticks[2] ?? '');
    return { length: ticks[0].length, words: code, code };
  }
  const link = linkAt(rest);
  if (link) return link;
  if (/^(?:\*\*|__)/.test(rest)) return { length: 2, words: '', togglesBold: true };
  const tag = /^<\/?[a-z][^<>]*>/i.exec(rest);
  if (tag) return { length: tag[0].length, words: /^<br/i.test(tag[0]) ? ' ' : '' };
  const entity = /^&(#?\w+);/.exec(rest);
  const known = entity ? ENTITIES[entity[1] ?? ''] : undefined;
  if (entity && known !== undefined) return { length: entity[0].length, words: known };
  // A lone asterisk is emphasis, but `2.*` and `2*` are version families.
  if (rest.startsWith('*') && !/[\d.]/.test(source[at - 1] ?? '')) return { length: 1, words: '' };
  return { length: 1, words: rest.slice(0, 1) };
}

/** `[text](href)`, with brackets in the text; an image is left out. */
function linkAt(rest: string): Step | null {
  const isImage = rest.startsWith('![');
  if (!isImage && !rest.startsWith('[')) return null;
  const open = isImage ? 1 : 0;
  const close = closingBracket(rest, open);
  const target =
    close === -1 ? null : /^\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)[^)]*\)/.exec(rest.slice(close + 1));
  if (!target) return null;
  const length = close + 1 + target[0].length;
  if (isImage) return { length, words: '' };
  const text = readMarkdownInline(rest.slice(open + 1, close)).text;
  return { length, words: text, link: { text, href: target[1] ?? '' } };
}

function closingBracket(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '[') depth++;
    else if (text[at] === ']' && --depth === 0) return at;
  }
  return -1;
}
