import type { Entry, Node, ScalarNode } from '../node.ts';
import { nextLine } from './scalars.ts';
import { BROKEN, matchAt, notSimple, withoutSpaces, type YamlText } from './text.ts';

const FIRST = String.raw`(?:[^\s,[\]{}#&*!|>'"%@\x60?:-]|[-?:](?=[^\s,[\]{}]))`;
const OTHERS = String.raw`(?:[^\n\t,[\]{}:#]|:(?![\s,[\]{}]|$)|(?<! )#)*`;
const PLAIN = new RegExp(FIRST + OTHERS, 'y');
/** A line that goes on with such a text begins with anything. */
const GOES_ON = new RegExp(String.raw`(?![,[\]{}#])${OTHERS}`, 'y');
/** What a text template writes, where YAML takes it for a map in a map; and what is a mistake in such a map. */
const EXPRESSION = new RegExp(String.raw`\{\{ *${FIRST}${OTHERS}\}\}`, 'y');
const WRONG_EXPRESSION = new RegExp(
  String.raw`\{\{ *(?:-[\s}]|"[^"\\\n]*" *[^\s,:}]|'[^'\n]*' *[^\s,:}']|${FIRST}${OTHERS}[[{])`,
  'y',
);
const COLON = 58;
const DEEPEST = 200;

/** Lists and maps in brackets, over as many lines as they take. */
export class FlowReader {
  readonly #source: YamlText;
  readonly #indent: number;
  #at: number;
  #depth = 0;

  /** @param indent of the block that they stand in: what they are written in goes on to the right of it */
  constructor(source: YamlText, at: number, indent: number) {
    this.#source = source;
    this.#at = at;
    this.#indent = indent;
  }

