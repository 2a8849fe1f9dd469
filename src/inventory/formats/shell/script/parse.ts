import type { Assignment, Command, Part, Range, Word } from './syntax.ts';
import { plainText } from './syntax.ts';
import { maxFallbackLength, maxShellNesting } from '../../../values/limits.ts';

const OPENING: ReadonlySet<string> = new Set(['if', 'case', 'for', 'while', 'until', 'select', '{']);
const CLOSING: ReadonlySet<string> = new Set(['fi', 'esac', 'done', '}']);
/** Words before a command that are not the command. */
const LEADING: ReadonlySet<string> = new Set([
  ...['if', 'then', 'else', 'elif', 'while', 'until', 'do', '{', '}', '!', 'time', 'sudo'],
  ...['fi', 'esac', 'done', 'export', 'readonly', 'local', 'declare', 'typeset'],
]);
const ASSIGNMENT = /[A-Za-z_]\w*\+?=/y;
const PARAMETER = /(?:[A-Za-z_]\w*|\d+|[@*#?!$-])(?:\[[@*]\])?/y;
const PLAIN = /[^\s\\'"$`;&|()<>]+/y;
const QUOTED = /[^\\"$`]+/y;
const EXPRESSION =
  /\$\{\{\s*(?:(?<name>(?:env|inputs|vars|matrix|github\.event\.inputs)\.[\w-]+)\s*(?:\|\|\s*'(?<fallback>[^'\r\n]*)'\s*)?\}\})?/dy;

/** A command while it is read. */
interface Draft {
  words: Word[];
  assignments: Assignment[];
  targets: Word[];
  heredocs: Range[];
}

/**
 * The commands of a shell script (POSIX shell, bash) with the place of every word, those inside of substitutions
 * included. What no shell would accept is read as far as it makes sense; this never fails.
 */
export function parseShell(text: string): Command[] {
  const parser = new Parser(text);
  parser.readCommands(null);
  return parser.commands;
}

class Parser {
  readonly commands: Command[] = [];
  private readonly text: string;
  private position = 0;
  private nesting = 0;
  /** What closes the substitutions that are open, the innermost last. */
  private readonly closers: string[] = [];
  private depth = 0;
  private readonly heredocs: { marker: string; command: Draft }[] = [];

  constructor(text: string) {
    this.text = text;
  }

  /** Reads up to the end, or over the character that closes a substitution. */
  readCommands(close: string | null): void {
    let command = newCommand();
    const finish = (): void => {
      this.finish(command);
      command = newCommand();
    };
    while (this.position < this.text.length) {
      if (this.skipBlanks()) continue;
      const here = this.text.charAt(this.position);
      if (here === close) {
        this.position++;
        break;
      }
      if (here === '#') this.skipLine();
      else if (here === '\n') {
        finish();
        this.position++;
        this.readHeredocs();
      } else if (';&|()'.includes(here)) {
        finish();
        this.position++;
      } else if (here === '<' || here === '>') this.readRedirection(command);
      else this.readCommandWord(command);
    }
    finish();
  }

  /** Blanks, and line ends that a backslash takes away. */
  private skipBlanks(): boolean {
    const before = this.position;
    this.match(/(?:[ \t\r\f\v\u00a0]|\\\r?\n)+/y);
    return this.position > before;
  }

  private skipLine(): void {
    const end = this.text.indexOf('\n', this.position);
    this.position = end < 0 ? this.text.length : end;
  }

  private match(pattern: RegExp): string | null {
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.text)?.[0];
    if (found === undefined) return null;
    this.position += found.length;
    return found;
  }

  private finish(command: Draft): void {
    const { words, assignments, heredocs } = command;
    if (words.length + assignments.length + heredocs.length > 0) this.commands.push(command);
  }

  private readCommandWord(command: Draft): void {
    const start = this.position;
    if (command.words.length === 0) {
      const assigned = this.match(ASSIGNMENT);
      if (assigned !== null) {
        const name = assigned.replace(/\+?=$/, '');
        this.readAssignment(command, name, { start, end: start + name.length });
        return;
      }
    }
    const word = this.readWord();
    const text = command.words.length === 0 ? plainText(word) : null;
    if (text !== null && OPENING.has(text)) this.nesting++;
    if (text !== null && CLOSING.has(text)) this.nesting = Math.max(0, this.nesting - 1);
    if (text === null || !(LEADING.has(text) || text.startsWith('-'))) command.words.push(word);
  }

  private readAssignment(command: Draft, name: string, nameRange: Range): void {
    const isArray = this.text.charAt(this.position) === '(';
    const values = isArray ? this.readArray() : [this.readWord()];
    command.assignments.push({ name, nameRange, values, isConditional: this.nesting > 0 });
  }

  private readArray(): Word[] {
    const words: Word[] = [];
    this.position++;
    while (this.position < this.text.length) {
      if (this.skipBlanks() || this.match(/\n+/y) !== null) continue;
      const here = this.text.charAt(this.position);
      if (here === ')') {
        this.position++;
        break;
      }
      if (here === '#') this.skipLine();
      else if (';&|(<>'.includes(here)) this.position++;
      else words.push(this.readWord());
    }
    return words;
  }

  private readRedirection(command: Draft): void {
    const operator = this.match(/<<<|<<-?|<\(|>\(|[<>]+&?\|?/y) ?? '';
    if (operator.endsWith('(')) {
      this.nested(')');
      return;
    }
    this.skipBlanks();
    if (this.position >= this.text.length || /[\n;&|()<>]/.test(this.text.charAt(this.position))) return;
    const word = this.readWord();
    if (operator === '<<' || operator === '<<-') {
      this.heredocs.push({ marker: plainText(word) ?? '', command });
    } else if (operator.startsWith('>')) command.targets.push(word);
  }

  /** Heredocs begin on the line after the one that announces them. */
  private readHeredocs(): void {
    for (const { marker, command } of this.heredocs.splice(0)) {
      const start = this.position;
      for (;;) {
        const lineStart = this.position;
        this.skipLine();
        const isEnd = this.position >= this.text.length;
        const isMarker = this.text.slice(lineStart, this.position).trim() === marker;
        if (isMarker || isEnd) command.heredocs.push({ start, end: isMarker ? lineStart : this.position });
        if (isMarker && command.words.length === 0) this.finish(command);
        this.position = Math.min(this.position + 1, this.text.length);
        if (isMarker || isEnd) break;
      }
    }
  }

  private readWord(): Word {
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
    const quote = this.match(/\$?'|\$?"|\\\r?\n|\\/y);
    if (quote === null) return false;
    if (quote === '\\') {
      this.readEscaped(parts);
    } else if (quote.endsWith("'")) {
      const close = this.text.indexOf("'", this.position);
      const end = close < 0 ? this.text.length : close;
      addText(parts, this.text.slice(this.position, end), this.position);
      this.position = Math.min(end + 1, this.text.length);
    } else if (quote.endsWith('"')) this.readDoubleQuoted(parts);
    return this.position > start;
  }

  /** The character after a backslash. */
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
      else if (this.match(/"/y) !== null) return;
      else if (this.match(/\\\r?\n/y) !== null) continue;
      else if (this.match(/\\/y) !== null) this.readEscaped(parts);
      else if (!this.readSubstitution(parts)) {
        addText(parts, this.text.charAt(before), before);
        this.position = before + 1;
      }
    }
  }

  /** `$name`, `${name:-…}`, `$(…)`, `` `…` ``, and `${{ … }}` of workflows. */
  private readSubstitution(parts: Part[]): boolean {
    const start = this.position;
    if (this.text.startsWith('${{', start)) parts.push(this.readExpression());
    else if (this.match(/\$\(\(/y) !== null) {
      const end = this.text.indexOf('))', this.position);
      this.position = end < 0 ? this.text.length : end + 2;
      parts.push({ kind: 'output', fallback: null, start, end: this.position });
    } else if (this.match(/\$\(/y) !== null) parts.push(this.readOutput(start, ')'));
    else if (this.closers.at(-1) !== '`' && this.match(/`/y) !== null)
      parts.push(this.readOutput(start, '`'));
    else if (this.match(/\$\{/y) !== null) parts.push(this.readParameter(start));
    else if (this.match(/\$(?=[A-Za-z_0-9@*#?!])/y) !== null) {
      const name = this.match(/[A-Za-z_]\w*|./y) ?? '';
      parts.push({
        kind: 'variable',
        name,
        isArray: false,
        assigns: false,
        fallback: null,
        ...this.from(start),
      });
    } else if (this.match(/\$/y) !== null) addText(parts, '$', start);
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
    return { kind: 'variable', name, isArray: false, assigns: false, fallback, ...this.from(start) };
  }

  private from(start: number): Range {
    return { start, end: this.position };
  }

  private nested(close: string): void {
    this.closers.push(close);
    if (++this.depth <= maxShellNesting) this.readCommands(close);
    else this.position = this.text.length;
    this.depth--;
    this.closers.pop();
  }

  private readOutput(start: number, close: string): Part {
    const before = this.commands.length;
    this.nested(close);
    const last = this.commands.length > before ? this.commands.at(-1) : undefined;
    const [command, word, ...rest] = last?.words ?? [];
    const prints = ['echo', 'printf'].includes(plainText(command) ?? '') && rest.length === 0;
    const fallback = prints && word !== undefined ? word.parts : null;
    return { kind: 'output', fallback, ...this.from(start) };
  }

  /** After `${`. */
  private readParameter(start: number): Part {
    const name = this.match(PARAMETER);
    const operator = this.match(/:?[-=]/y);
    const isArray = name?.endsWith(']') ?? false;
    const fallback = operator === null ? null : this.readFallback();
    const isPlain = operator !== null || this.text.charAt(this.position) === '}';
    if (operator === null) this.skipBraces();
    else this.match(/\}/y);
    if (name === null || !isPlain) return { kind: 'output', fallback: null, ...this.from(start) };
    return {
      kind: 'variable',
      name: name.replace(/\[.\]$/, ''),
      isArray,
      assigns: operator?.endsWith('=') ?? false,
      fallback,
      ...this.from(start),
    };
  }

  private readFallback(): Part[] {
    const parts: Part[] = [];
    if (++this.depth > maxShellNesting) this.position = this.text.length;
    const isClosed = this.isClosedSoon();
    const end = isClosed ? /\}/ : /[}\n]/;
    while (this.position < this.text.length && !end.test(this.text.charAt(this.position))) {
      const before = this.position;
      const plain = this.match(isClosed ? /[^\\'"$`}]+/y : /[^\\'"$`}\n]+/y);
      if (plain !== null) addText(parts, plain, before);
      else if (!this.readQuoting(parts) && !this.readSubstitution(parts)) this.position++;
    }
    this.depth--;
    return parts;
  }

  /** A value that goes on over lines is rare, a brace that nobody closes is not: the end of its line ends that. */
  private isClosedSoon(): boolean {
    const close = this.text.indexOf('}', this.position);
    return close >= 0 && close - this.position <= maxFallbackLength;
  }

  private skipBraces(): void {
    const end = this.text.indexOf('}', this.position);
    this.position = end < 0 ? this.text.length : end + 1;
  }
}

function newCommand(): Draft {
  return { words: [], assignments: [], targets: [], heredocs: [] };
}

/** Adds written text to the part before it where the two stand together. */
function addText(parts: Part[], text: string, start: number): void {
  const last = parts.at(-1);
  if (last?.kind === 'text' && last.end === start && last.end - last.start === last.text.length) {
    last.text += text;
    last.end += text.length;
  } else parts.push({ kind: 'text', text, start, end: start + text.length });
}
