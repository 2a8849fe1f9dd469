import type { SourceFile } from '../../syntax/index.ts';
import type { WrittenGroup } from '../../inventory/index.ts';
import { endOfLine, indentAt, lineEnding, type Change } from '../edit.ts';

/** Adds a part after the last one of an object, a list or arguments, in their style. */
export function appendPart(source: SourceFile, { open, close, parts }: WrittenGroup, part: string): Change[] {
  const { text } = source;
  const last = parts.at(-1);
  if (last === undefined) {
    const isObject = text.charAt(open - 1) === '{';
    return [{ start: open, end: close, text: isObject ? ` ${part} ` : part }];
  }
  const behind = text.slice(last.end, close);
  const comma = /^\s*,/.exec(behind)?.[0].length ?? 0;
  if (!isOnItsOwnLine(text, last.start)) {
    const before = comma === 0 ? ', ' : ' ';
    const at = last.end + comma;
    return [{ start: at, end: at, text: `${before}${part}${comma === 0 ? '' : ','}` }];
  }
  const eol = lineEnding(text);
  const indent = indentAt(text, last.start);
  const at = Math.min(endOfLine(text, last.end + comma), close);
  const hasComment = text.slice(last.end + comma, at).trim() !== '';
  if (comma > 0) return [{ start: at, end: at, text: `${eol}${indent}${part},` }];
  if (!hasComment) return [{ start: last.end, end: last.end, text: `,${eol}${indent}${part}` }];
  return [
    { start: last.end, end: last.end, text: ',' },
    { start: at, end: at, text: `${eol}${indent}${part},` },
  ];
}

function isOnItsOwnLine(text: string, start: number): boolean {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  return line > 0 && text.slice(line, start).trim() === '';
}

/** Preferred quote of a file. */
export function quoteOf({ text }: SourceFile): string {
  const [single, double] = [text.split("'").length, text.split('"').length];
  return single > double ? "'" : '"';
}

/** A string in the file's quotes, or in others if the text contains them; embedded code stays unchanged. */
export function inQuotes(parts: readonly (string | { code: string })[], source: SourceFile): string {
  const texts = parts.filter((part) => typeof part === 'string').join('');
  const own = quoteOf(source);
  const other = own === '"' ? "'" : '"';
  const quote = texts.includes(own) && !texts.includes(other) ? other : own;
  const escaped = (text: string): string =>
    text.replace(/\\/g, '\\\\').replaceAll(quote, `\\${quote}`).replace(/\n/g, '\\n');
  const inner = parts.map((part) => (typeof part === 'string' ? escaped(part) : part.code));
  return `${quote}${inner.join('')}${quote}`;
}
