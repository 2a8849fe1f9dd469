import { parseTree, printParseErrorCode, type Node as JsonNode, type ParseError } from 'jsonc-parser';
import type { SourceFile } from '../source.ts';
import { linesOf, placeOf, type LineStarts } from './lines.ts';
import type { Entry, Node, ParsedDocument } from './node.ts';

/**
 * Reads JSON with comments and trailing commas. Never throws: broken parts are in `errors`, readable ones in the tree.
 */
export function readJson(source: SourceFile): ParsedDocument {
  const lines = linesOf(source);
  const errors: ParseError[] = [];
  try {
    const tree = parseTree(source.text, errors, { allowTrailingComma: true });
    return {
      root: tree === undefined ? null : new TreeBuilder(source.text, lines).node(tree),
      errors: errors.map(({ offset, error }) => ({
        line: placeOf(lines, offset, offset).line,
        message: printParseErrorCode(error),
      })),
      isTemplate: false,
    };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { root: null, errors: [{ line: 1, message: 'nested too deeply' }], isTemplate: false };
  }
}

/**
 * True if JSON contains a wanted text or number, by its key and written form. Parses without places, which is many
 * times faster. Text that is not plain JSON may contain one.
 */
export function mayHaveScalar(json: string, isWanted: (key: string, written: string) => boolean): boolean {
  const isIn = (key: string, value: unknown): boolean =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).some(([name, inner]) => isIn(name, inner))
      : isWanted(key, String(value));
  try {
    return isIn('', JSON.parse(json));
  } catch {
    return true;
  }
}

/** True if JSON has a key at its top level, or is a list. Text that is not plain JSON may have it. */
export function mayHaveTopLevelKey(json: string, key: string): boolean {
  try {
    const root: unknown = JSON.parse(json);
    return typeof root === 'object' && root !== null && (Array.isArray(root) || key in root);
  } catch {
    return true;
  }
}

class TreeBuilder {
  readonly #text: string;
  readonly #lines: LineStarts;

  constructor(text: string, lines: LineStarts) {
    this.#text = text;
    this.#lines = lines;
  }

  node(json: JsonNode): Node {
    const span = { lines: this.#lines, start: json.offset, end: json.offset + json.length };
    switch (json.type) {
      case 'object': {
        const entries = (json.children ?? []).flatMap((pair) => this.#entry(pair));
        return { kind: 'map', entries, tag: null, ...span };
      }
      case 'array': {
        const items = (json.children ?? []).map((item) => this.node(item));
        return { kind: 'list', items, tag: null, ...span };
      }
      case 'string': {
        const isClosed = json.length >= 2 && this.#text[span.end - 1] === '"';
        const value = String(json.value);
        const end = isClosed ? span.end - 1 : span.end;
        return {
          kind: 'scalar',
          value,
          text: value,
          isQuoted: true,
          isTemplated: false,
          tag: null,
          ...span,
          start: span.start + 1,
          end,
        };
      }
      case 'number':
      case 'boolean':
      case 'null':
      case 'property': {
        const text = this.#text.slice(span.start, span.end);
        return {
          kind: 'scalar',
          value: scalarOf(json.value),
          text,
          isQuoted: false,
          isTemplated: false,
          tag: null,
          ...span,
        };
      }
    }
  }

  #entry(pair: JsonNode): Entry[] {
    const [key, value] = pair.children ?? [];
    if (key === undefined || value === undefined) return [];
    return [{ key: String(key.value), keySpan: this.node(key), value: this.node(value), alias: null }];
  }
}

function scalarOf(value: unknown): number | boolean | null {
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
