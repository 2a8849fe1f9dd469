import { textBefore } from '../../model/index.ts';
import { plainText, type Command, type Part, type Range, type Word } from './syntax.ts';

const PARAMETER = /(?:[A-Za-z_]\w*|\d+|[@*#?!$-])(?:\[[^\]\n]{1,60}\])?/y;
const PLAIN = /(?:[^\s\\'"$`;&|()<>{]|\u2002)+|\{(?!\{)/y;
const QUOTED = /[^\\"$`{]+|\{(?!\{)/y;
const CONTINUED = /\\\r?\n/y;
const NAME = /[A-Za-z_]\w*|[0-9@*#?!]/y;
const OPERATOR = /:?[-=+]/y;
const FALLBACK = /[^\\'"$`}]+/y;
const FALLBACK_OF_LINE = /[^\\'"$`}\n]+/y;
const EXPRESSION = new RegExp(
  [
    String.raw`\$\{\{\s*(?:(?<name>(?:env|inputs|vars|matrix|github\.event\.inputs)\.[\w-]+)`,
    String.raw`\s*(?:\|\|\s*'(?<fallback>[^'\r\n]*)'\s*)?\}\})?`,
  ].join(''),
  'dy',
);
/** An expression of a text template, with its default: `{{ version | default('8.0') }}`. */
const TEMPLATE = /\{\{(?:[^'"{}\n]|'[^'\n]*'|"[^"\n]*")*\}\}/y;
/** Default at the end of a template expression: `default('8.0') }}`, `or '8.0' }}`. */
const TEMPLATE_DEFAULT = /(?:\bd(?:efault)?\(|\bor)\s*['"](?<fallback>[^'"]*)['"][^'"]{0,20}\}\}$/d;

/** Maximum nesting of quotes and brackets in a script. */
export const maxShellNesting = 30;
/** Maximum length of a default for an unset variable, in characters. */
const maxFallbackLength = 200;

/** Reads the words of a script. */
export abstract class WordReader {
  protected readonly text: string;
  protected position = 0;
  protected depth = 0;
  /** Closing characters of open substitutions, innermost last. */
  protected readonly closers: string[] = [];

  constructor(text: string) {
    this.text = text;
  }

  /** Reads the commands up to a closing character and returns the last one. */
  protected abstract readInside(close: string): Command | undefined;

  /** Consumes a sticky pattern at the current position. */
  protected skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.position;
    if (!pattern.test(this.text)) return false;
    this.position = pattern.lastIndex;
    return true;
  }

  protected match(pattern: RegExp): string | null {
    const start = this.position;
    return this.skip(pattern) ? this.text.slice(start, this.position) : null;
  }

  protected isAt(token: string): boolean {
    return this.text.startsWith(token, this.position);
  }

  /** Consumes a token if it is here. */
  protected take(token: string): boolean {
    if (!this.isAt(token)) return false;
    this.position += token.length;
    return true;
  }

  protected readWord(): Word {
    const start = this.position;
    const parts: Part[] = [];
    while (this.position < this.text.length) {
      const before = this.position;
      const plain = this.match(PLAIN);
      if (plain !== null) addText(parts, plain, before);
      else if (!this.readQuoting(parts) && !this.readSubstitution(parts)) break;
    }
    if (this.position === start) this.position++;
    return { parts, start, end: this.position };
  }

  private readQuoting(parts: Part[]): boolean {
    const start = this.position;
    if (this.match(CONTINUED) !== null) return true;
    if (this.take('\\')) this.readEscaped(parts);
    else if (this.take("'") || this.take("$'")) {
      const close = this.text.indexOf("'", this.position);
      const end = close < 0 ? this.text.length : close;
      addText(parts, this.text.slice(this.position, end), this.position);
      this.position = Math.min(end + 1, this.text.length);
    } else if (this.take('"') || this.take('$"')) this.readDoubleQuoted(parts);
    return this.position > start;
  }

  /** Reads the character after a backslash. */
  private readEscaped(parts: Part[]): void {
    const character = this.text.charAt(this.position);
    addText(parts, character, this.position);
    this.position += character.length;
  }

  private readDoubleQuoted(parts: Part[]): void {
    while (this.position < this.text.length) {
      const before = this.position;
      const plain = this.match(QUOTED);
      if (plain !== null) addText(parts, plain, before);
      else if (this.take('"')) return;
      else if (this.match(CONTINUED) !== null) continue;
      else if (this.take('\\')) this.readEscaped(parts);
      else if (!this.readSubstitution(parts)) {
        addText(parts, this.text.charAt(before), before);
        this.position = before + 1;
      }
    }
  }

  /** Reads `$name`, `${name:-…}`, `$(…)`, `` `…` ``, and `${{ … }}` of workflows. */
  private readSubstitution(parts: Part[]): boolean {
    const start = this.position;
    if (this.text.startsWith('${{', start)) parts.push(this.readExpression());
    else if (this.text.startsWith('{{', start)) this.readTemplate(parts);
    else if (this.take('$((')) {
      const end = this.text.indexOf('))', this.position);
      this.position = end < 0 ? this.text.length : end + 2;
      parts.push({ kind: 'output', fallback: null, start, end: this.position });
    } else if (this.take('$(')) parts.push(this.readOutput(start, ')'));
    else if (this.closers.at(-1) !== '`' && this.take('`')) parts.push(this.readOutput(start, '`'));
    else if (this.take('${')) parts.push(this.readParameter(start));
    else if (this.take('$')) {
      const name = this.match(NAME);
      const variable = { kind: 'variable', item: null, assigns: false, fallback: null } as const;
      if (name === null) addText(parts, '$', start);
      else parts.push({ ...variable, name, start, end: this.position });
    }
    return this.position > start;
  }

  private readExpression(): Part {
    const start = this.position;
    EXPRESSION.lastIndex = start;
    const found = EXPRESSION.exec(this.text);
    const name = found?.groups?.['name'];
    const close = this.text.indexOf('}}', start);
    this.position = close < 0 ? this.text.length : close + 2;
    if (name === undefined) return { kind: 'output', fallback: null, ...this.from(start) };
    const written = found?.groups?.['fallback'];
    const [from, to] = found?.indices?.groups?.['fallback'] ?? [start, start];
    const fallback: Part[] | null =
      written === undefined ? null : [{ kind: 'text', text: written, start: from, end: to }];
    return { kind: 'variable', name, item: null, assigns: false, fallback, ...this.from(start) };
  }

  private readTemplate(parts: Part[]): void {
    const start = this.position;
    const written = this.match(TEMPLATE);
    if (written === null) {
      addText(parts, '{{', start);
      this.position += 2;
      return;
    }
    const found = TEMPLATE_DEFAULT.exec(written);
    const [from, to] = found?.indices?.groups?.['fallback'] ?? [0, 0];
    const known: Part[] | null =
      found === null
        ? null
        : [{ kind: 'text', text: written.slice(from, to), start: start + from, end: start + to }];
    parts.push({ kind: 'output', fallback: known, ...this.from(start) });
  }

  private from(start: number): Range {
    return { start, end: this.position };
  }

  private readOutput(start: number, close: string): Part {
    const last = this.readInside(close);
    const [command, word, ...rest] = last?.words ?? [];
    const prints = ['echo', 'printf'].includes(plainText(command) ?? '') && rest.length === 0;
    const fallback = prints && word !== undefined ? word.parts : null;
    return { kind: 'output', fallback, ...this.from(start) };
  }

  /** Reads the part of a parameter after `${`. */
  private readParameter(start: number): Part {
    const name = this.match(PARAMETER);
    const operator = this.match(OPERATOR);
    const fallback = operator === null ? null : this.readFallback();
    const isPlain = operator !== null || this.text.charAt(this.position) === '}';
    if (operator === null) this.skipBraces();
    else this.take('}');
    if (operator?.endsWith('+') === true && fallback !== null)
      return { kind: 'output', fallback: null, alternative: fallback, ...this.from(start) };
    if (name === null || !isPlain) return { kind: 'output', fallback: null, ...this.from(start) };
    return {
      kind: 'variable',
      name: textBefore(name, '['),
      item: itemKey(name),
      assigns: operator?.endsWith('=') ?? false,
      fallback,
      ...this.from(start),
    };
  }

  private readFallback(): Part[] {
    const parts: Part[] = [];
    if (++this.depth > maxShellNesting) this.position = this.text.length;
    const isClosed = this.isClosedSoon();
    const isEnd = (): boolean => this.isAt('}') || (!isClosed && this.isAt('\n'));
    while (this.position < this.text.length && !isEnd()) {
      const before = this.position;
      const plain = this.match(isClosed ? FALLBACK : FALLBACK_OF_LINE);
      if (plain !== null) addText(parts, plain, before);
      else if (!this.readQuoting(parts) && !this.readSubstitution(parts)) this.position++;
    }
    this.depth--;
    return parts;
  }

  /** True if the brace closes on the same line. Values with several lines are rare; unclosed braces are not. */
  private isClosedSoon(): boolean {
    const close = this.text.indexOf('}', this.position);
    return close >= 0 && close - this.position <= maxFallbackLength;
  }

  private skipBraces(): void {
    const end = this.text.indexOf('}', this.position);
    this.position = end < 0 ? this.text.length : end + 1;
  }
}

/** Appends text to the previous part if they are adjacent. */
function addText(parts: Part[], text: string, start: number): void {
  const last = parts.at(-1);
  if (last?.kind === 'text' && last.end === start && last.end - last.start === last.text.length) {
    last.text += text;
    last.end += text.length;
  } else parts.push({ kind: 'text', text, start, end: start + text.length });
}

/** Key in the brackets of `name[…]`: `@` for all elements, `?` for a key that is only known later. */
function itemKey(name: string): string | null {
  const open = name.indexOf('[');
  if (open < 0) return null;
  const written = name.slice(open + 1, -1);
  if (/^[@*]$/.test(written)) return '@';
  return written.includes('$') ? '?' : unquoted(written);
}

/** Key of an array element, without quotes. */
export function unquoted(key: string): string {
  return key.replace(/^(["'])(.*)\1$/, '$2');
}
