import { collapseWhitespace, makeInline, type Inline, type Link } from './blocks.ts';

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', nbsp: ' ', '#39': "'" };

/** One step of reading: the number of consumed characters, and their meaning. */
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
  const closing = closingBrackets(source);
  for (let at = 0; at < source.length;) {
    const step = stepAt(source, at, closing);
    at += step.length;
    words += step.words;
    if (isBold) bold += step.words;
    if (step.togglesBold) isBold = !isBold;
    if (step.link) links.push(step.link);
    if (step.code !== undefined) code.push(step.code);
  }
  return makeInline(words, bold, links, code);
}

/** Maximum length of one link or piece of code, in characters. */
const MAX_LINK_LENGTH = 4000;

function stepAt(source: string, at: number, closing: ReadonlyMap<number, number>): Step {
  const rest = source.slice(at, at + MAX_LINK_LENGTH);
  const escape = /^\\([!-/:-@[-`{-~])/.exec(rest);
  if (escape) return { length: 2, words: escape[1] ?? '' };
  if (rest.startsWith('`')) return codeAt(rest);
  const link = linkAt(source, at, closing);
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

/** Reads `` `code` ``, closed by the same number of ticks. Unclosed ticks are words. */
function codeAt(rest: string): Step {
  const [open = ''] = /^`+/.exec(rest) ?? [];
  for (const { 0: ticks, index } of rest.slice(open.length).matchAll(/`+/g)) {
    if (ticks.length !== open.length) continue;
    const code = collapseWhitespace(rest.slice(open.length, open.length + index));
    return { length: open.length + index + ticks.length, words: code, code };
  }
  return { length: open.length, words: open };
}

/** Reads `[text](href)`, with brackets in the text; skips an image. */
function linkAt(source: string, at: number, closing: ReadonlyMap<number, number>): Step | null {
  const isImage = source.startsWith('![', at);
  const open = isImage ? at + 1 : at;
  const close = closing.get(open);
  if (close === undefined || close - at > MAX_LINK_LENGTH) return null;
  const rest = source.slice(close + 1, close + 1 + MAX_LINK_LENGTH);
  const target = /^\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)/.exec(rest);
  const end = target === null ? -1 : rest.indexOf(')', target[0].length);
  if (target === null || end < 0) return null;
  const length = close + 1 + end + 1 - at;
  if (isImage) return { length, words: '' };
  const text = readMarkdownInline(source.slice(open + 1, close)).text;
  return { length, words: text, link: { text, href: target[1] ?? '' } };
}

/** Positions of closing brackets by those of the opening ones. */
function closingBrackets(text: string): ReadonlyMap<number, number> {
  const closing = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '[') open.push(at);
    else if (text[at] === ']') {
      const start = open.pop();
      if (start !== undefined) closing.set(start, at);
    }
  }
  return closing;
}
