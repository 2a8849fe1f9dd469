import { linesOf, placeOf, type Lines } from '../document/lines.ts';
import type { SourceFile } from '../source.ts';
import { commentsOf, type Commented } from './comments.ts';
import type { Construct } from './scan.ts';

/** Lines of a text, 1-based, with comments and multi-line constructs. */
export class CommentLines {
  readonly lines: Lines;
  /** By line: true if it contains code, not only comments. */
  private readonly hasCodeAt: readonly boolean[];
  /** By line: the first line with code from there on. */
  private readonly nextCodeAt: readonly number[];
  /** By first line: the last line of the longest construct that begins there. */
  private readonly lasts = new Map<number, number>();
  /** Cache of {@link lastOf}: many comments can precede one construct. */
  private readonly ends = new Map<number, number>();
  /** By continued line: the first line of the longest construct. */
  private readonly firsts = new Map<number, number>();

  constructor({ text, code, constructs: wholes }: Commented) {
    this.lines = linesOf({ file: '', text });
    const { starts } = this.lines;
    this.hasCodeAt = starts.map((start, i) => /\S/.test(code.slice(start, starts[i + 1])));
    const next: number[] = [];
    for (let line = starts.length; line >= 1; line--)
      next[line] = this.hasCode(line) ? line : (next[line + 1] ?? line + 1);
    this.nextCodeAt = next;
    for (const whole of wholes) this.add(whole);
  }

  hasCode(line: number): boolean {
    return this.hasCodeAt[line - 1] ?? false;
  }

  /** First line after a given one with code; null if there is none. */
  nextCode(line: number): number | null {
    const next = this.nextCodeAt[line + 1] ?? Infinity;
    return next <= this.lines.starts.length ? next : null;
  }

  /** Last line of the construct that begins on a line: a multi-line command, a heredoc. */
  lastOf(line: number): number {
    const known = this.ends.get(line);
    if (known !== undefined) return known;
    let last = line;
    for (let each = line; each <= last; each++) last = Math.max(last, this.lasts.get(each) ?? 0);
    this.ends.set(line, last);
    return last;
  }

  /** First line of the construct around a line. */
  firstOf(line: number): number {
    let first = line;
    for (;;) {
      const before = this.firsts.get(first);
      if (before === undefined || before >= first) return first;
      first = before;
    }
  }

  private add({ start, end, isText }: Construct): void {
    const place = placeOf(this.lines, start, end);
    // A comment after joined lines is not part of the command.
    const last = isText ? place.endLine : (this.nextCode(place.line) ?? place.endLine);
    this.lasts.set(place.line, Math.max(last, this.lasts.get(place.line) ?? 0));
    for (let line = place.line + 1; line <= last; line++)
      this.firsts.set(line, Math.min(place.line, this.firsts.get(line) ?? line));
  }
}

/**
 * Position for a comment line about a line: the beginning of that line, or of the first line of the construct around
 * it.
 */
export function placeForComment(source: SourceFile, line: number): { line: number; offset: number } {
  const lines = new CommentLines(commentsOf(source));
  const first = lines.firstOf(line);
  return { line: first, offset: lines.lines.starts[first - 1] ?? 0 };
}
