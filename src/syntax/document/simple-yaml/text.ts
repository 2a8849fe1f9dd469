import { isMasked } from '../mask.ts';
import type { Lines } from '../lines.ts';
import type { ScalarNode } from '../node.ts';
import { scalarValue } from '../scalar-value.ts';

/** Thrown where a text is not in the simple part of YAML. It is no mistake, so it has no stack. */
export const NOT_SIMPLE = { isSimple: false } as const;

export function notSimple(): never {
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- a way out, taken often
  throw NOT_SIMPLE;
}

const TAG = /!\w[\w.:-]*(?= |\n|$)/y;
const DOUBLE_QUOTED = /"(?:[^"\\\n]|\\.)*"/y;
const SINGLE_QUOTED = /'(?:[^'\n]|'')*'/y;
const ESCAPE = /\\(.)/g;
const ESCAPES: Readonly<Record<string, string>> = {
  ...{ n: '\n', t: '\t', r: '\r', '0': '\0', '"': '"', '/': '/', '\\': '\\' },
};

/** A text that is read from the front, and what it is made of. `original` is what the file holds at the same offsets. */
export class YamlText {
  readonly text: string;
  readonly original: string;
  readonly lines: Lines;
  readonly #hasMarks: boolean;

  constructor(text: string, original: string, lines: Lines) {
    this.text = text;
    this.original = original;
    this.lines = lines;
    this.#hasMarks = isMasked(text);
  }

  is(at: number, char: string): boolean {
    return this.text.charCodeAt(at) === char.charCodeAt(0);
  }

  /** Whether nothing, a space or the end of a line stands there. */
  isGap(at: number): boolean {
    const code = this.text.charCodeAt(at);
    return code === 32 || code === 10 || at >= this.text.length;
  }

  isLineEnd(at: number): boolean {
    return this.text.charCodeAt(at) === 10 || at >= this.text.length;
  }

  skipSpaces(at: number): number {
    let next = at;
    while (this.text.charCodeAt(next) === 32) next++;
    return next;
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

  /** A quoted text within one line. */
  quoted(at: number, tag: string | null): ScalarNode {
    const isDouble = this.is(at, '"');
    const token = matchAt(isDouble ? DOUBLE_QUOTED : SINGLE_QUOTED, this.text, at) ?? notSimple();
    const inner = token.slice(1, -1);
    const parsed = isDouble ? unescaped(inner) : inner.replaceAll("''", "'");
    return this.scalar(at + 1, at + token.length - 1, parsed, tag, 'quoted');
  }

  scalar(
    start: number,
    end: number,
    parsed: string,
    tag: string | null,
    style: 'plain' | 'quoted',
  ): ScalarNode {
    const isTemplated = this.#hasMarks && isMasked(parsed);
    const text = isTemplated ? this.original.slice(start, end) : parsed;
    const isTyped = style === 'plain' && tag === null && !isTemplated;
    return {
      ...{ kind: 'scalar', value: isTyped ? scalarValue(text) : text, text, isQuoted: style === 'quoted' },
      ...{ isTemplated, tag, lines: this.lines, start, end },
    };
  }
}

function unescaped(inner: string): string {
  if (!inner.includes('\\')) return inner;
  return inner.replace(ESCAPE, (_, char: string) => ESCAPES[char] ?? notSimple());
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
  return pattern.exec(text)?.[0] ?? null;
}
