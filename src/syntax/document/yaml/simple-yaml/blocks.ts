import { trimCapacity } from '../../../../model/index.ts';
import type { Entry, Node, ParsedDocument, ScalarNode } from '../../node.ts';
import { FlowReader } from './flow.ts';
import { foldedEnds, stopAsNotSimple, type YamlText } from './text.ts';

/** Unquoted text, up to a colon that ends a key, or a comment. */
const PLAIN =
  /(?:[^\s&*!|>%@`,[\]{}#'"?:-]|[?:-](?=[^ \r\n]))[^\r\n:#]*(?:(?::(?=[^ \r\n])|(?<! )#)[^\r\n:#]*)*/y;
/** Continuation line of unquoted text. Unlike the first line, it may begin with any character. */
const CONTINUES = /(?=[^\r\n#])[^\r\n:#]*(?:(?::(?=[^ \r\n])|(?<! )#)[^\r\n:#]*)*/y;
const LINE_ENDS = /(?: *\r?\n)+ */y;
const HEADER = /[|>]-?(?= *(?: #[^\r\n]*)?\r?\n)/y;
const MARK_LENGTH = 3;
const MAX_KEY_LENGTH = 1000;
const MAX_DEPTH = 200;

/** Reads documents by the indentation of their lines. */
export class BlockReader {
  readonly #source: YamlText;
  /** Offset of the next content, and below its column; -1 at the end of a document. */
  #at = 0;
  #column = -1;
  /** End of the latest value. */
  #end = 0;
  #depth = 0;

  constructor(source: YamlText) {
    this.#source = source;
  }

  documents(): ParsedDocument[] {
    const documents: ParsedDocument[] = [];
    this.#next(0);
    while (this.#at < this.#source.text.length) {
      const mark = this.#column < 0 ? this.#at + MARK_LENGTH : null;
      if (mark !== null) this.#endLine(mark);
      documents.push({ root: this.#root(mark), errors: [], isTemplate: false });
      if (this.#column >= 0) stopAsNotSimple();
    }
    return documents;
  }

  /** @param mark end of the document's separator line; null if it has none */
  #root(mark: number | null): Node {
    if (this.#column >= 0) return this.#block(-1, null);
    if (mark === null || !this.#source.isLineEnd(mark)) stopAsNotSimple();
    return this.#source.scalar(mark, mark, '', null, false);
  }

  /** Moves to the next line with content. */
  #next(from: number): void {
    const source = this.#source;
    this.#column = -1;
    for (let start = from; start < source.text.length; start = source.nextLine(this.#at)) {
      this.#at = source.skipSpaces(start);
      if (source.isLineEnd(this.#at) || source.is(this.#at, '#')) continue;
      const isOfMark = this.#at === start && source.isGap(start + MARK_LENGTH);
      if (isOfMark && source.text.startsWith('...', start)) stopAsNotSimple();
      if (!isOfMark || !source.text.startsWith('---', start)) this.#column = this.#at - start;
      return;
    }
    this.#at = source.text.length;
  }

  /** Finishes a line, on which only a comment may follow. */
  #endLine(at: number): void {
    const next = this.#source.skipSpaces(at);
    const isComment = next > at && this.#source.is(next, '#');
    if (!isComment && !this.#source.isLineEnd(next)) stopAsNotSimple();
    this.#next(this.#source.nextLine(next));
  }

  /** Reads the next value, to the right of `column`. */
  #block(column: number, tag: string | null): Node {
    if (++this.#depth > MAX_DEPTH) stopAsNotSimple();
    const node = this.#collection(tag) ?? this.#tagged(this.#at, column, tag, 'block');
    this.#depth--;
    return node;
  }

  /** List or map that begins here; null if neither does. */
  #collection(tag: string | null): Node | null {
    if (this.#isItem()) return this.#list(this.#column, tag);
    return this.#key() === null ? null : this.#map(this.#column, tag);
  }

  #isItem(): boolean {
    return this.#column >= 0 && this.#source.is(this.#at, '-') && this.#source.isGap(this.#at + 1);
  }

  #list(column: number, tag: string | null): Node {
    const start = this.#at;
    const items: Node[] = [];
    do items.push(this.#item(column));
    while (this.#column === column && this.#isItem());
    if (this.#column > column) stopAsNotSimple();
    return {
      kind: 'list',
      items: trimCapacity(items),
      tag,
      lines: this.#source.lines,
      start,
      end: this.#end,
    };
  }

  #item(column: number): Node {
    const at = this.#source.skipSpaces(this.#at + 1);
    if (this.#source.isLineEnd(at) || this.#source.is(at, '#')) return this.#below(at, column, null, 'list');
    this.#column += at - this.#at;
    this.#at = at;
    return this.#block(column, null);
  }

  #map(column: number, tag: string | null): Node {
    const start = this.#at;
    const entries: Entry[] = [];
    do entries.push(this.#entry(column));
    while (this.#column === column);
    if (this.#column > column) stopAsNotSimple();
    return {
      kind: 'map',
      entries: trimCapacity(entries),
      tag,
      lines: this.#source.lines,
      start,
      end: this.#end,
    };
  }

  #entry(column: number): Entry {
    const source = this.#source;
    if (this.#isItem()) stopAsNotSimple();
    const { key, colon } = this.#key() ?? stopAsNotSimple();
    const { text, lines, start, end } = key;
    if (text === '<<' || colon - this.#at > MAX_KEY_LENGTH) stopAsNotSimple();
    const from = colon + 1;
    const at = source.skipSpaces(from);
    const isBelow = source.isLineEnd(at) || (at > from && source.is(at, '#'));
    const value = isBelow ? this.#below(at, column, null, 'map') : this.#tagged(at, column, null, 'map');
    return { key: text, keySpan: { lines, start, end }, value, alias: null };
  }

  /** Reads the key at the next position, and its colon; null for anything else. */
  #key(at = this.#at): { key: ScalarNode; colon: number } | null {
    const source = this.#source;
    const isQuoted = source.isQuote(at);
    const key = isQuoted ? source.quoted(at, -1, null) : source.plain(PLAIN, at, null);
    if (key === null || key.end >= source.nextLine(at)) return null;
    const colon = source.skipSpaces(key.end + (isQuoted ? 1 : 0));
    return source.is(colon, ':') && source.isGap(colon + 1) ? { key, colon } : null;
  }

  /** Reads a value with or without a custom tag; the rest of the value is on the same line or below. */
  #tagged(at: number, column: number, before: string | null, within: 'block' | 'map'): Node {
    if (!this.#source.is(at, '!')) return this.#inline(at, column, before);
    const { tag, next } = this.#source.tag(at);
    // Before a map, the tag would belong to the first key.
    if (before !== null || (within === 'block' && this.#key(next) !== null)) stopAsNotSimple();
    return this.#source.isLineEnd(next)
      ? this.#below(next, column, tag, within === 'map' ? 'map' : 'list')
      : this.#inline(next, column, tag);
  }

  /** Reads the value on the following lines, to the right of `column`; empty, at `at`, if there is none. */
  #below(at: number, column: number, tag: string | null, within: 'map' | 'list'): Node {
    this.#next(this.#source.nextLine(at));
    if (this.#column > column) return this.#block(column, tag);
    if (within === 'map' && this.#column === column && this.#isItem()) return this.#list(column, tag);
    this.#end = at;
    return this.#source.scalar(at, at, '', tag, false);
  }

  /** Reads a scalar or a value in brackets, and the rest of its line. */
  #inline(at: number, column: number, tag: string | null): Node {
    const source = this.#source;
    if (column < 0) stopAsNotSimple();
    if (source.is(at, '|') || source.is(at, '>')) return this.#blockScalar(at, column, tag);
    if (source.is(at, '[') || source.is(at, '{')) {
      const flow = new FlowReader(source, at, column);
      const node = flow.read(tag);
      this.#endLine((this.#end = flow.end));
      return node;
    }
    const isQuoted = source.isQuote(at);
    const node = isQuoted ? source.quoted(at, column, tag) : this.#plain(at, column, tag);
    this.#endLine((this.#end = node.end + (isQuoted ? 1 : 0)));
    return node;
  }

  /** Reads an unquoted text, with continuation lines to the right of `column`. */
  #plain(at: number, column: number, tag: string | null): ScalarNode {
    const source = this.#source;
    let { text, end } = source.plain(PLAIN, at, tag) ?? stopAsNotSimple();
    for (let ends = source.match(LINE_ENDS, end); ends !== null; ends = source.match(LINE_ENDS, end)) {
      const isPart = ends.length - 1 - ends.lastIndexOf('\n') > column;
      const line = isPart ? source.plain(CONTINUES, end + ends.length, null) : null;
      if (line === null) break;
      text += foldedEnds(ends) + line.text;
      end = line.end;
    }
    return source.scalar(at, end, text, tag, false);
  }

  /** Reads a literal (`|`) or folded (`>`) text. */
  #blockScalar(at: number, column: number, tag: string | null): Node {
    const source = this.#source;
    const style = source.match(HEADER, at) ?? stopAsNotSimple();
    const first = source.nextLine(at);
    const width = source.skipSpaces(first) - first;
    if (width <= column || source.isLineEnd(first + width)) stopAsNotSimple();
    let next = first;
    for (; next < source.text.length; next = source.nextLine(next)) {
      const start = source.skipSpaces(next);
      if (start - next < width && !source.isLineEnd(start)) break;
    }
    const written = source.text.slice(first, next);
    const lines = withoutBlankLines(written.split(/\r?\n/), width).map((line) => line.slice(width));
    const isFolded = style.startsWith('>');
    if (isFolded && lines.some((line) => line.startsWith(' '))) stopAsNotSimple();
    const content = isFolded ? lines.join('\n').replace(/\n+/g, foldedEnds) : lines.join('\n');
    const text = style.endsWith('-') ? content : `${content}\n`;
    this.#end = first + written.trimEnd().length;
    const node = source.scalar(first + width, this.#end, text, tag, true);
    this.#next(next);
    return node;
  }
}

/** Lines without trailing blank ones, which only belong to the text if they are longer than its indentation. */
function withoutBlankLines(lines: readonly string[], width: number): string[] {
  const last = lines.findLastIndex((line) => line.trim() !== '');
  if (lines.slice(last + 1).some((line) => line.length >= width)) stopAsNotSimple();
  return lines.slice(0, last + 1);
}
