import { isMasked } from '../mask.ts';
import type { Lines } from '../lines.ts';
import type { Node, ScalarNode, Span } from '../node.ts';
import { scalarValue } from '../scalar-value.ts';

/** Thrown where a text is not in the simple part of YAML. It is no mistake, so it has no stack. */
export const NOT_SIMPLE = { isSimple: false } as const;

/** Likewise, where a line that a text template writes makes it a mistake in YAML, whatever comes after it. */
export const BROKEN = { isSimple: false } as const;

export function notSimple(why: typeof NOT_SIMPLE | typeof BROKEN = NOT_SIMPLE): never {
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- a way out, taken often
  throw why;
}

const TAG = /!\w[\w.:-]*(?= |\n|$)/y;
const NAME = /[&*][^\s,[\]{}:]+/y;
const DOUBLE_QUOTED = /"(?:[^"\\\n]|\\.)*"/y;
const SINGLE_QUOTED = /'(?:[^'\n]|'')*'/y;
/** The end of a line, with blank ones after it and what lines are set in by. */
const FOLD = /(?<! ) *\n[ \n]*/g;
const ESCAPE = /\\\n *|\\(.)|(?<! ) *\n[ \n]*/g;
/** Which blanks belong to a text is not simple where there are tabs, or where some are escaped. */
const UNCLEAR_LINE_END = /\t *\n|\n *\t|\\ +\n|\\\n *\n/;
const ESCAPES: Readonly<Record<string, string>> = {
  ...{ n: '\n', t: '\t', r: '\r', '0': '\0', '"': '"', '/': '/', '\\': '\\', ' ': ' ' },
};

