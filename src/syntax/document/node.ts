import { memoize, type FileLocation } from '../../model/index.ts';
import { placeOf, type Lines } from './lines.ts';

// What a YAML or JSON document says, with the place of every value: one tree for both languages.

/** Offsets into a file's text, in UTF-16 units; the end is exclusive. */
export interface Span {
  readonly lines: Lines;
  readonly start: number;
  readonly end: number;
}

export interface ScalarNode extends Span {
  readonly kind: 'scalar';
  /** As the language types it: an unquoted `5.7` is a number. */
  readonly value: string | number | boolean | null;
  /** As it is written, escapes and folding undone: an unquoted `5.70` is `5.70`. */
  readonly text: string;
  readonly isQuoted: boolean;
  /** A text template (Go, Jinja) writes it or a part of it; `text` then holds the template's expression. */
  readonly isTemplated: boolean;
  /** A YAML tag such as `!Ref`; null otherwise. */
  readonly tag: string | null;
}

export interface Entry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Node;
  /** Where a YAML alias (`*name`) stands for the value; null when the value is written here. */
  readonly alias: Span | null;
}

export interface MapNode extends Span {
  readonly kind: 'map';
  /** In written order. A key that is written twice stands here twice. */
  readonly entries: readonly Entry[];
  readonly tag: string | null;
}

export interface ListNode extends Span {
  readonly kind: 'list';
  readonly items: readonly Node[];
  readonly tag: string | null;
}

/** The span of a scalar is its token without quotes. Aliases share the node of their anchor: a graph, never a cycle. */
export type Node = ScalarNode | MapNode | ListNode;

export interface ReadError {
  /** 1-based. */
  readonly line: number;
  readonly message: string;
}

/** One document of a file, and what in it could not be read. */
export interface ParsedDocument {
  readonly root: Node | null;
  readonly errors: readonly ReadError[];
  /** Read as a text template (Go, Jinja), because it is nothing else. */
  readonly isTemplate: boolean;
}

const SMALL_MAP = 16;
const indexOf = memoize(({ entries }: MapNode) => new Map(entries.map((entry) => [entry.key, entry])));

/** The entry of a key; of a key that is written twice, the last. Null when the node is no map or lacks the key. */
export function entryOf(node: Node | null, key: string): Entry | null {
  if (node?.kind !== 'map') return null;
  if (node.entries.length <= SMALL_MAP) return lastOf(node.entries, key);
  return indexOf(node).get(key) ?? null;
}

/** Several formats ask every map of a document for keys that most do not have. */
function lastOf(entries: readonly Entry[], key: string): Entry | null {
  for (let i = entries.length - 1; i >= 0; i--) {
    const entry = entries[i];
    if (entry?.key === key) return entry;
  }
  return null;
}

/** The value of a key, or of a path of keys. */
export function valueOf(node: Node | null, ...path: readonly string[]): Node | null {
  let inner = node;
  for (let i = 0; inner !== null && i < path.length; i++)
    inner = entryOf(inner, path[i] ?? '')?.value ?? null;
  return inner;
}

export function entriesOf(node: Node | null): readonly Entry[] {
  return node?.kind === 'map' ? node.entries : [];
}

export function itemsOf(node: Node | null): readonly Node[] {
  return node?.kind === 'list' ? node.items : [];
}

/** The text of a scalar; null for anything else and for an explicit null. */
export function textOf(node: Node | null): string | null {
  return node?.kind === 'scalar' && node.value !== null ? node.text : null;
}

/** Where a node or a key is written. */
export function locate(span: Span): FileLocation {
  return placeOf(span.lines, span.start, span.end);
}
