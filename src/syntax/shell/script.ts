import { linesOf } from '../document/lines.ts';
import type { Entry, ListNode, MapNode, ScalarNode, Span } from '../document/node.ts';
import type { SourceFile } from '../source.ts';
import type { Range } from './syntax.ts';

const ARGUMENT =
  /(?<=^|\s)(?<key>[A-Za-z_]\w*)=(?<value>(?:"[^"]*"|'[^']*'|\{\{[^{}]*\}\}|[^\s"'{}]|[{}])*)/g;
const IN_QUOTES = /^(["'])([^]*)\1$/;

/** A shell script in a file of its own, or as a text in another file. */
export interface Script {
  text: string;
  /** Span of a part of the text. */
  span: (range: Range) => Span;
}

/** Script in its own file. */
export function scriptOf(source: SourceFile): Script {
  const lines = linesOf(source);
  return { text: source.text, span: ({ start, end }) => ({ lines, start, end }) };
}

/** Script in another file. If it is written verbatim, each word has its own place. */
export function scriptAt(written: string, whole: Span): Script {
  if (whole.end - whole.start !== written.length) return { text: written, span: () => whole };
  return {
    text: written,
    span: ({ start, end }) => ({ ...whole, start: whole.start + start, end: whole.start + end }),
  };
}

/** Script in a YAML value. If the value has escapes, some parts have the place of the whole value. */
export function scriptIn(node: ScalarNode, source: SourceFile): Script {
  const { lines, start, end } = node;
  const written = source.text.slice(start, end);
  const before = source.text.slice(Math.max(0, start - 300), start);
  const header = /([|>])[-+0-9]*[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r)\s*$/.exec(before);
  if (header === null && /\\|''/.test(written) && written !== node.text)
    return { text: node.text, span: (range) => ({ lines, ...rangeOfOnlyOccurrence(written, node, range) }) };
  const isBlock = header?.[1] === '|';
  // All lines of a block scalar have its margin, including the first one.
  const margin = before.length - 1 - Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r'));
  const from = isBlock ? start - margin : start;
  return {
    text: isBlock ? source.text.slice(from, end) : foldLines(written),
    span: (range) => ({ lines, start: from + range.start, end: from + range.end }),
  };
}

/** Range of a part in a text with escapes, if it occurs exactly once. */
function rangeOfOnlyOccurrence(written: string, { text, start, end }: ScalarNode, range: Range): Range {
  const part = text.slice(range.start, range.end);
  const at = written.indexOf(part);
  if (part === '' || at < 0 || written.includes(part, at + 1)) return { start, end };
  return { start: start + at, end: start + at + part.length };
}

/** Text with its lines folded as in YAML. A backslash at a line end then stands inside a line. */
function foldLines(text: string): string {
  const lines = text.split('\n');
  // Blank lines count only between two line ends, not at the start or the end.
  const isBlank = lines.map((line, nth) => nth > 0 && nth < lines.length - 1 && line.trim() === '');
  return lines.reduce((before, line, nth) => {
    if (isBlank[nth - 1] === true || isBlank[nth] === true) return `${before}\n${line}`;
    return before.endsWith('\r') ? `${before.slice(0, -1)}  ${line}` : `${before} ${line}`;
  });
}

/** Script from a command that YAML writes as a list of words, with blanks between them. */
export function scriptOfWords(node: ListNode, source: SourceFile): Script {
  const { lines, start, end } = node;
  const written = source.text.slice(start, end);
  return {
    text: written.replace(/^[ \t]*-(?=\s)/gm, (dash) => ' '.repeat(dash.length)).replace(/[,[\]\r\n]/g, ' '),
    span: (range) => ({ lines, start: start + range.start, end: start + range.end }),
  };
}

/** Script inside a heredoc of another script. */
export function innerScript({ text, span }: Script, within: Range): Script {
  return {
    text: text.slice(within.start, within.end),
    span: ({ start, end }) => span({ start: within.start + start, end: within.start + end }),
  };
}

/** Arguments of an Ansible task in one text, as a map: `engine=aurora-mysql port=3306`. */
export function argumentsIn({ text, span }: Script): MapNode {
  const entries = [...text.matchAll(ARGUMENT)].map(({ index, groups }): Entry => {
    const { key = '', value = '' } = groups ?? {};
    const inner = IN_QUOTES.exec(value)?.[2];
    const margin = inner === undefined ? 0 : 1;
    const start = index + key.length + 1 + margin;
    const written = inner ?? value;
    return {
      key,
      keySpan: span({ start: index, end: index + key.length }),
      value: {
        ...{ kind: 'scalar', value: written, text: written, isTemplated: false, tag: null },
        ...{ isQuoted: inner !== undefined, ...span({ start, end: start + written.length }) },
      },
      alias: null,
    };
  });
  return { kind: 'map', entries, tag: null, ...span({ start: 0, end: text.length }) };
}
