import { isAlias, isMap, isScalar, isSeq, parseAllDocuments, Scalar, type Document } from 'yaml';
import { depthOfBrackets } from '../../../model/index.ts';
import type { SourceFile } from '../../source.ts';
import { linesOf, placeOf, type LineStarts } from '../lines.ts';
import { hasTemplating, isMasked, hasTemplateLineBetweenKeys, maskTemplating } from '../text/mask.ts';
import { addMerged, MERGE_KEY, Merges } from './merges.ts';
import type { Entry, Node, ParsedDocument, ScalarNode, Span } from '../node.ts';
import { scalarValue } from './scalar-value.ts';
import { readSimpleYaml } from './simple-yaml/read.ts';

const DEFAULT_TAG = 'tag:yaml.org,2002:';

/**
 * Reads every document of a YAML file. Never throws: broken parts are in `errors`, readable ones in the tree. A file
 * that is invalid YAML because it is a text template (Go, Jinja) is read with its expressions masked.
 */
export function readYaml(source: SourceFile, text = source.text): ParsedDocument[] {
  const lines = linesOf(source);
  const simple = readSimpleYaml(text, lines);
  if (simple !== null) return simple;
  if (!hasTemplating(text)) return parseAnyYaml(text, text, lines);
  const masked = (): ParsedDocument[] => parseAnyYaml(maskTemplating(text), text, lines);
  const written = hasTemplateLineBetweenKeys(text) ? masked() : null;
  if (written !== null && countErrors(written) === 0) return written;
  const plain = parseAnyYaml(text, text, lines);
  if (countErrors(plain) === 0) return plain;
  const filled = written ?? masked();
  return countErrors(filled) <= countErrors(plain) ? filled : plain;
}

function countErrors(documents: readonly ParsedDocument[]): number {
  return documents.reduce((count, document) => count + document.errors.length, 0);
}

/** Maximum depth of brackets, including those inside texts. */
const MAX_DEPTH = 2000;
const TOO_DEEP = 'nested too deeply';

/**
 * Reads any YAML with the `yaml` library.
 * @param text is parsed
 * @param original content of the file at the same offsets
 */