/** An expression of a text template on a line of its own: without a colon it is no key, and nothing may stand beside it. */
const WRITTEN_LINE = /\{\{(?:[^\n:#]|(?<!\}):=)*\}\} *$/my;

const BRACE = 123;
const MARKS = ['---', '...'];
export const MARK_LENGTH = 3;

/** A text that is read from the front, and what it is made of. `original` is what the file holds at the same offsets. */
export class YamlText {
  readonly text: string;
  readonly original: string;
  readonly lines: Lines;
  /** What the aliases of a document stand for. */
  readonly anchors = new Map<string, Node>();
  /** Whether a text template writes parts of it. */
  readonly hasMarks: boolean;

  constructor(text: string, original: string, lines: Lines) {
    this.text = text;
    this.original = original;
    this.lines = lines;
    this.hasMarks = isMasked(text);
  }

  is(at: number, char: string): boolean {
    return this.text.charCodeAt(at) === char.charCodeAt(0);
  }

  /** Whether nothing, a space or the end of a line stands there. */
  isGap(at: number): boolean {
    const code = this.text.charCodeAt(at);
    return code === 32 || code === 10 || at >= this.text.length;
  }

  /** Whether a line begins a document there, or ends one. */
  isMark(at: number): boolean {
    return MARKS.some((mark) => this.text.startsWith(mark, at)) && this.isGap(at + MARK_LENGTH);
  }

  isLineEnd(at: number): boolean {
    return this.text.charCodeAt(at) === 10 || at >= this.text.length;
  }

  /** Whether a line says nothing from there on but an expression of a text template. */
  isWrittenLine(at: number): boolean {
    return this.is(at, '{') && matchAt(WRITTEN_LINE, this.text, at) !== null;
  }

  /** Whether a text template writes what stands there. */
  isExpression(at: number): boolean {
    return this.original.charCodeAt(at) === BRACE && this.original.startsWith('{{', at);
  }

  skipSpaces(at: number): number {
    let next = at;
    while (this.text.charCodeAt(next) === 32) next++;
    return next;
  }

  /** Spaces and tabs, before the end of a line. */
  skipBlanks(at: number): number {
    let next = this.skipSpaces(at);
    if (!this.is(next, '\t')) return next;
    while (this.is(next, '\t') || this.is(next, ' ')) next++;
    return this.isLineEnd(next) ? next : at;
  }

  /** Before the end of the line. */
  lineEnd(at: number): number {
    const end = this.text.indexOf('\n', at);
    return end < 0 ? this.text.length : end;
  }

  /** A tag of a tool (`!Ref`) with its end; those of the language are not simple. */
  tag(at: number): { tag: string; end: number } {
    const tag = matchAt(TAG, this.text, at) ?? notSimple();
    return { tag, end: at + tag.length };
  }

  /** The name of an anchor with its end. */
  anchor(at: number): { name: string; end: number } {
    const written = matchAt(NAME, this.text, at) ?? notSimple();
    return { name: written.slice(1), end: at + written.length };
  }

  /** What an alias stands for, and where it is written; null where none is. */
  alias(at: number): { node: Node; span: Span } | null {
    if (!this.is(at, '*')) return null;
    const { name, end } = this.anchor(at);
    const node = this.anchors.get(name) ?? this.scalar(at, at, '', null, 'plain');
    return { node, span: { lines: this.lines, start: at, end } };
  }

  /** A quoted text within one line. */
  quoted(at: number, tag: string | null): ScalarNode {
    const isDouble = this.is(at, '"');
    const token = matchAt(isDouble ? DOUBLE_QUOTED : SINGLE_QUOTED, this.text, at) ?? notSimple();
    return this.#quotedText(at, token, tag);
  }

  /** The same over several lines, of which all have to stand to the right of `indent`. */
  quotedOverLines(at: number, indent: number, tag: string | null): ScalarNode {
    const token = this.text.slice(at, this.#closingQuote(at) + 1);
    if (UNCLEAR_LINE_END.test(token)) notSimple();
    for (let line = token.indexOf('\n') + 1; line > 0; line = token.indexOf('\n', line) + 1) {
      const start = this.skipSpaces(at + line);
      if (!this.isLineEnd(start) && start - at - line <= indent) notSimple();
    }
    return this.#quotedText(at, token, tag);
  }

  #closingQuote(at: number): number {
    const quote = this.text.charCodeAt(at);
    const isDouble = this.is(at, '"');
    for (let next = at + 1; next < this.text.length; next++) {
      const code = this.text.charCodeAt(next);
      if (code === quote && (isDouble || this.text.charCodeAt(++next) !== quote))
        return isDouble ? next : next - 1;
      if (isDouble && this.is(next, '\\')) next++;
    }
    return notSimple();
  }

  #quotedText(at: number, token: string, tag: string | null): ScalarNode {
    const inner = token.slice(1, -1);
    const parsed = token.startsWith('"') ? unescaped(inner) : folded(inner).replaceAll("''", "'");
    return this.scalar(at + 1, at + token.length - 1, parsed, tag, 'quoted');
  }

  /** A key without quotes, as it is written. */
  key(start: number, name: string): string {
    return this.hasMarks && isMasked(name) ? this.original.slice(start, start + name.length) : name;
  }

  scalar(
    start: number,
    end: number,
    parsed: string,
    tag: string | null,
    style: 'plain' | 'quoted',
  ): ScalarNode {
    const isTemplated = this.hasMarks && isMasked(parsed);
    const text = isTemplated ? this.original.slice(start, end) : parsed;
    const isTyped = style === 'plain' && tag === null && !isTemplated;
    const value = isTyped ? scalarValue(text) : text;
    const isQuoted = style === 'quoted';
    const { lines } = this;
    return { kind: 'scalar', value, text, isQuoted, isTemplated, tag, lines, start, end };
  }
}

function unescaped(inner: string): string {
  if (!inner.includes('\\')) return folded(inner);
  return inner.replace(ESCAPE, (written, char: string | undefined) => {
    if (char !== undefined) return ESCAPES[char] ?? notSimple();
    return written.startsWith('\\') ? '' : folded(written);
  });
}

/** A line goes on after a space; each blank one is the end of a line. */
function folded(inner: string): string {
  if (!inner.includes('\n')) return inner;
  return inner.replace(FOLD, (written) => '\n'.repeat(written.split('\n').length - 2) || ' ');
}

/** Without those at its end, and tabs. */
export function withoutBlanks(text: string): string {
  let end = text.length;
  for (let code = 32; code === 32 || code === 9; end--) code = text.charCodeAt(end - 1);
  return text.slice(0, end + 1);
}

/** Without those at its end: other blanks are a part of a text. */
export function withoutSpaces(text: string): string {
  let end = text.length;
  while (text.charCodeAt(end - 1) === 32) end--;
  return text.slice(0, end);
}

/** What a sticky pattern finds at an offset. */
export function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? text.slice(at, pattern.lastIndex) : null;
}
