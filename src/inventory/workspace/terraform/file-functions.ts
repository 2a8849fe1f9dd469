import path from 'node:path/posix';
import { readDocuments } from '../document/read.ts';
import type { Node } from '../document/node.ts';
import type { SourceFile } from '../draft.ts';
import { computed } from './evaluate.ts';
import type { Context } from './evaluate.ts';
import { keyResult } from './operations.ts';
import { stringOf } from './result.ts';
import type { Result } from './result.ts';
import type { Expression } from './syntax.ts';

type Call = Expression & { kind: 'call' };

/** Texts that came from a file, so that decoding them finds the places in it. */
const sources = new WeakMap<Result, SourceFile>();

/** `file(path)`: the file's text. */
export function readText(name: Result | undefined, call: Call, context: Context): Result | null {
  const source = fileNamed(name, context);
  if (source === null) return null;
  const { text } = source;
  const result: Result = {
    kind: 'scalar',
    value: text,
    text,
    span: call,
    how: context.how,
    uses: [],
    resource: null,
  };
  sources.set(result, source);
  return result;
}

/** `templatefile(path, …)`: not evaluated; its text tells what is in it. */
export function readTemplateFile(name: Result | undefined, call: Call, context: Context): Result | null {
  const source = fileNamed(name, context);
  const result = computed(call);
  return source === null || result.kind !== 'unknown' ? null : { ...result, partial: source.text };
}

/** `fileexists(path)`: true for a file that can be read; that it cannot proves nothing. */
export function fileExists(name: Result | undefined, call: Call, context: Context): Result | null {
  return fileNamed(name, context) === null ? null : { ...keyResult('true', call), value: true };
}

/** The file that a path names, from the scanned folder or from the module; null when it is none that can be read. */
export function fileNamed(name: Result | undefined, context: Context): SourceFile | null {
  const written = name === undefined ? null : stringOf(name);
  if (written === null || path.isAbsolute(written)) return null;
  const { readFile } = context.scope.surroundings;
  return readFile(path.normalize(written)) ?? readFile(path.join(context.scope.module.folder, written));
}

/** `yamldecode(file(path))` and `jsondecode(file(path))`: what the file says, where it says it. */
export function decode(value: Result | undefined, context: Context): Result | null {
  const source = value === undefined ? undefined : sources.get(value);
  const root = source === undefined ? null : (readDocuments(source)[0]?.root ?? null);
  return root === null ? null : resultOf(root, context, new Map());
}

/** Aliases of a YAML file share a node, and here its result: a file of aliases to aliases stays small. */
function resultOf(node: Node, context: Context, seen: Map<Node, Result>): Result {
  const before = seen.get(node);
  if (before !== undefined) return before;
  const result = resultOfKind(node, context, seen);
  seen.set(node, result);
  return result;
}

function resultOfKind(node: Node, context: Context, seen: Map<Node, Result>): Result {
  switch (node.kind) {
    case 'scalar': {
      const { value, text } = node;
      return { kind: 'scalar', value, text, span: node, how: context.how, uses: [], resource: null };
    }
    case 'list':
      return { kind: 'list', items: node.items.map((item) => resultOf(item, context, seen)), span: node };
    case 'map': {
      const fields = new Map(node.entries.map(({ key, value }) => [key, resultOf(value, context, seen)]));
      return { kind: 'object', fields, isComplete: true, span: node };
    }
  }
}