  read(tag: string | null): Node {
    if (++this.#depth > DEEPEST) notSimple();
    const isExpression = this.#source.isExpression(this.#at);
    const node = isExpression
      ? this.#expression()
      : this.#source.is(this.#at, '[')
        ? this.#list(tag)
        : this.#map(tag);
    this.#depth--;
    return node;
  }

  #expression(): Node {
    const { original, text, lines } = this.#source;
    if (matchAt(WRONG_EXPRESSION, text, this.#at) !== null) notSimple(BROKEN);
    const written = matchAt(EXPRESSION, text, this.#at) ?? notSimple();
    const start = this.#at;
    const end = (this.#at += written.length);
    const value = original.slice(start, end);
    return {
      ...{ kind: 'scalar', value, text: value, isQuoted: false, isTemplated: true, tag: null },
      ...{ lines, start, end },
    };
  }

  #list(tag: string | null): Node {
    const start = this.#at++;
    const items: Node[] = [];
    while (!this.#closes(']')) {
      items.push(this.#item());
      this.#separator(']');
    }
    return { kind: 'list', items, tag, lines: this.#source.lines, start, end: ++this.#at };
  }

  #map(tag: string | null): Node {
    const start = this.#at++;
    // A statement of a text template.
    if (this.#source.is(this.#at, '%')) notSimple(BROKEN);
    const entries: Entry[] = [];
    while (!this.#closes('}')) {
      const isQuoted = this.#isQuote();
      const { text: key, lines, start: from, end } = isQuoted ? this.#quoted(null) : this.#scalar(null);
      this.#at = this.#source.skipSpaces(this.#at);
      if (key === '<<') notSimple();
      const keySpan = { lines, start: from, end };
      if (this.#source.is(this.#at, ':')) {
        this.#at++;
        if (!isQuoted && !this.#source.isGap(this.#at)) notSimple();
        entries.push({ key, keySpan, ...this.#valueOfKey() });
      } else entries.push({ key, keySpan, value: this.#nothing(end), alias: null });
      this.#separator('}');
    }
    return { kind: 'map', entries, tag, lines: this.#source.lines, start, end: ++this.#at };
  }

  #valueOfKey(): Pick<Entry, 'value' | 'alias'> {
    this.#at = this.#source.skipSpaces(this.#at);
    if (this.#isMark()) return { value: this.#nothing(this.#at), alias: null };
    this.#space();
    const alias = this.#source.alias(this.#at)?.span ?? null;
    return { value: this.#value(), alias };
  }

  #nothing(at: number): ScalarNode {
    return this.#source.scalar(at, at, '', null, 'plain');
  }

  /** A value, or a map of one entry without brackets: `[ a: b ]`. */
  #item(): Node {
    const start = this.#at;
    const isQuoted = this.#isQuote();
    const value = this.#value();
    const { text } = this.#source;
    if (value.kind !== 'scalar' || value.tag !== null || text.charCodeAt(this.#at) !== COLON) return value;
    if (value.text === '<<' || (!isQuoted && !this.#source.isGap(this.#at + 1))) notSimple();
    this.#at++;
    this.#space();
    if (this.#isMark() || text.slice(start, this.#at).includes('\n')) notSimple();
    const { text: key, lines, start: from, end } = value;
    const own = this.#value();
    const entry = { key, keySpan: { lines, start: from, end }, value: own, alias: null };
    const last = own.kind === 'scalar' && own.isQuoted ? own.end + 1 : own.end;
    return { kind: 'map', entries: [entry], tag: null, lines, start, end: last };
  }

  #closes(bracket: string): boolean {
    this.#space();
    return this.#source.is(this.#at, bracket);
  }

  #separator(bracket: string): void {
    if (this.#closes(bracket)) return;
    if (!this.#source.is(this.#at, ',')) notSimple();
    this.#at++;
  }

  #value(): Node {
    const alias = this.#source.alias(this.#at);
    if (alias !== null) {
      this.#at = alias.span.end;
      return alias.node;
    }
    let tag: string | null = null;
    if (this.#source.is(this.#at, '!')) {
      const read = this.#source.tag(this.#at);
      tag = read.tag;
      this.#at = this.#source.skipSpaces(read.end);
      if (this.#isMark()) return this.#source.scalar(this.#at, this.#at, '', tag, 'plain');
      this.#space();
    }
    const isNested = this.#source.is(this.#at, '[') || this.#source.is(this.#at, '{');
    if (isNested) return this.read(tag);
    return this.#isQuote() ? this.#quoted(tag, this.#indent) : this.#scalar(tag);
  }

  /** What ends a value. */
  #isMark(): boolean {
    return [',', ']', '}'].some((mark) => this.#source.is(this.#at, mark));
  }

  #isQuote(): boolean {
    return this.#source.is(this.#at, '"') || this.#source.is(this.#at, "'");
  }

  /** @param indent of what it may go on to the right of, over several lines; a key may not */
  #quoted(tag: string | null, indent: number | null = null): ScalarNode {
    const source = this.#source;
    const node =
      indent === null ? source.quoted(this.#at, tag) : source.quotedOverLines(this.#at, indent, tag);
    this.#at = node.end + 1;
    return node;
  }

  #scalar(tag: string | null): ScalarNode {
    const source = this.#source;
    const start = this.#at;
    let written = matchAt(PLAIN, source.text, start) ?? notSimple();
    let parsed = withoutSpaces(written);
    let end = start + parsed.length;
    this.#at = start + written.length;
    while (source.is(this.#at, '\n')) {
      const { at, indent, blanks } = nextLine(source, this.#at) ?? notSimple();
      written = matchAt(GOES_ON, source.text, at) ?? '';
      if (written === '') break;
      if (indent <= this.#indent) notSimple();
      const line = withoutSpaces(written);
      parsed += (blanks === 0 ? ' ' : '\n'.repeat(blanks)) + line;
      end = at + line.length;
      this.#at = at + written.length;
    }
    return source.scalar(start, end, parsed, tag, 'plain');
  }

  /** Skips to the next that says something. */
  #space(): void {
    for (;;) {
      const from = this.#at;
      this.#at = this.#source.skipSpaces(from);
      if (this.#source.is(this.#at, '#') && this.#at > from) this.#at = this.#source.lineEnd(this.#at);
      if (!this.#source.is(this.#at, '\n')) return;
      this.#line(++this.#at);
    }
  }

  /** At the beginning of a line: only what ends the whole may stand below the block's own indentation. */
  #line(start: number): void {
    const at = this.#source.skipSpaces(start);
    const indent = at - start;
    if (this.#source.isLineEnd(at) || indent > this.#indent) {
      if (this.#source.is(at, '#')) this.#at = this.#source.lineEnd(at);
      return;
    }
    const isClosing = this.#source.is(at, ']') || this.#source.is(at, '}');
    if (indent < this.#indent || this.#depth > 1 || !isClosing) notSimple();
  }

  /** After what was read. */
  get end(): number {
    return this.#at;
  }
}
