import type { Lines } from './lines.ts';
import { moved } from './moved.ts';
import type { MapNode, Node, ParsedDocument } from './node.ts';

// An edit changes one part of a long file. Parts that mean the same by themselves are parsed once and moved.

/** What a part says by itself, and where it last stood. */
interface Part {
  documents: readonly ParsedDocument[];
  placed: { start: number; lines: Lines; node: Node } | null;
}

/** What was parsed of the parts of a file that is edited, by their text. */
export class Parts {
  private current = new Map<string, Part>();
  private before = new Map<string, Part>();

  /** Begins a new version of the file: what neither it nor the one before it has is let go. */
  renew(): this {
    this.before = this.current;
    this.current = new Map();
    return this;
  }

  get(text: string, parse: (part: string) => readonly ParsedDocument[]): Part {
    const part = this.current.get(text) ?? this.before.get(text) ?? { documents: parse(text), placed: null };
    this.current.set(text, part);
    return part;
  }
}

/** What crosses parts (an empty key) or makes indentation meaningless: such a file is parsed as a whole. */
const ENTANGLED =
  /(?:^|[\s[{,])&[^\s&]|<<["']?[ ]*:|\t|\uFEFF|\r(?!\n)|^ *\?(?: |$)|^[ -]*:(?=\s|$)|^(?:%|\.\.\.)|^---[ ]*[^\s#]/m;
const DOCUMENT = /^---/;
/** A key with its values below it. */
const HEAD = /^ *[\w./-]+:[ ]*(?:#.*)?\r?\n/;
/** Characters: a part that is longer is divided further where it can be. */
const LONG = 3000;

/**
 * The documents of a file, of parts that were parsed before where their text is the same. Null where its parts depend on
 * each other, or where one of them has an error: the whole file then tells more.
 */
export function readByParts(
  text: string,
  lines: Lines,
  parts: Parts,
  parse: (part: string) => readonly ParsedDocument[],
): ParsedDocument[] | null {
  if (ENTANGLED.test(text)) return null;
  const reader = new PartReader(text, lines, (part) => parts.get(part, parse));
  const documents: ParsedDocument[] = [];
  for (const [first, end] of reader.documents()) {
    const root = reader.document(first, end);
    if (root === null) return null;
    documents.push({ root, errors: [], isTemplate: false });
  }
  return documents.length === 0 ? null : documents;
}

class PartReader {
  readonly #text: string;
  readonly #lines: Lines;
  readonly #parsed: (part: string) => Part;

  constructor(text: string, lines: Lines, parsed: (part: string) => Part) {
    this.#text = text;
    this.#lines = lines;
    this.#parsed = parsed;
  }

  /** Lines from the first to before the last of each document. */
  documents(): [first: number, end: number][] {
    const count = this.#lines.starts.length;
    const firsts = this.#lines.starts.flatMap((start, line) =>
      DOCUMENT.test(this.#text.slice(start, start + 3)) ? [line] : [],
    );
    const [first = 0] = firsts;
    // What stands before the first mark is a document when it says something.
    const says = this.#significant(0, first);
    const begins = firsts.length === 0 || says !== null ? [0, ...firsts] : [0, ...firsts.slice(1)];
    return begins.map((line, i) => [line, begins[i + 1] ?? count]);
  }

  document(first: number, end: number): Node | null {
    if (this.#slice(first, end).length <= LONG) return this.#part(first, end);
    const mark = this.#significant(first, end);
    const isMark = mark !== null && DOCUMENT.test(this.#slice(mark, mark + 1));
    return this.#block(isMark ? mark + 1 : first, end);
  }

  /** A map or a list in block style, entry by entry. */
  #block(first: number, end: number): Node | null {
    const begin = this.#significant(first, end);
    if (begin === null) return null;
    const indent = this.#indent(begin);
    const isList = this.#isItem(begin);
    const begins: number[] = [];
    for (let line = begin; line < end; line++) {
      if (!this.#isSignificant(line)) continue;
      const width = this.#indent(line);
      if (width < indent) return null;
      if (width > indent) continue;
      if (isList && !this.#isItem(line)) return null;
      if (isList || !this.#isItem(line)) begins.push(line);
    }
    const nodes: Node[] = [];
    for (const [i, line] of begins.entries()) {
      const node = this.#entry(line, begins[i + 1] ?? end, isList);
      if (node === null || !isInBlockStyle(node, isList ? 'list' : 'map')) return null;
      nodes.push(node);
    }
    return this.#joined(nodes);
  }

  #entry(first: number, end: number, isList: boolean): Node | null {
    const text = this.#slice(first, end);
    if (isList || text.length <= LONG || !HEAD.test(text)) return this.#part(first, end);
    const head = this.#part(first, first + 1);
    const value = this.#block(first + 1, end);
    const [entry] = head?.kind === 'map' ? head.entries : [];
    if (head === null || entry === undefined) return null;
    if (value === null) return this.#part(first, end);
    return { ...head, entries: [{ ...entry, value }], end: value.end } as MapNode;
  }

  #joined(nodes: readonly Node[]): Node | null {
    const [first] = nodes;
    const last = nodes.at(-1);
    if (first === undefined || last === undefined || first.kind === 'scalar') return null;
    return first.kind === 'map'
      ? {
          ...first,
          entries: nodes.flatMap((node) => (node.kind === 'map' ? node.entries : [])),
          end: last.end,
        }
      : { ...first, items: nodes.flatMap((node) => (node.kind === 'list' ? node.items : [])), end: last.end };
  }

  /** One document without errors, moved to its place; null for anything else. */
  #part(first: number, end: number): Node | null {
    const part = this.#parsed(this.#slice(first, end));
    const [document, another] = part.documents;
    if (document === undefined || another !== undefined || document.errors.length > 0) return null;
    if (document.root === null) return null;
    const [start, lines] = [this.#start(first), this.#lines];
    if (part.placed?.start !== start || part.placed.lines !== lines)
      part.placed = { start, lines, node: moved(document.root, (offset) => offset + start, lines) };
    return part.placed.node;
  }

  #significant(first: number, end: number): number | null {
    for (let line = first; line < end; line++) if (this.#isSignificant(line)) return line;
    return null;
  }

  #isSignificant(line: number): boolean {
    const char = this.#text[this.#start(line) + this.#indent(line)];
    return char !== undefined && char !== '\n' && char !== '\r' && char !== '#';
  }

  #isItem(line: number): boolean {
    const at = this.#start(line) + this.#indent(line);
    return this.#text[at] === '-' && /[ \r\n]/.test(this.#text[at + 1] ?? '\n');
  }

  #indent(line: number): number {
    const start = this.#start(line);
    let end = start;
    while (this.#text[end] === ' ') end++;
    return end - start;
  }

  #start(line: number): number {
    return this.#lines.starts[line] ?? this.#text.length;
  }

  #slice(first: number, end: number): string {
    return this.#text.slice(this.#start(first), this.#start(end));
  }
}

/** Braces of their own between the entries of a block are an error of the whole, which no part shows. */
function isInBlockStyle(node: Node, kind: 'list' | 'map'): boolean {
  if (node.kind !== kind || node.tag !== null) return false;
  return node.kind === 'list' || node.entries[0]?.keySpan.start === node.start;
}
