import { linesOf, placeOf, type LineStarts } from '../../document/lines.ts';
import type { Span } from '../../document/node.ts';
import type { SourceFile } from '../../source.ts';
import type { SyntaxError } from '../syntax.ts';

const BLANKS = /[ \t\u00a0]+/y;
const BLANKS_AND_LINES = /\s+/y;
const LINE = /[^\r\n]*/y;
const IDENTIFIER = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
/** A name in ASCII, as nearly all are. Matches several times faster than names with any letters. */
const PLAIN_NAME = /[A-Za-z_][\w-]*(?![\w-]|[^\x00-\x7f])/y;
const MAX_ERRORS = 20;
const NEAR_LENGTH = 40;

const [TAB, LINE_FEED, CARRIAGE_RETURN, SPACE, HASH, COMMA, SLASH, DELETE] = [9, 10, 13, 32, 35, 44, 47, 127];
const [PARENTHESIS, BRACKET, BRACE] = [41, 93, 125];

/** Position in the text of an HCL file, and the errors before it. */
export class Cursor {
  readonly text: string;
  readonly lines: LineStarts;
  readonly errors: SyntaxError[] = [];
  position = 0;
  isOpenAtEnd = false;
  /** Number of skipped blocks without a closing brace. */
  openBlocks = 0;
  private readonly fixedPlace: Span | null;

  /** @param place of all results, if the text is a value in a file of another format */
  constructor(source: SourceFile, place: Span | null = null, lines: LineStarts | null = null) {
    this.text = source.text;
    this.lines = lines ?? place?.lines ?? linesOf(source);
    this.fixedPlace = place;
  }

  /** Another cursor on the same text; its errors are not recorded here. */
  copyAt(position: number): Cursor {
    const copy = new Cursor({ file: this.lines.file, text: this.text }, this.fixedPlace, this.lines);
    copy.position = position;
    return copy;
  }

  get atEnd(): boolean {
    return this.position >= this.text.length;
  }

  /** Character under the cursor; empty at the end. */
  get character(): string {
    return this.text.charAt(this.position);
  }

  /** UTF-16 code of the character under the cursor; NaN at the end. */
  get code(): number {
    return this.text.charCodeAt(this.position);
  }

  /** True at a line end, as an editor counts lines. */
  get atLineEnd(): boolean {
    return this.atEnd || this.code === LINE_FEED || this.code === CARRIAGE_RETURN;
  }

  /** True if an expression certainly ends here. Most end with a line, or with an item of a list. */
  endsExpression(ignoresLineEnds: boolean): boolean {
    const code = this.text.charCodeAt(this.position);
    return code === LINE_FEED
      ? !ignoresLineEnds
      : code === COMMA || code === PARENTHESIS || code === BRACKET || code === BRACE;
  }

  isAt(token: string): boolean {
    const { text, position } = this;
    if (text.charCodeAt(position) !== token.charCodeAt(0)) return false;
    return token.length === 1 || text.startsWith(token, position);
  }

  /** Consumes a token if it is here. */
  consume(token: string): boolean {
    if (!this.isAt(token)) return false;
    this.position += token.length;
    return true;
  }

  /** Consumes a sticky pattern and returns its match; null if it is not here. */
  match(pattern: RegExp): string | null {
    const start = this.position;
    return this.skip(pattern) ? this.text.slice(start, this.position) : null;
  }

  /** Like {@link match} without the matched text, for parts that are not needed. */
  skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.position;
    if (!pattern.test(this.text)) return false;
    this.position = pattern.lastIndex;
    return true;
  }

  identifier(): string | null {
    return this.plainName() ?? this.match(IDENTIFIER);
  }

  /** Consumes a name of ASCII characters; null if there is none. */
  plainName(): string | null {
    return this.match(PLAIN_NAME);
  }

  /** Skips blanks and comments, and line ends if they are ignored. */
  skipBlanks(ignoresLineEnds: boolean): void {
    for (;;) {
      const code = this.text.charCodeAt(this.position);
      if (code === SPACE || code === TAB || (ignoresLineEnds && code === LINE_FEED)) this.position++;
      // All other plain characters begin a token or a comment.
      else if ((code > SLASH && code < DELETE) || code === LINE_FEED) return;
      else if (code > SPACE && code < SLASH && code !== HASH) return;
      else if (!this.skip(ignoresLineEnds ? BLANKS_AND_LINES : BLANKS) && !this.skipComment()) return;
    }
  }

  private skipComment(): boolean {
    if (this.isAt('#') || this.isAt('//')) {
      this.skipLine();
      return true;
    }
    if (!this.isAt('/*')) return false;
    const end = this.text.indexOf('*/', this.position + 2);
    this.position = end < 0 ? this.text.length : end + 2;
    return true;
  }

  skipLine(): void {
    this.skip(LINE);
  }

  span(start: number, end = this.position): Span {
    const { lines, fixedPlace: place } = this;
    if (place === null) return { lines, start, end };
    // Without escapes, the written text is the value.
    const isVerbatim = place.end - place.start === this.text.length;
    return isVerbatim
      ? { lines, start: place.start + start, end: place.start + end }
      : { lines, start: place.start, end: place.end };
  }

  /** Records that the text ended inside a block. */
  recordUnclosedBlock(): void {
    this.isOpenAtEnd = true;
    this.recordError();
  }

  /** Records an error at this position. Later errors are mostly consequences, so only the first ones are kept. */
  recordError(at = this.position): void {
    if (this.errors.length >= MAX_ERRORS) return;
    const offset = this.fixedPlace?.start ?? at;
    const { line } = placeOf(this.lines, offset, offset);
    if (this.errors.at(-1)?.line === line) return;
    const rest = this.text.slice(at, at + NEAR_LENGTH).split(/[\r\n]/)[0] ?? '';
    this.errors.push({ line, near: rest.trim() });
  }
}
