import { memoize } from '../../model/index.ts';
import { SYNTAXES, type StringSyntax, type Syntax } from './syntax.ts';

/** Offsets; the end is exclusive. */
export interface OffsetRange {
  start: number;
  end: number;
}

export interface Comment extends OffsetRange {
  /** End of the comment's words, before its closing mark. */
  wordsEnd: number;
}

/** A multi-line construct that no comment line can enter. */
export interface MultiLineConstruct extends OffsetRange {
  /** True for a string, a heredoc or a block scalar; false for lines that a backslash joins. */
  isText: boolean;
}

export interface ScannedComments {
  /** Comments in written order. */
  comments: readonly Comment[];
  constructs: readonly MultiLineConstruct[];
}

/** A level of nesting: code, or a string in code, or code in a string. */
type Frame =
  { kind: 'code'; close: '}' | ')' | null; depth: number } | { kind: 'string'; nth: number; start: number };

/** Scans comments and strings of a program or a script in one pass. Never fails. */
export function scanCode(text: string, language: keyof typeof SYNTAXES): ScannedComments {
  return new Scanner(text, SYNTAXES[language]).scan();
}

class Scanner {
  private readonly text: string;
  private readonly syntax: Syntax;
  private readonly comments: Comment[] = [];
  private readonly wholes: MultiLineConstruct[] = [];
  private readonly frames: Frame[] = [{ kind: 'code', close: null, depth: 0 }];
  private readonly heredocs: { marker: string; isIndented: boolean; start: number }[] = [];
  private position = 0;

  constructor(text: string, syntax: Syntax) {
    this.text = text;
    this.syntax = syntax;
  }

  scan(): ScannedComments {
    while (this.position < this.text.length) {
      const frame = this.frames.at(-1);
      if (frame === undefined) break;
      if (frame.kind === 'code') this.readCode(frame);
      else this.readString(frame);
    }
    for (const frame of this.frames) {
      if (frame.kind === 'string') this.addWhole(frame.start, this.text.length, true);
    }
    return { comments: this.comments, constructs: this.wholes };
  }

  private readCode(frame: Frame & { kind: 'code' }): void {
    const pattern = codePattern(this.syntax);
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.text);
    if (found === null) {
      this.position = this.text.length;
      return;
    }
    const [token] = found;
    const groups = found.groups ?? {};
    this.position = found.index + token.length;
    if (groups['line'] !== undefined) this.readLineComment(found.index);
    else if (groups['block'] !== undefined) this.readBlockComment(found.index);
    else if (groups['heredoc'] !== undefined) this.queueHeredoc(found);
    else if (groups['joined'] !== undefined) this.addWhole(found.index, this.position, false);
    else if (groups['end'] !== undefined) this.readHeredocs();
    else if (groups['bracket'] !== undefined) this.count(frame, token);
    else if (groups['other'] === undefined) {
      const nth = this.syntax.strings.findIndex((_, i) => groups[`string${i}`] !== undefined);
      this.frames.push({ kind: 'string', nth, start: found.index });
    }
  }

  private readString(frame: Frame & { kind: 'string' }): void {
    const form = this.syntax.strings[frame.nth];
    const pattern = form === undefined ? null : stringPattern(form);
    if (pattern !== null) pattern.lastIndex = this.position;
    const found = pattern?.exec(this.text) ?? null;
    if (found === null) {
      this.position = this.text.length;
      return;
    }
    this.position = found.index + found[0].length;
    const groups = found.groups ?? {};
    if (groups['code'] !== undefined) {
      this.frames.push({ kind: 'code', close: found[0].endsWith('(') ? ')' : '}', depth: 0 });
    } else if (groups['close'] !== undefined) {
      this.frames.pop();
      this.addWhole(frame.start, this.position, true);
    } else if (groups['end'] !== undefined) {
      // Scans the line end again as code, because heredocs may begin after it.
      this.position = found.index;
      this.frames.pop();
    }
  }

  private readLineComment(start: number): void {
    const end = /[\r\n]|$/g;
    end.lastIndex = start;
    this.position = end.exec(this.text)?.index ?? this.text.length;
    this.comments.push({ start, end: this.position, wordsEnd: this.position });
  }

  private readBlockComment(start: number): void {
    const close = this.text.indexOf('*/', this.position);
    const wordsEnd = close < 0 ? this.text.length : close;
    this.position = close < 0 ? wordsEnd : close + 2;
    this.comments.push({ start, end: this.position, wordsEnd });
  }

  private queueHeredoc({ index, groups = {} }: RegExpExecArray): void {
    const isIndented = groups['indented'] !== undefined || this.syntax === SYNTAXES.hcl;
    this.heredocs.push({ marker: groups['marker'] ?? '', isIndented, start: index });
  }

  private readHeredocs(): void {
    for (const { marker, isIndented, start } of this.heredocs.splice(0)) {
      const end = new RegExp(
        `^${isIndented ? '[ \\t]*' : ''}${marker.replace(/\W/g, '\\$&')}[ \\t]*\\r?$`,
        'gm',
      );
      end.lastIndex = this.position;
      const found = end.exec(this.text);
      this.position = found === null ? this.text.length : found.index + found[0].length;
      this.addWhole(start, this.position, true);
    }
  }

  private count(frame: Frame & { kind: 'code' }, bracket: string): void {
    if (frame.close === null) return;
    if (bracket === (frame.close === ')' ? '(' : '{')) frame.depth++;
    else if (bracket === frame.close && frame.depth-- === 0) this.frames.pop();
  }

  private addWhole(start: number, end: number, isText: boolean): void {
    const lineEnd = this.text.indexOf('\n', start);
    if (lineEnd >= 0 && lineEnd < end) this.wholes.push({ start, end, isText });
  }
}

const codePattern = memoize(
  ({
    lineComment,
    hasBlockComments,
    heredoc,
    otherLiterals: other,
    strings,
    continuesLines,
  }: Syntax): RegExp => {
    const ways = [
      ...(continuesLines ? [String.raw`(?<joined>\\\r?\n)`] : []),
      ...(other === null ? [] : [`(?<other>${other})`]),
      `(?<line>${lineComment})`,
      ...(hasBlockComments ? [String.raw`(?<block>/\*)`] : []),
      ...(heredoc === null ? [] : [`(?<heredoc>${heredoc})`, '(?<end>\\n)']),
      ...strings.map(({ open }, i) => `(?<string${i}>${open})`),
      '(?<bracket>[(){}])',
    ];
    return new RegExp(ways.join('|'), 'gu');
  },
);

const stringPattern = memoize(({ escape, code, close, isMultiline }: StringSyntax): RegExp => {
  const ways = [
    ...(escape === null ? [] : [escape]),
    ...(code === null ? [] : [`(?<code>${code})`]),
    `(?<close>${close})`,
    ...(isMultiline ? [] : ['(?<end>[\\r\\n])']),
  ];
  return new RegExp(ways.join('|'), 'gu');
});
