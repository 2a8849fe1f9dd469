import { trimCapacity } from '../../model/index.ts';
import type { Span } from '../document/node.ts';
import type { SourceFile } from '../source.ts';
import { Cursor } from './expressions/cursor.ts';
import { readExpression } from './expressions/expression.ts';
import { skipBody } from './expressions/skip.ts';
import type { Attribute, Block, Body, HclFile, NeedsBody, Label } from './syntax.ts';

const MAX_DEPTH = 50;
const STRING_LABEL = /"(?:[^"\\\n]|\\.)*"/y;
/**
 * A block that is only valid at the top level. At the start of a line inside a block, it means that the previous block
 * was never closed.
 */
const TOP_BLOCK = /(?:resource|data|module|variable|output|provider)[ \t]+"|(?:locals|terraform)[ \t]*\{/y;

const TOP_BLOCK_LINE = new RegExp(`^(?:${TOP_BLOCK.source})`, 'gm');

/**
 * Parses an HCL file (Terraform, OpenTofu, variable files, Terragrunt, Packer) with the place of everything in it, in
 * one pass. Continues at the next line after an error. Replaces tree-sitter's parser, which takes 25 ms for 2,000 lines
 * with the conversion of its tree, groups `a ? b : c ? d : e` to the left, and adds the next attribute to an unfinished
 * one.
 * @param needed selects the top-level blocks to parse; other bodies are parsed on first access
 */
export function parseHcl(source: SourceFile, needed: NeedsBody = isAlwaysNeeded): HclFile {
  const file = parseOnce(source, { needed, endsAtTopBlock: false });
  // An unclosed block would include the rest of the file. Top-level blocks reveal where it ends.
  return file.isOpenAtEnd ? parseOnce(source, { needed, endsAtTopBlock: true }) : file;
}

/** Options of parsing a file. */
interface ParseOptions {
  needed: NeedsBody;
  /** True if the start of a top-level block ends the block around it. */
  endsAtTopBlock: boolean;
}

function parseOnce(source: SourceFile, options: ParseOptions): HclFile & { isOpenAtEnd: boolean } {
  const cursor = new Cursor(source);
  const { file, text } = source;
  const body = readBody(cursor, 0, options);
  return { file, text, body, errors: cursor.errors, isOpenAtEnd: cursor.isOpenAtEnd };
}

function isAlwaysNeeded(): boolean {
  return true;
}

function readBody(cursor: Cursor, depth: number, options: ParseOptions): Body {
  const attributes: Attribute[] = [];
  const blocks: Block[] = [];
  for (;;) {
    cursor.skipBlanks(true);
    if (cursor.atEnd) {
      if (depth > 0) cursor.recordUnclosedBlock();
      return bodyOf(attributes, blocks);
    }
    if (cursor.consume('}')) {
      if (depth > 0) return bodyOf(attributes, blocks);
      cursor.recordError(cursor.position - 1);
      continue;
    }
    if (options.endsAtTopBlock && depth > 0 && isAtTopBlock(cursor)) {
      cursor.recordError();
      return bodyOf(attributes, blocks);
    }
    readMember(cursor, depth, options, attributes, blocks);
  }
}

function bodyOf(attributes: readonly Attribute[], blocks: readonly Block[]): Body {
  return { attributes: trimCapacity(attributes), blocks: trimCapacity(blocks) };
}

function isAtTopBlock(cursor: Cursor): boolean {
  const { position } = cursor;
  if (position > 0 && cursor.text.charAt(position - 1) !== '\n') return false;
  const found = cursor.match(TOP_BLOCK) !== null;
  cursor.position = position;
  return found;
}

/** Reads `name = expression` or `type "label" { … }`. */
function readMember(
  cursor: Cursor,
  depth: number,
  options: ParseOptions,
  attributes: Attribute[],
  blocks: Block[],
): void {
  const start = cursor.position;
  const quoted = cursor.isAt('"') ? cursor.match(STRING_LABEL) : null;
  const name = quoted?.slice(1, -1) ?? cursor.identifier();
  if (name === null) {
    cursor.recordError();
    cursor.position++;
    cursor.skipLine();
    return;
  }
  const nameSpan = quoted === null ? cursor.span(start) : cursor.span(start + 1, cursor.position - 1);
  cursor.skipBlanks(false);
  if (cursor.isAt('=') && !cursor.isAt('==')) {
    cursor.consume('=');
    cursor.skipBlanks(false);
    attributes.push({ name, nameSpan, value: readExpression(cursor) });
    endLine(cursor, depth);
    return;
  }
  const labels = readLabels(cursor);
  if (depth > MAX_DEPTH || !cursor.consume('{')) {
    cursor.recordError();
    cursor.skipLine();
    return;
  }
  if (depth === 0 && !options.needed(name, labels[0]?.text))
    blocks.push(new UnreadBlock(name, nameSpan, labels, cursor, options));
  else {
    const body = readBody(cursor, depth + 1, options);
    blocks.push({ type: name, typeSpan: nameSpan, labels, body, unread: null });
  }
}

/** A block whose skipped body is parsed on first access. */
class UnreadBlock implements Block {
  readonly type: string;
  readonly typeSpan: Span;
  readonly labels: readonly Label[];
  readonly unread: string;
  readonly #cursor: Cursor;
  readonly #start: number;
  readonly #options: ParseOptions;
  #body: Body | null = null;

  constructor(type: string, typeSpan: Span, labels: readonly Label[], cursor: Cursor, options: ParseOptions) {
    this.type = type;
    this.typeSpan = typeSpan;
    this.labels = labels;
    this.#cursor = cursor;
    this.#start = cursor.position;
    this.#options = options;
    skipBody(cursor, options.endsAtTopBlock ? TOP_BLOCK_LINE : null);
    this.unread = cursor.text.slice(this.#start, cursor.position);
  }

  get body(): Body {
    this.#body ??= readBody(this.#cursor.copyAt(this.#start), 1, this.#options);
    return this.#body;
  }
}

function readLabels(cursor: Cursor): readonly Label[] {
  const labels: Label[] = [];
  for (;;) {
    cursor.skipBlanks(false);
    const start = cursor.position;
    const quoted = cursor.isAt('"') ? cursor.match(STRING_LABEL) : null;
    if (quoted !== null) {
      const { lines, start: from, end } = cursor.span(start + 1, cursor.position - 1);
      labels.push({ text: quoted.slice(1, -1), lines, start: from, end });
      continue;
    }
    if (cursor.isAt('{')) return trimCapacity(labels);
    const name = cursor.identifier();
    if (name === null) return trimCapacity(labels);
    labels.push({ text: name, ...cursor.span(start) });
  }
}

/** Expects the end of the line, or of the block, after an attribute. */
function endLine(cursor: Cursor, depth: number): void {
  cursor.skipBlanks(false);
  if (cursor.atLineEnd || (depth > 0 && cursor.isAt('}'))) return;
  if (cursor.consume(',')) return;
  cursor.recordError();
  cursor.skipLine();
}