export function parseAnyYaml(text: string, original: string, lines: LineStarts): ParsedDocument[] {
  const isTemplate = text !== original;
  if (depthOfBrackets(text) > MAX_DEPTH)
    return [{ root: null, errors: [{ line: 1, message: TOO_DEEP }], isTemplate }];
  // Stack traces of ten thousand errors would take longer than parsing, and nobody sees them.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    // The failsafe schema keeps every scalar as written; scalarValue adds its type.
    const documents = parseAllDocuments(text, {
      schema: 'failsafe',
      uniqueKeys: false,
      strict: false,
      logLevel: 'silent',
      prettyErrors: false,
    });
    return (Array.isArray(documents) ? documents : []).map((document) => ({
      root: new TreeBuilder(text, original, lines).build(document),
      errors: document.errors.map(({ code, pos, message }) => ({
        line: placeOf(lines, pos[0], pos[0]).line,
        message: code === 'RESOURCE_EXHAUSTION' ? TOO_DEEP : message,
      })),
      isTemplate,
    }));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [{ root: null, errors: [{ line: 1, message: TOO_DEEP }], isTemplate }];
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/**
 * Builds the tree of one document. Aliases become the node of their anchor; an alias inside its own anchor becomes a
 * null.
 */
class TreeBuilder {
  readonly #text: string;
  readonly #original: string;
  readonly #lines: LineStarts;
  readonly #anchors = new Map<string, Node>();
  readonly #merges = new Merges();
  /** End of the latest value, including its closing quote or bracket. */
  #end = 0;

  constructor(text: string, original: string, lines: LineStarts) {
    this.#text = text;
    this.#original = original;
    this.#lines = lines;
  }

  build(document: Document.Parsed): Node | null {
    return document.contents === null ? null : this.#node(document.contents, 0);
  }

  #node(yaml: unknown, fallback: number): Node {
    const node = this.#unanchored(yaml, fallback);
    if ((isScalar(yaml) || isMap(yaml) || isSeq(yaml)) && yaml.anchor !== undefined) {
      this.#anchors.set(yaml.anchor, node);
    }
    return node;
  }

  #unanchored(yaml: unknown, fallback: number): Node {
    if (isAlias(yaml)) {
      const node = this.#anchors.get(yaml.source) ?? this.#null(yaml.range?.[0] ?? fallback);
      this.#end = yaml.range?.[1] ?? fallback;
      return node;
    }
    if (isScalar(yaml)) return this.#scalar(yaml, fallback);
    if (isMap(yaml)) {
      const span = this.#span(yaml.range ?? [fallback, fallback]);
      const expression = yaml.flow === true ? this.#expression(span) : null;
      if (expression !== null) return expression;
      const entries = this.#entries(yaml.items);
      return { kind: 'map', entries, tag: tagOf(yaml.tag), ...this.#upToLast(yaml, span) };
    }
    if (isSeq(yaml)) {
      const span = this.#span(yaml.range ?? [fallback, fallback]);
      const items = yaml.items.map((item) => this.#node(item, span.start));
      return { kind: 'list', items, tag: tagOf(yaml.tag), ...this.#upToLast(yaml, span) };
    }
    return this.#null(fallback);
  }

  /** Span without the line ends and comments that the library adds to the last value of a block. */
  #upToLast({ flow }: { flow?: boolean }, span: Span): Span {
    if (flow === true) this.#end = span.end;
    return { ...span, end: this.#end };
  }

  #entries(pairs: readonly { key: unknown; value: unknown }[]): Entry[] {
    const own: Entry[] = [];
    const merged: Entry[] = [];
    for (const pair of pairs) {
      const key = this.#node(pair.key, 0);
      const value = this.#node(pair.value, key.end);
      const name = key.kind === 'scalar' ? key.text : this.#text.slice(key.start, key.end).trimEnd();
      if (name === MERGE_KEY && key.kind === 'scalar' && !key.isQuoted)
        merged.push(...this.#merges.from(value));
      else own.push({ key: name, keySpan: spanOf(key), value, alias: this.#aliasSpan(pair.value) });
    }
    addMerged(own, merged);
    return own;
  }

  #aliasSpan(yaml: unknown): Span | null {
    return isAlias(yaml) && yaml.range ? this.#span(yaml.range) : null;
  }

  #scalar(scalar: Scalar, fallback: number): ScalarNode {
    const [from, to] = scalar.range ?? [fallback, fallback];
    const parsed = typeof scalar.value === 'string' ? scalar.value : '';
    const isPlain = scalar.type === Scalar.PLAIN && scalar.tag === undefined;
    const isQuoted = scalar.type !== Scalar.PLAIN || (scalar.tag?.startsWith(DEFAULT_TAG) ?? false);
    const span = this.#span(this.#tokenRange(scalar.type, from, to));
    this.#end = scalar.type === Scalar.BLOCK_FOLDED || scalar.type === Scalar.BLOCK_LITERAL ? span.end : to;
    const isTemplated = isMasked(parsed);
    const text = isTemplated ? this.#original.slice(span.start, span.end) : parsed;
    const value = isPlain && !isTemplated ? scalarValue(text) : text;
    return { kind: 'scalar', value, text, isQuoted, isTemplated, tag: tagOf(scalar.tag), ...span };
  }

  /** `{{ .Values.version }}` without quotes, which YAML parses as a map in a map. */
  #expression(span: Span): ScalarNode | null {
    const text = this.#original.slice(span.start, span.end);
    if (!text.startsWith('{{') || !text.endsWith('}}')) return null;
    this.#end = span.end;
    return { kind: 'scalar', value: text, text, isQuoted: false, isTemplated: true, tag: null, ...span };
  }

  #null(at: number): ScalarNode {
    const span = this.#span([(this.#end = at), at]);
    return { kind: 'scalar', value: null, text: '', isQuoted: false, isTemplated: false, tag: null, ...span };
  }

  #span([start, end]: readonly [number, number, ...number[]]): Span {
    return { lines: this.#lines, start, end };
  }

  /** Range of the token without its quotes, or without the header and indentation of a block scalar. */
  #tokenRange(type: Scalar['type'], from: number, to: number): [start: number, end: number] {
    const source = this.#text.slice(from, to);
    if (type === Scalar.QUOTE_SINGLE || type === Scalar.QUOTE_DOUBLE) {
      const isClosed = source.length >= 2 && source.at(-1) === source[0];
      return [Math.min(from + 1, to), isClosed ? to - 1 : to];
    }
    if (type === Scalar.BLOCK_FOLDED || type === Scalar.BLOCK_LITERAL) {
      const header = source.search(/[\r\n]/);
      const indent = header < 0 ? -1 : source.slice(header).search(/\S/);
      if (indent < 0) return [to, to];
      return [from + header + indent, from + source.trimEnd().length];
    }
    return [from, to];
  }
}

/** Tag such as `!Ref`; YAML's own tags (`!!str`) do not count. */
function tagOf(tag: string | undefined): string | null {
  return tag === undefined || tag.startsWith(DEFAULT_TAG) ? null : tag;
}

/** Only the span, because a key can be a whole tree. */
function spanOf({ lines, start, end }: Span): Span {
  return { lines, start, end };
}
