import { memoize } from '../../../model/index.ts';
import { CLOUDFORMATION_TYPES } from '../../../vocabulary/index.ts';
import type { SourceFile } from '../../../syntax/index.ts';

// Skips resources that are never read: about 97 of the 100 in a template, and most of the time to parse it.

const RESOURCES_SECTION = /Resources:(?<=^.{10})[ \t]*(?:#.*)?$/m;
/** Metadata, such as the console's layout of parameters and suppressions for linters. */
const METADATA_SECTION = /^Metadata:[ \t]*\n/m;
/** Position before a line with a key, or the end of the document, in the first column. */
const NEXT_SECTION = /[\n\r\u2028\u2029](?=[^\s#])/g;
/** Notations that reference other resources or make indentation unreliable. Each begins with a rare character. */
const ENTANGLING_NOTATION = new RegExp(
  [
    // An anchor or an alias at the start of a value.
    String.raw`[&*](?<=(?:^[ \t]*|[-:?][ \t]+|[,[{][ \t]*|!\S*[ \t]+).)[A-Za-z0-9_]|<<:`,
    // An expression of a text template; inside quotes it is only text.
    String.raw`\{\{(?<!["']..)(?!resolve:)`,
    String.raw`\t(?<=^ *\t)|\? (?<=^ *\? )`,
  ].join('|'),
  'm',
);
/**
 * A key with its value on the lines below. A value that begins on the same line, in braces or quotes, cannot be removed
 * by lines.
 */
const KEY_LINE = /^ *["']?\w+["']?:[ ]*(?:#.*)?\r?(?:\n|$)/;

/** Resources that are read, and those with nested resources of their own. */
const NEEDED_TYPE = new RegExp(
  `${CLOUDFORMATION_TYPES.source}|AWS::CloudFormation::Stack|AWS::Serverless::Application|Fn::Transform|Fn::ForEach`,
);

/**
 * Template text with its metadata, and the properties of unread resources, replaced by comments of the same length:
 * offsets stay, and few lines are left to parse. Only changes block YAML without anchors and text templates.
 */
export function withoutUnreadResources(source: SourceFile): string {
  return shortenedOnce(source);
}

/** Memoized, because several stacks read one nested template. */
const shortenedOnce = memoize(({ text }: SourceFile): string => shortened(text));

function shortened(text: string): string {
  const heading = RESOURCES_SECTION.exec(text);
  if (heading === null || ENTANGLING_NOTATION.test(text)) return text;
  const start = heading.index + heading[0].length;
  const ranges = [...metadataIn(text), ...otherProperties(text, start, sectionEnd(text, start))];
  let kept = 0;
  const parts: string[] = [];
  for (const range of ranges.sort((a, b) => a.start - b.start)) {
    parts.push(text.slice(kept, range.start), asComment(text.slice(range.start, range.end)));
    kept = range.end;
  }
  parts.push(text.slice(kept));
  return parts.join('');
}

/** A removed part, in offsets of the text. */
interface Range {
  start: number;
  end: number;
}

function metadataIn(text: string): Range[] {
  const heading = METADATA_SECTION.exec(text);
  if (heading === null) return [];
  const start = heading.index + heading[0].length;
  return [{ start, end: sectionEnd(text, start - 1) }];
}

function sectionEnd(text: string, start: number): number {
  NEXT_SECTION.lastIndex = start;
  return NEXT_SECTION.test(text) ? NEXT_SECTION.lastIndex : text.length;
}

/** Ranges to remove from the section's entries, each from its key to the next line of the same indentation. */
function otherProperties(text: string, start: number, end: number): Range[] {
  const section = text.slice(start, end);
  const indent = /\n( +)[^\s#]/.exec(section)?.[1]?.length;
  if (indent === undefined) return [];
  const ranges: Range[] = [];
  const nextKey = new RegExp(`\n {${indent}}(?=[^\\s#])`, 'g');
  nextKey.test(section);
  for (let begin = nextKey.lastIndex - indent; begin < section.length;) {
    const next = nextKey.test(section) ? nextKey.lastIndex - indent : section.length;
    const entry = section.slice(begin, next);
    if (!NEEDED_TYPE.test(entry)) addProperties(entry, start + begin, ranges);
    begin = next;
  }
  return ranges;
}

/** Adds the ranges of an entry, except its key and type; a deeper `Type` is one of the properties. */
function addProperties(entry: string, offset: number, ranges: Range[]): void {
  const key = KEY_LINE.exec(entry)?.[0];
  if (key === undefined) return;
  const indent = /\n( +)[^\s#]/.exec(entry)?.[1] ?? '';
  const type = `\n${indent}Type:`;
  let start = key.length;
  for (let at = entry.indexOf(type, start - 1); at >= 0; at = entry.indexOf(type, start - 1)) {
    if (start <= at) ranges.push({ start: offset + start, end: offset + at + 1 });
    start = entry.indexOf('\n', at + 1) + 1 || entry.length;
  }
  if (start < entry.length) ranges.push({ start: offset + start, end: offset + entry.length });
}

/** One comment of the same length, with the last line end preserved. */
function asComment(lines: string): string {
  const end = lines.endsWith('\n') ? '\n' : '';
  const length = lines.length - end.length;
  return length === 0 ? end : '#'.padEnd(length) + end;
}
