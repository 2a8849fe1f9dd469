import { linesOf, placeOf, type LineStarts } from '../document/lines.ts';
import type { SourceFile } from '../source.ts';
import { commentsOf, type CommentedText } from './comments.ts';
import type { MultiLineConstruct } from './scan.ts';

/** Lines of a text, 1-based, with comments and multi-line constructs. */
export class CommentLines {
  readonly lines: LineStarts;
  /** By line: true if it contains code, not only comments. */
  private readonly codeByLine: readonly boolean[];
  /** By line: the next line with code, possibly the line itself. */
  private readonly nextCodeByLine: readonly number[];
  /** By first line: the last line of the longest construct that begins there. */
  private readonly lastByFirst = new Map<number, number>();
  /** Cache of {@link lastLineOf}: many comments can precede one construct. */
  private readonly cachedLasts = new Map<number, number>();
  /** By line inside a construct: the first line of the construct, the longest one if there are several. */
  private readonly firstByContinued = new Map<number, number>();

  constructor({ text, code, constructs: wholes }: CommentedText) {
    this.lines = linesOf({ file: '', text });
    const { starts } = this.lines;
    this.codeByLine = starts.map((start, i) => /\S/.test(code.slice(start, starts[i + 1])));
    const next: number[] = [];
    for (let line = starts.length; line >= 1; line--)
      next[line] = this.hasCode(line) ? line : (next[line + 1] ?? line + 1);
    this.nextCodeByLine = next;
    for (const whole of wholes) this.add(whole);
  }

  hasCode(line: number): boolean {
    return this.codeByLine[line - 1] ?? false;
  }

  /** Next line with code after a given one; null if there is none. */
  nextLineWithCode(line: number): number | null {
    const next = this.nextCodeByLine[line + 1] ?? Infinity;
    return next <= this.lines.starts.length ? next : null;
  }

  /** Last line of the construct that begins on a line: a multi-line command, a heredoc. */
  lastLineOf(line: number): number {
    const known = this.cachedLasts.get(line);
    if (known !== undefined) return known;
    let last = line;
    for (let each = line; each <= last; each++) last = Math.max(last, this.lastByFirst.get(each) ?? 0);
    this.cachedLasts.set(line, last);
    return last;
  }

  /** First line of the construct around a line. */
  firstLineOf(line: number): number {
    let first = line;
    for (;;) {
      const before = this.firstByContinued.get(first);
      if (before === undefined || before >= first) return first;
      first = before;
    }
  }

  private add({ start, end, isText }: MultiLineConstruct): void {
    const place = placeOf(this.lines, start, end);
    // A comment after the joined lines does not belong to the command.
    const last = isText ? place.endLine : (this.nextLineWithCode(place.line) ?? place.endLine);
    this.lastByFirst.set(place.line, Math.max(last, this.lastByFirst.get(place.line) ?? 0));
    for (let line = place.line + 1; line <= last; line++)
      this.firstByContinued.set(line, Math.min(place.line, this.firstByContinued.get(line) ?? line));
  }
}

/** Position for a comment line above a line: its start, or the start of the construct around it. */
export function positionForComment(source: SourceFile, line: number): { line: number; offset: number } {
  const lines = new CommentLines(commentsOf(source));
  const first = lines.firstLineOf(line);
  return { line: first, offset: lines.lines.starts[first - 1] ?? 0 };
}
