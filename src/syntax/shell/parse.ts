import {
  type Assignment,
  type Block,
  type BlockPart,
  type Command,
  plainText,
  type Range,
  type Word,
} from './syntax.ts';
import { maxShellNesting, unquoted, WordReader } from './words.ts';

const OPENING: ReadonlySet<string> = new Set(['if', 'case', 'for', 'while', 'until', 'select', '{']);
const CLOSING: ReadonlySet<string> = new Set(['fi', 'esac', 'done', '}']);
const DECLARES_LOCAL: ReadonlySet<string> = new Set(['local', 'declare', 'typeset']);
/** Words that can precede a command. */
const WORDS_BEFORE_COMMAND: ReadonlySet<string> = new Set([
  ...['if', 'then', 'else', 'elif', 'while', 'until', 'do', '{', '}', '!', 'time', 'sudo'],
  ...['fi', 'esac', 'done', 'export', 'readonly', ...DECLARES_LOCAL],
]);
const COMMAND_ENDS = '\n;&|()';
/** Words that begin the next part of a block. */
const PARTS_OF_BLOCK: Readonly<Record<string, BlockPart['part']>> = {
  then: 'body',
  do: 'body',
  elif: 'test',
  else: 'else',
};
const FUNCTION_PARAMETERS = /\([ \t]*\)/y;
const OPERATOR = /&&|\|\||\|(?!&)/y;
const ARRAY_KEY = /\[(?<key>[^\]\n]{1,60})\]=/y;
const ASSIGNMENT = /[A-Za-z_]\w*\+?=/y;
const BLANKS = /(?:[ \t\r\f\v\u00a0]|\\\r?\n)+/y;
const LINE_BREAKS = /\n+/y;
/** A redirection, of one descriptor (`2>`) or of both outputs (`&>`). */
const REDIRECTION = /(?:\d{1,3}|\{[A-Za-z_]\w*\})?(?:<<<|<<-?|<\(|>\(|[<>]+&?\|?)|&>>?/y;
const REDIRECTION_STARTS = /[<>&{\d]/;
/** Target of a redirection that is not a file: another descriptor, or `-`, which closes one. */
const DESCRIPTOR = /^(?:\d+-?|-)$/;
/** A command that is still being read. */
interface CommandDraft {
  words: Word[];
  assignments: Assignment[];
  targets: Word[];
  heredocs: Range[];
  isSubstituted?: boolean;
  blocksAround?: readonly BlockPart[];
  operatorBefore?: NonNullable<Command['operatorBefore']>;
  /** True for `local` and the like, whose assignments only apply inside the function. */
  isLocal?: boolean;
}

/**
 * Commands of a shell script (POSIX shell, bash) with the place of every word, including those inside substitutions.
 * Reads as much as possible of invalid scripts; never fails.
 */
export function parseShell(text: string): Command[] {
  const parser = new Parser(text);
  parser.readCommands(null);
  return parser.commands;
}

class Parser extends WordReader {
  readonly commands: CommandDraft[] = [];
  /** Blocks that are not closed yet; null for braces. */
  private readonly blocks: ({ block: Block; part: BlockPart['part'] } | null)[] = [];
  /** Name of the function whose body comes next. */
  private nextFunction: string | null = null;
  /** Operator between the last command and the next. */
  private operator: CommandDraft['operatorBefore'];
  private readonly heredocs: { marker: string; command: CommandDraft }[] = [];

  /** Reads up to the end, or past the character that closes a substitution. */
  readCommands(close: string | null): void {
    let command = newCommand();
    while (this.position < this.text.length) {
      if (this.skipBlanks()) continue;
      const here = this.text.charAt(this.position);
      if (here === close) {
        this.position++;
        break;
      }
      if (here === '#') this.skipLine();
      else if (this.definesFunction(command)) command = newCommand();
      else if (REDIRECTION_STARTS.test(here) && this.readRedirection(command)) continue;
      else if (COMMAND_ENDS.includes(here)) {
        const operator = this.operatorHere();
        if (this.finish(command)) {
          command = newCommand();
          this.operator = operator ?? this.operator;
        }
        this.position++;
        if (here === '\n') this.readHeredocs();
      } else this.readCommandWord(command);
    }
    this.finish(command);
  }

  /** True for `name()`, which the body of a function follows. */
  private definesFunction({ words }: CommandDraft): boolean {
    const name = words.length === 1 ? plainText(words[0]) : null;
    if (name === null || !this.isAt('(') || !this.skip(FUNCTION_PARAMETERS)) return false;
    this.nextFunction = name;
    return true;
  }

  private operatorHere(): CommandDraft['operatorBefore'] {
    OPERATOR.lastIndex = this.position;
    return OPERATOR.exec(this.text)?.[0] as CommandDraft['operatorBefore'];
  }

  /** Skips blanks, and line ends after a backslash. */
  private skipBlanks(): boolean {
    return this.skip(BLANKS);
  }

  private skipLine(): void {
    const end = this.text.indexOf('\n', this.position);
    this.position = end < 0 ? this.text.length : end;
  }

  /** Finishes a command; returns false for an empty one. */
  private finish(command: CommandDraft): boolean {
    const { words, assignments, heredocs, targets } = command;
    assignments.push(...loopAssignments(words));
    const isAny = words.length + assignments.length + heredocs.length > 0;
    if (isAny) {
      this.commands.push(command);
      if (this.operator !== undefined) command.operatorBefore = this.operator;
      this.operator = undefined;
    }
    return isAny || targets.length > 0 || this.heredocs.length > 0;
  }

  private readCommandWord(command: CommandDraft): void {
    const start = this.position;
    if (command.words.length === 0) {
      const assigned = this.match(ASSIGNMENT);
      if (assigned !== null) {
        this.readAssignment(command, assigned, start);
        return;
      }
    }
    const word = this.readWord();
    const text = command.words.length === 0 ? plainText(word) : null;
    if (text !== null) this.enterOrLeaveBlock(text);
    if (text !== null && DECLARES_LOCAL.has(text)) command.isLocal = true;
    if (this.opensFunction(command, word)) return;
    if (text === null || !(WORDS_BEFORE_COMMAND.has(text) || text.startsWith('-')))
      this.addWord(command, word);
  }

  /** Updates the open blocks for a word that opens a block, begins its next part or closes it. */
  private enterOrLeaveBlock(word: string): void {
    const part = PARTS_OF_BLOCK[word];
    const top = this.blocks.at(-1);
    if (part !== undefined && top !== null && top !== undefined) top.part = part;
    if (OPENING.has(word)) {
      const isFunction = word === '{' && this.nextFunction !== null;
      const name = isFunction ? (this.nextFunction ?? '') : word;
      const starts = /^(?:if|while|until)$/.test(word) ? 'test' : 'body';
      this.blocks.push(
        word === '{' && !isFunction ? null : { block: { word: name, isFunction }, part: starts },
      );
      this.nextFunction = null;
    }
    if (CLOSING.has(word)) this.blocks.pop();
  }

  /** True for `function name {`. */
  private opensFunction(command: CommandDraft, word: Word): boolean {
    const [first, name, ...rest] = command.words;
    if (rest.length > 0 || plainText(first) !== 'function' || plainText(word) !== '{') return false;
    this.nextFunction = plainText(name);
    this.enterOrLeaveBlock('{');
    command.words.length = 0;
    return true;
  }

  private addWord(command: CommandDraft, word: Word): void {
    if (command.words.length === 0 && this.blocks.some((open) => open !== null))
      command.blocksAround = this.blocks
        .slice(-maxShellNesting)
        .flatMap((open) => (open === null ? [] : [{ ...open }]));
    command.words.push(word);
  }

  private readAssignment(command: CommandDraft, written: string, start: number): void {
    const isArray = this.text.charAt(this.position) === '(';
    const values = isArray ? this.readArray() : [this.readWord()];
    const name = written.replace(/\+?=$/, '');
    const nameRange = { start, end: start + name.length };
    // Each call of the function assigns its variables again.
    const isConditional = this.blocks.length > (command.isLocal === true ? 1 : 0);
    const isAppended = written.endsWith('+=');
    command.assignments.push({
      name,
      nameRange,
      values,
      isConditional,
      ...(isAppended && { isAppended }),
    });
  }

  private readArray(): Word[] {
    const words: Word[] = [];
    this.position++;
    while (this.position < this.text.length) {
      if (this.skipBlanks() || this.match(LINE_BREAKS) !== null) continue;
      const here = this.text.charAt(this.position);
      if (here === ')') {
        this.position++;
        break;
      }
      if (here === '#') this.skipLine();
      else if (';&|(<>'.includes(here)) this.position++;
      else {
        const key = this.match(ARRAY_KEY)?.slice(1, -2);
        const word = this.readWord();
        words.push(key === undefined ? word : { ...word, key: unquoted(key) });
      }
    }
    return words;
  }

  /** Reads a redirection with its file or substitution; false if there is none here. */
  private readRedirection(command: CommandDraft): boolean {
    const operator = this.match(REDIRECTION)?.replace(/^(?:\d+|\{\w+\})/, '');
    if (operator === undefined) return false;
    if (operator.endsWith('(')) {
      this.readInside(')');
      return true;
    }
    this.skipBlanks();
    if (this.position >= this.text.length || /[\n;&|()<>]/.test(this.text.charAt(this.position))) return true;
    const word = this.readWord();
    if (operator === '<<' || operator === '<<-') {
      this.heredocs.push({ marker: plainText(word) ?? '', command });
    } else if (/^&?>/.test(operator)) {
      const isCopy = operator.endsWith('&') && DESCRIPTOR.test(plainText(word) ?? '');
      if (!isCopy) command.targets.push(word);
    }
    return true;
  }

  /** Reads the lines of the heredocs that the previous line announced. */
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

  protected readInside(close: string): Command | undefined {
    const before = this.commands.length;
    const operator = this.operator;
    this.operator = undefined;
    this.closers.push(close);
    if (++this.depth <= maxShellNesting) this.readCommands(close);
    else this.position = this.text.length;
    this.operator = operator;
    this.depth--;
    this.closers.pop();
    for (let i = this.commands.length - 1; i >= before && this.commands[i]?.isSubstituted !== true; i--) {
      const command = this.commands[i];
      if (command !== undefined) command.isSubstituted = true;
    }
    return this.commands.length > before ? this.commands.at(-1) : undefined;
  }
}

/** Assignments of `for name in a b`, which gives the name one value after another. */
function loopAssignments(words: readonly Word[]): Assignment[] {
  const [first, variable, second] = words;
  if (variable === undefined || plainText(first) !== 'for' || plainText(second) !== 'in') return [];
  const values = words.slice(3);
  const name = plainText(variable) ?? '';
  return values.map((value, nth) => ({
    ...{ name, nameRange: variable, values: [value] },
    ...{ isConditional: nth > 0, isLooped: true },
  }));
}

function newCommand(): CommandDraft {
  return { words: [], assignments: [], targets: [], heredocs: [] };
}
