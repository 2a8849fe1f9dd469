import path from 'node:path/posix';
import { memoize } from '../../../model/index.ts';
import { readDocuments, type Call, type Node, type SourceFile, type Span } from '../../../syntax/index.ts';
import { computedAtDeployment } from '../computed.ts';
import type { Context } from '../context.ts';
import { maxEnvironments } from '../../limits.ts';
import { elementOf, filesLike } from '../../value/members.ts';
import {
  mapAt,
  mapOptions,
  missingValue,
  scalarAt,
  scalarOf,
  stringOf,
  type Origin,
  type Value,
} from '../../value/value.ts';

/** File whose complete, unchanged text is this value; null for other values. */
export function sourceOfText(value: Value): SourceFile | null {
  return value.kind === 'scalar' && value.source?.text === value.text ? value.source : null;
}

/** Evaluates `file(path)`: the file's text. */
export function readText(name: Value | undefined, call: Call, context: Context): Value | null {
  const source = fileNamed(name, context);
  if (source === null) {
    const isChosen = name?.kind === 'choice' || (name?.kind === 'unknown' && name.partial);
    return isChosen ? { ...computedAtDeployment(call), files: name } : computedAtDeployment(call);
  }
  return { ...scalarAt(source.text, call, { origin: context.origin }), source };
}

/** Represents `templatefile(path, …)` by the text of its file, without evaluation. */
export function readTemplateFile(name: Value | undefined, call: Call, context: Context): Value | null {
  const source = fileNamed(name, context);
  return source === null ? null : { ...computedAtDeployment(call), partial: source.text };
}

/** Evaluates `fileexists(path)`: true for a readable file; unreadability proves nothing. */
export function fileExists(name: Value | undefined, call: Call, context: Context): Value | null {
  return fileNamed(name, context) === null ? null : scalarAt(true, call);
}

/** File at a path, from the scanned folder or from the module; null if it is unreadable. */
export function fileNamed(name: Value | undefined, context: Context): SourceFile | null {
  const written = stringOf(name);
  if (written === null || path.isAbsolute(written)) return null;
  const { readFile } = context.scope.surroundings;
  return readFile(path.normalize(written)) ?? readFile(path.join(context.scope.folder, written));
}

/**
 * Evaluates `yamldecode(…)` and `jsondecode(…)` of a file or a text in code, with the place of each part.
 * @param kind file name whose extension selects the parser
 */
export function decode(value: Value | undefined, context: Context, kind: string): Value | null {
  if (value?.kind === 'map') return value;
  if (value?.kind === 'unknown' && value.files !== undefined)
    return decodePossibleFiles(value.files, context);
  const source = value === undefined ? null : sourceOfText(value);
  if (source !== null) return decodedFile(source, context.origin);
  const scalar = scalarOf(value);
  if (typeof scalar?.value !== 'string') return null;
  const { text, span } = scalar;
  const length = span.end - span.start;
  // Heredocs are placed from their first to their last character.
  const first = length === text.length ? 0 : text.length - text.trimStart().length;
  const isVerbatim = length === text.length || length === text.trim().length;
  const shift = span.start - first;
  return decoded({ file: kind, text }, context.origin, ({ start, end }) =>
    isVerbatim ? { lines: span.lines, start: shift + start, end: shift + end } : span,
  );
}

/**
 * Contents of all files that a partly known name can mean: one option for each, labelled with the unknown part of its
 * name.
 */
function decodePossibleFiles(names: Value, context: Context): Value | null {
  const read = (written: string, span: Span): Value | null => {
    const source = fileNamed(scalarAt(written, span), context);
    return source === null ? null : decodedFile(source, context.origin);
  };
  if (names.kind === 'choice')
    return mapOptions(names, (name) => {
      const found = name.kind === 'scalar' ? read(name.text, name.span) : null;
      return found ?? missingValue(stringOf(name) ?? '', name.span);
    });
  const { span } = names;
  if (names.kind !== 'unknown' || names.partial === undefined || span === null) return null;
  const { folder, surroundings } = context.scope;
  for (const partial of [names.partial, `${folder}/${names.partial}`].map((each) => path.normalize(each))) {
    const files = filesLike(partial, surroundings).slice(0, maxEnvironments);
    const rows = files.flatMap((file): [string, Value][] => {
      const row = read(file, span);
      return row === null ? [] : [[file, row]];
    });
    if (rows.length > 0) return elementOf(mapAt(new Map(rows), span), { ...names, partial });
  }
  return null;
}

/** Value of a file, memoized because many units read the same ones. */
const decodedFile = memoize((source: SourceFile, origin: Origin) => decoded(source, origin, (span) => span));

function decoded(source: SourceFile, origin: Origin, placeOf: (span: Span) => Span): Value | null {
  const root = readDocuments(source)[0]?.root ?? null;
  return root === null ? null : decodedNode(root, { origin, placeOf, seen: new Map() });
}

interface Decoding {
  origin: Origin;
  placeOf: (span: Span) => Span;
  seen: Map<Node, Value>;
}

/** Value of a node, computed once per node: aliases share it, so nested aliases stay small. */
function decodedNode(node: Node, decoding: Decoding): Value {
  const before = decoding.seen.get(node);
  if (before !== undefined) return before;
  const result = valueOfKind(node, decoding);
  decoding.seen.set(node, result);
  return result;
}

function valueOfKind(node: Node, decoding: Decoding): Value {
  const span = decoding.placeOf(node);
  switch (node.kind) {
    case 'scalar': {
      const { value, text } = node;
      return scalarAt(value, span, { text, origin: decoding.origin });
    }
    case 'list':
      return { kind: 'list', items: node.items.map((item) => decodedNode(item, decoding)), span };
    case 'map': {
      const fields = new Map(node.entries.map(({ key, value }) => [key, decodedNode(value, decoding)]));
      return mapAt(fields, span);
    }
  }
}
