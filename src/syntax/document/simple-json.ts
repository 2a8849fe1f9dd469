import type { Lines } from './lines.ts';
import type { Entry, Node, ScalarNode } from './node.ts';

const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const LITERAL = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null)(?![\w.+-])/y;
const DEEPEST = 200;
const [QUOTE, COMMA, COLON, LIST, LIST_END, MAP, MAP_END] = [34, 44, 58, 91, 93, 123, 125];

/** The tree of JSON as the standard has it, in one pass. Null for everything else: comments, more commas, mistakes. */
export function readSimpleJson(text: string, lines: Lines): Node | null {
  const reader = new SimpleJson(text, lines);
  const root = reader.value(0);
  return root !== null && reader.isAtEnd() ? root : null;
}

class SimpleJson {
  readonly #text: string;
  readonly #lines: Lines;
  #at = 0;

  constructor(text: string, lines: Lines) {
    this.#text = text;
    this.#lines = lines;
  }

  isAtEnd(): boolean {
    return Number.isNaN(this.#next());
  }

  /** Null where it is not simple. */
  value(depth: number): Node | null {
    switch (this.#next()) {
      case MAP:
        return depth > DEEPEST ? null : this.#map(depth + 1);
      case LIST:
        return depth > DEEPEST ? null : this.#list(depth + 1);
      case QUOTE: {
        const start = this.#at + 1;
        const text = this.#string();
        return text === null ? null : this.#scalar(text, text, true, start, this.#at - 1);
      }
      default:
        return this.#literal();
    }
  }

  /** The next character that says something. */
  #next(): number {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return code;
      this.#at++;
    }
  }

  #map(depth: number): Node | null {
    const lines = this.#lines;
    const start = this.#at++;
    const entries: Entry[] = [];
    for (let next = this.#next(); next !== MAP_END || entries.length > 0; next = this.#next()) {
      if (next !== QUOTE) return null;
      const from = this.#at + 1;
      const key = this.#string();
      if (key === null) return null;
      const keySpan = { lines, start: from, end: this.#at - 1 };
      if (this.#next() !== COLON) return null;
      this.#at++;
      const value = this.value(depth);
      if (value === null) return null;
      entries.push({ key, keySpan, value, alias: null });
      const after = this.#next();
      if (after === MAP_END) break;
      if (after !== COMMA) return null;
      this.#at++;
    }
    return { kind: 'map', entries, tag: null, lines, start, end: ++this.#at };
  }

  #list(depth: number): Node | null {
    const start = this.#at++;
    const items: Node[] = [];
    while (this.#next() !== LIST_END || items.length > 0) {
      const item = this.value(depth);
      if (item === null) return null;
      items.push(item);
      const after = this.#next();
      if (after === LIST_END) break;
      if (after !== COMMA) return null;
      this.#at++;
    }
    return { kind: 'list', items, tag: null, lines: this.#lines, start, end: ++this.#at };
  }

  /** What stands between quotes; null where they are not as the standard has them. */
  #string(): string | null {
    STRING.lastIndex = this.#at;
    if (!STRING.test(this.#text)) return null;
    const start = this.#at + 1;
    this.#at = STRING.lastIndex;
    const content = this.#text.slice(start, this.#at - 1);
    return content.includes('\\') ? (JSON.parse(`"${content}"`) as string) : content;
  }

  #literal(): Node | null {
    LITERAL.lastIndex = this.#at;
    if (!LITERAL.test(this.#text)) return null;
    const start = this.#at;
    const end = (this.#at = LITERAL.lastIndex);
    const text = this.#text.slice(start, end);
    return this.#scalar(JSON.parse(text) as number | boolean | null, text, false, start, end);
  }

  #scalar(value: ScalarNode['value'], text: string, isQuoted: boolean, start: number, end: number): Node {
    const lines = this.#lines;
    return { kind: 'scalar', value, text, isQuoted, isTemplated: false, tag: null, lines, start, end };
  }
}
