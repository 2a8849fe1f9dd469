import type { Entry, Node, ScalarNode } from '../../node.ts';
import { stopAsNotSimple, type YamlText } from './text.ts';

/** Unquoted text, up to a mark of lists and maps, a colon that ends a key, or a comment. */
const PLAIN =
  /(?:[^\s,[\]{}#&*!|>'"%@`?:-]|[-?:](?=[^\s,[\]{}]))[^\r\n,[\]{}:#]*(?:(?::(?![\s,[\]{}]|$)|(?<! )#)[^\r\n,[\]{}:#]*)*/y;
const MAX_DEPTH = 200;

/** Reads lists and maps in brackets, across lines. */
export class FlowReader {
  readonly #source: YamlText;
  readonly #column: number;
  #at: number;
  #depth = 0;

  /** @param column of the block around the value; all lines of the value must be to the right of this column */
  constructor(source: YamlText, at: number, column: number) {
    this.#source = source;
    this.#at = at;
    this.#column = column;
  }

  /** End of the value. */
  get end(): number {
    return this.#at;
  }

  read(tag: string | null): Node {
    if (++this.#depth > MAX_DEPTH) stopAsNotSimple();
    const { lines } = this.#source;
    const start = this.#at;
    const isList = this.#source.is(this.#at++, '[');
    const node = isList
      ? { kind: 'list' as const, items: this.#members(']', () => this.#value()) }
      : { kind: 'map' as const, entries: this.#members('}', () => this.#entry()) };
    this.#depth--;
    return { ...node, tag, lines, start, end: this.#at };
  }

  #members<T>(bracket: string, read: () => T): T[] {
    const members: T[] = [];
    for (;;) {
      this.#skip();
      if (this.#source.is(this.#at, bracket)) break;
      members.push(read());
      this.#skip();
      if (this.#source.is(this.#at, ',')) this.#at++;
      else if (!this.#source.is(this.#at, bracket)) stopAsNotSimple();
    }
    this.#at++;
    return members;
  }

  #entry(): Entry {
    const isQuoted = this.#source.isQuote(this.#at);
    const { text: key, lines, start, end } = this.#scalar(null, Infinity);
    this.#at = this.#source.skipSpaces(this.#at);
    if (key === '<<' || !this.#source.is(this.#at++, ':')) stopAsNotSimple();
    if (!isQuoted && !this.#source.isGap(this.#at)) stopAsNotSimple();
    this.#skip();
    return { key, keySpan: { lines, start, end }, value: this.#value(), alias: null };
  }

  #value(): Node {
    if (!this.#source.is(this.#at, '!')) return this.#untagged(null);
    const { tag, next } = this.#source.tag(this.#at);
    this.#at = next;
    this.#skip();
    return this.#untagged(tag);
  }

  #untagged(tag: string | null): Node {
    const isNested = this.#source.is(this.#at, '[') || this.#source.is(this.#at, '{');
    return isNested ? this.read(tag) : this.#scalar(tag);
  }

  /** @param column column to the left of all lines of the scalar */
  #scalar(tag: string | null, column = this.#column): ScalarNode {
    const source = this.#source;
    const isQuoted = source.isQuote(this.#at);
    const node = isQuoted
      ? source.quoted(this.#at, column, tag)
      : (source.plain(PLAIN, this.#at, tag) ?? stopAsNotSimple());
    this.#at = node.end + (isQuoted ? 1 : 0);
    return node;
  }

  /** Skips blanks and line ends. On a line in the column of the block, only the closing bracket may follow. */
  #skip(): void {
    this.#at = this.#source.skipSpaces(this.#at);
    while (this.#at < this.#source.text.length && this.#source.isLineEnd(this.#at)) {
      const start = this.#source.nextLine(this.#at);
      this.#at = this.#source.skipSpaces(start);
      const indent = this.#at - start;
      if (indent > this.#column || this.#source.isLineEnd(this.#at)) continue;
      const isClosing = this.#source.is(this.#at, ']') || this.#source.is(this.#at, '}');
      if (indent < this.#column || this.#depth > 1 || !isClosing) stopAsNotSimple();
    }
  }
}
