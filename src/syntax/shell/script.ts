import { linesOf } from '../document/lines.ts';
import type { Entry, ListNode, MapNode, ScalarNode, Span } from '../document/node.ts';
import type { SourceFile } from '../source.ts';
import type { Range } from './syntax.ts';

const ARGUMENT =
  /(?<=^|\s)(?<key>[A-Za-z_]\w*)=(?<value>(?:"[^"]*"|'[^']*'|\{\{[^{}]*\}\}|[^\s"'{}]|[{}])*)/g;
const IN_QUOTES = /^(["'])([^]*)\1$/;

/** A shell script, in its own file or as a text of another one. */
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

/** Script inside another file: word by word if it is written verbatim. */
export function scriptAt(written: string, whole: Span): Script {
  if (whole.end - whole.start !== written.length) return { text: written, span: () => whole };
  return {
    text: written,
    span: ({ start, end }) => ({ ...whole, start: whole.start + start, end: whole.start + end }),
  };
}

/** Script in a YAML value. If it has escapes, some parts get the place of the whole value. */
export function scriptIn(node: ScalarNode, source: SourceFile): Script {
  const { lines, start, end } = node;
  const written = source.text.slice(start, end);
  const before = source.text.slice(Math.max(0, start - 300), start);
  const header = /([|>])[-+0-9]*[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r)\s*$/.exec(before);
  if (header === null && /\\|''/.test(written) && written !== node.text)
    return { text: node.text, span: (range) => ({ lines, ...foundIn(written, node, range) }) };
  const isBlock = header?.[1] === '|';
  // All lines of a block have its margin, including the first.
  const margin = before.length - 1 - Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r'));
  const from = isBlock ? start - margin : start;
  return {
    text: isBlock ? source.text.slice(from, end) : folded(written),
    span: (range) => ({ lines, start: from + range.start, end: from + range.end }),
  };
}

/** Range of a part in a text with escapes: found if it occurs exactly once. */
function foundIn(written: string, { text, start, end }: ScalarNode, range: Range): Range {
  const part = text.slice(range.start, range.end);
  const at = written.indexOf(part);
  if (part === '' || at < 0 || written.includes(part, at + 1)) return { start, end };
  return { start: start + at, end: start + at + part.length };
}

/**
 * Folded text: YAML joins the lines of such texts, so that a backslash at the end of a line is then in the middle of
 * one.
 */
function folded(text: string): string {
  const lines = text.split('\n');
  // Between two line ends: without the first and the last line.
  const isBlank = lines.map((line, nth) => nth > 0 && nth < lines.length - 1 && line.trim() === '');
  return lines.reduce((before, line, nth) => {
    if (isBlank[nth - 1] === true || isBlank[nth] === true) return `${before}\n${line}`;
    return before.endsWith('\r') ? `${before.slice(0, -1)}  ${line}` : `${before} ${line}`;
  });
}

/** Command as a list of words in a YAML document, with blanks between the words. */
export function scriptOfWords(node: ListNode, source: SourceFile): Script {
  const { lines, start, end } = node;
  const written = source.text.slice(start, end);
  return {
    text: written.replace(/^[ \t]*-(?=\s)/gm, (dash) => ' '.repeat(dash.length)).replace(/[,[\]\r\n]/g, ' '),
    span: (range) => ({ lines, start: start + range.start, end: start + range.end }),
  };
}

/** Script inside a heredoc of another script. */
export function scriptWithin({ text, span }: Script, within: Range): Script {
  return {
    text: text.slice(within.start, within.end),
    span: ({ start, end }) => span({ start: within.start + start, end: within.start + end }),
  };
}

/** Map for Ansible task arguments in one text: `engine=aurora-mysql port=3306`. */
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
