import { memoize, type FileLocation } from '../../model/index.ts';
import { placeOf, type LineStarts } from './lines.ts';

// Content of a YAML or JSON document, with the place of every value: one tree for both languages.

/** Offsets into a file's text, in UTF-16 units; the end is exclusive. */
export interface Span {
  readonly lines: LineStarts;
  readonly start: number;
  readonly end: number;
}

export interface ScalarNode extends Span {
  readonly kind: 'scalar';
  /** Value with the type that the language gives it: an unquoted `5.7` is a number. */
  readonly value: string | number | boolean | null;
  /** As written, without escapes and folding: an unquoted `5.70` is `5.70`. */
  readonly text: string;
  readonly isQuoted: boolean;
  /** True if a text template (Go, Jinja) produces at least a part of it; `text` then contains the template expression. */
  readonly isTemplated: boolean;
  /** A YAML tag such as `!Ref`; null otherwise. */
  readonly tag: string | null;
}

export interface Entry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Node;
  /** Place of a YAML alias (`*name`) for the value; null if the value is written here. */
  readonly alias: Span | null;
}

export interface MapNode extends Span {
  readonly kind: 'map';
  /** In written order, including repeated keys. */
  readonly entries: readonly Entry[];
  readonly tag: string | null;
}

export interface ListNode extends Span {
  readonly kind: 'list';
  readonly items: readonly Node[];
  readonly tag: string | null;
}

/**
 * A node of the tree. The span of a scalar is its token without quotes. Aliases share the node of their anchor: a
 * graph, never a cycle.
 */
export type Node = ScalarNode | MapNode | ListNode;

export interface ReadError {
  /** 1-based. */
  readonly line: number;
  readonly message: string;
}

/** One document of a file, and its errors. */
export interface ParsedDocument {
  readonly root: Node | null;
  readonly errors: readonly ReadError[];
  /** True if the document is only valid as a text template (Go, Jinja). */
  readonly isTemplate: boolean;
}

const SMALL_MAP = 16;
const indexOf = memoize(({ entries }: MapNode) => new Map(entries.map((entry) => [entry.key, entry])));

/** Entry of a key; the last one of a repeated key. Null if the node is not a map or lacks the key. */
export function entryOf(node: Node | null, key: string): Entry | null {
  if (node?.kind !== 'map') return null;
  if (node.entries.length <= SMALL_MAP) return lastOf(node.entries, key);
  return indexOf(node).get(key) ?? null;
}

/** Last entry of a key. Fast, because several formats query every map of a document for keys that most maps lack. */
function lastOf(entries: readonly Entry[], key: string): Entry | null {
  for (let i = entries.length - 1; i >= 0; i--) {
    const entry = entries[i];
    if (entry?.key === key) return entry;
  }
  return null;
}

/** Value of a key, or of a path of keys. */
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

/** Text of a scalar; null for anything else and for an explicit null. */
export function textOf(node: Node | null): string | null {
  return node?.kind === 'scalar' && node.value !== null ? node.text : null;
}

/** Place of a node or a key. */
export function locate(span: Span): FileLocation {
  return placeOf(span.lines, span.start, span.end);
}
