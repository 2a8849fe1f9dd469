import { fitted } from '../../../model/index.ts';
import { addMerged, MERGE_KEY, Merges } from '../merges.ts';
import type { Entry, Node, ParsedDocument } from '../node.ts';
import { FlowReader } from './flow.ts';
import { INDICATORS, keyEnd, LONGEST_KEY } from './keys.ts';
import { readBlockScalar, readPlain, readShort, readShortEntry } from './scalars.ts';
import { BROKEN, MARK_LENGTH, notSimple, withoutSpaces, type YamlText } from './text.ts';

/** What cannot stand behind a bracket: a text or another bracket, but no colon or comment. */
const WRONG_AFTER = /[\w./{["'-]/;
const DEEPEST = 200;
/** Where a comment could belong to what stands before it or after it. */
const UNKNOWN = -1;

/** Documents by the indentation of their lines. */
export class BlockReader {
  readonly #source: YamlText;
  #merges = new Merges();
  /** The next line that says something: where that begins, and its column; -1 at the end of a document. */
  #at = 0;
  #column = -1;
  /** The column of the comment before it that stands furthest to the right. */
  #comment = -1;
  /** Where the latest value ends, with the rest of its line. */
  #end = 0;
  /** Whether comments after the latest value can be a part of it. */
  #takesComments = false;
  #depth = 0;

  constructor(source: YamlText) {
    this.#source = source;
  }

  documents(): ParsedDocument[] {
    const documents: ParsedDocument[] = [];
    const isTemplate = this.#source.text !== this.#source.original;
    this.#next(0);
    if (this.#at >= this.#source.text.length) return [];
    do {
      if (this.#isEnd && this.#source.is(this.#at, '.')) notSimple();
      const mark = this.#isEnd ? this.#at + MARK_LENGTH : null;
      if (mark !== null) this.#next(this.#restOfLine(mark));
      this.#source.anchors.clear();
      this.#merges = new Merges();
      documents.push({ root: this.#root(mark), errors: [], isTemplate });
      if (!this.#isEnd) this.#isNoPart();
      this.#stepOverEnd();
    } while (this.#at < this.#source.text.length);
    return documents;
  }

  /** @param mark the end of its mark, which can be all that there is of it */
  #root(mark: number | null): Node {
    const source = this.#source;
    if (!this.#isEnd) return this.#block(-1, null);
    if (mark === null || mark > source.text.length || !source.isLineEnd(mark)) notSimple();
    return source.scalar(mark, mark, '', null, 'plain');
  }

  /** Of a document. */
  get #isEnd(): boolean {
    return this.#column < 0;
  }

  /** The mark of the end of a document; the next one has to have its own mark. */
  #stepOverEnd(): void {
    if (!this.#source.is(this.#at, '.')) return;
    this.#next(this.#restOfLine(this.#at + MARK_LENGTH));
    if (!this.#isEnd) notSimple();
  }

  /** Goes to the next line that says something. */
  #next(from: number): void {
    const source = this.#source;
    this.#comment = -1;
    this.#column = -1;
    for (let start = from; start < source.text.length;) {
      this.#at = source.skipSpaces(start);
      if (source.is(this.#at, '#')) this.#comment = Math.max(this.#comment, this.#at - start);
      else if (source.is(this.#at, '\t')) notSimple();
      else if (!source.isLineEnd(this.#at)) {
        const isMark = this.#at === start && source.isMark(start);
        if (!isMark) this.#column = this.#at - start;
        return;
      }
      start = source.lineEnd(this.#at) + 1;
    }
    this.#at = source.text.length;
  }

  /** After a line on which nothing may follow but a comment. */
  #restOfLine(at: number): number {
    const next = this.#source.skipBlanks(at);
    const isComment = next > at && this.#source.is(next, '#');
    if (!isComment && !this.#source.isLineEnd(next)) notSimple();
    return Math.min(this.#source.lineEnd(next) + 1, this.#source.text.length);
  }

  /** What begins on the next line, to the right of `indent`. */
  #block(indent: number, tag: string | null): Node {
    if (++this.#depth > DEEPEST) notSimple();
    this.#checkWrittenLine(indent);
    const isList = this.#isItem();
    const node = isList
      ? this.#list(this.#column, tag)
      : keyEnd(this.#source, this.#at) >= 0
        ? this.#map(this.#column, tag)
        : this.#inlineWithTag(indent, tag);
    this.#depth--;
    return node;
  }

  /** Of a tool, with its value on the same line or below; of a map on the same line it would be the tag of a key. */
  #inlineWithTag(indent: number, before: string | null): Node {
    if (!this.#source.is(this.#at, '!')) return this.#inline(this.#at, indent, before);
    const { tag, end } = this.#source.tag(this.#at);
    const next = this.#source.skipSpaces(end);
    if (before !== null || keyEnd(this.#source, next) >= 0) notSimple();
    if (!this.#source.isLineEnd(next)) return this.#inline(next, indent, tag);
    this.#next(next + 1);
    if (this.#column <= indent || this.#comment >= 0) notSimple();
    return this.#block(indent, tag);
  }

  /**
   * What a template writes on a line is a map: no key where an entry stands, and below a value nothing may stand to the
   * right of `indent`.
   */
  #checkWrittenLine(indent: number): void {
    if (!this.#source.isWrittenLine(this.#at)) return;
    const [at, column, comment] = [this.#at, this.#column, this.#comment];
    this.#next(this.#source.lineEnd(at) + 1);
    if (this.#column > indent && !this.#source.is(this.#at, ':')) notSimple(BROKEN);
    [this.#at, this.#column, this.#comment] = [at, column, comment];
  }

  /** What stands in the place of an entry and is none. */
  #isNoPart(): never {
    this.#checkWrittenLine(-2);
    if (this.#source.is(this.#at, '{')) this.#bracket(this.#at, -1, null);
    notSimple();
  }

  #isItem(): boolean {
    return !this.#isEnd && this.#source.is(this.#at, '-') && this.#source.isGap(this.#at + 1);
  }

  #list(column: number, tag: string | null): Node {
    const start = this.#at;
    const items: Node[] = [];
    do {
      items.push(this.#value(this.#at + 1, column, 'list'));
    } while (this.#column === column && this.#isItem());
    const end = this.#endOf(column);
    return { kind: 'list', items: fitted(items), tag, lines: this.#source.lines, start, end };
  }

  #map(column: number, tag: string | null): Node {
    const start = this.#at;
    const entries: Entry[] = [];
    const merged: Entry[] = [];
    do {
      const entry = this.#entry(column);
      if (entry.key === MERGE_KEY) merged.push(...this.#merges.from(entry.value));
      else entries.push(entry);
    } while (this.#column === column);
    addMerged(entries, merged);
    const end = this.#endOf(column);
    return { kind: 'map', entries: fitted(entries), tag, lines: this.#source.lines, start, end };
  }

  #entry(column: number): Entry {
    const short = this.#shortEntry(column);
    if (short !== null) return short;
    const source = this.#source;
    const colon = keyEnd(this.#source, this.#at);
    if (colon < 0 || colon - this.#at > LONGEST_KEY || this.#isItem()) this.#isNoPart();
    const isQuoted = source.is(this.#at, '"') || source.is(this.#at, "'");
    const name = withoutSpaces(source.text.slice(this.#at, colon));
    if (name.includes(isQuoted ? MERGE_KEY : '\t')) notSimple();
    const text = isQuoted ? source.quoted(this.#at, null).text : source.key(this.#at, name);
    const start = isQuoted ? this.#at + 1 : this.#at;
    const end = this.#at + name.length - (isQuoted ? 1 : 0);
    const value = this.#value(colon + 1, column, 'map');
    const alias = source.alias(source.skipSpaces(colon + 1))?.span ?? null;
    return { key: text, keySpan: { lines: source.lines, start, end }, value, alias };
  }

  /** A key with what takes the rest of its line, as most are, or with what stands below; null for all others. */
  #shortEntry(column: number): Entry | null {
    const short = readShortEntry(this.#source, this.#at);
    if (short === null || (short.value !== null && short.column > column)) return null;
    const { key, end } = short;
    const keySpan = { lines: this.#source.lines, start: this.#at, end: this.#at + key.length };
    this.#at = short.next;
    this.#column = short.column;
    this.#comment = short.comment;
    if (short.value === null)
      return { key, keySpan, value: this.#onNextLine(end, column, 'map', null, false), alias: null };
    this.#end = end;
    this.#takesComments = true;
    return { key, keySpan, value: short.value, alias: null };
  }

  /** What stands behind a colon or a dash, on its line or below it. */
  #value(from: number, column: number, within: 'map' | 'list'): Node {
    const source = this.#source;
    const at = source.skipSpaces(from);
    const short = at > from ? this.#shortValue(at, column) : null;
    if (short !== null) return short;
    const isComment = at > from && source.is(at, '#');
    if (source.isLineEnd(at) || isComment) return this.#below(at, column, within, null);
    if (source.is(at, '!')) return this.#tagged(at, column, within);
    if (source.is(at, '&')) {
      const { name, end } = source.anchor(at);
      const next = source.skipSpaces(end);
      if (next === end && !source.isLineEnd(next)) notSimple();
      const node = this.#tagged(next, column, within);
      source.anchors.set(name, node);
      return node;
    }
    const alias = source.alias(at);
    if (alias !== null) return this.#done(alias.node, this.#restOfLine(alias.span.end), true);
    if (within === 'map') return this.#inline(at, column, null);
    this.#column += at - this.#at;
    this.#at = at;
    return this.#block(column, null);
  }

  /** What takes the rest of its line and nothing below it, as most values do; null for all others. */
  #shortValue(at: number, column: number): Node | null {
    const value = readShort(this.#source, at);
    if (value === null) return null;
    const [line, comment] = [this.#at, this.#comment];
    this.#done(value.node, value.end, true);
    if (this.#column <= column) return value.node;
    [this.#at, this.#column, this.#comment] = [line, column, comment];
    return null;
  }

  /** After a tag, or an anchor: what follows on its line, or below. */
  #tagged(at: number, column: number, within: 'map' | 'list'): Node {
    const source = this.#source;
    const { tag, end } = source.is(at, '!') ? source.tag(at) : { tag: null, end: at };
    const next = source.skipSpaces(end);
    if (source.isLineEnd(next)) return this.#below(next, column, within, tag);
    if (within === 'list' && keyEnd(this.#source, next) >= 0) notSimple();
    return this.#inline(next, column, tag);
  }

  #below(at: number, column: number, within: 'map' | 'list', tag: string | null): Node {
    // Of an empty item the comments before its dash are a part, too.
    const isComment = this.#source.is(at, '#') || (within === 'list' && this.#comment >= 0);
    this.#next(this.#source.lineEnd(at) + 1);
    return this.#onNextLine(at, column, within, tag, isComment);
  }

  /**
   * The value that begins there, to the right of `column`; nothing where none does. `at` is behind what stands before
   * it.
   */
  #onNextLine(
    at: number,
    column: number,
    within: 'map' | 'list',
    tag: string | null,
    isComment: boolean,
  ): Node {
    if (this.#column > column) return this.#block(column, tag);
    if (within === 'map' && this.#column === column && this.#isItem()) return this.#list(column, tag);
    const takesComments = isComment || this.#comment >= 0;
    this.#end = !takesComments ? at : within === 'list' || this.#isEnd ? UNKNOWN : this.#at;
    this.#takesComments = false;
    return this.#source.scalar(at, at, '', tag, 'plain');
  }

  /** A scalar or what stands in brackets. */
  #inline(at: number, column: number, tag: string | null): Node {
    const source = this.#source;
    if (column < 0 && !source.isExpression(at)) notSimple();
    if (source.is(at, '[') || source.is(at, '{')) {
      const { node, end } = this.#bracket(at, column, tag);
      return this.#done(node, this.#restOfLine(end), true);
    }
    if (source.is(at, '|') || source.is(at, '>')) {
      const { node, end } = readBlockScalar(source, at, column, tag);
      return this.#done(node, end, false);
    }
    if (source.is(at, '"') || source.is(at, "'")) {
      const node = source.quotedOverLines(at, column, tag);
      return this.#done(node, this.#restOfLine(node.end + 1), true);
    }
    const first = source.text.charAt(at);
    if (INDICATORS.includes(first) || ('?:-'.includes(first) && source.isGap(at + 1))) notSimple();
    const node = readPlain(source, at, column, tag);
    return this.#done(node, this.#restOfLine(node.end), true);
  }

  /** What stands in brackets, or what a text template writes. */
  #bracket(at: number, column: number, tag: string | null): { node: Node; end: number } {
    const source = this.#source;
    const flow = new FlowReader(source, at, column);
    const node = flow.read(tag);
    const isWritten = source.isExpression(at);
    if (isWritten && WRONG_AFTER.test(source.text.charAt(source.skipSpaces(flow.end)))) notSimple(BROKEN);
    return { node, end: flow.end };
  }

  #done(node: Node, end: number, takesComments: boolean): Node {
    this.#next(end);
    this.#end = end;
    this.#takesComments = takesComments;
    return node;
  }

  /** The end of a map or a list, which is that of its last value. Comments below it can be a part of it, or of its value. */
  #endOf(column: number): number {
    if (this.#end === UNKNOWN || this.#column > column) notSimple();
    const end = this.#takesComments && this.#comment > column ? this.#takeComments(column) : this.#end;
    // They are a part of what is around it.
    this.#end = this.#comment >= column && column > 0 ? this.#at : end;
    this.#takesComments = false;
    return end;
  }

  /** Those right below the latest value that stand to the right of a column: where they end. */
  #takeComments(column: number): number {
    const source = this.#source;
    let end = this.#end;
    this.#comment = -1;
    for (let start = end; start < this.#at; start = Math.min(source.lineEnd(start) + 1, source.text.length)) {
      const at = source.skipSpaces(start);
      if (!source.is(at, '#')) continue;
      if (at - start <= column || this.#comment >= 0) this.#comment = Math.max(this.#comment, at - start);
      else end = Math.min(source.lineEnd(start) + 1, source.text.length);
    }
    return end;
  }
}
