import { CLOUDFORMATION_TYPES } from '../../vocabulary/index.ts';
import type { SourceFile } from '../../syntax/index.ts';

// A template of a hundred resources holds three that are read. To parse the others takes most of a scan's time.

const RESOURCES = /Resources:(?<=^.{10})[ \t]*(?:#.*)?$/m;
/** How consoles show the parameters, and what checks are to leave out. */
const METADATA = /^Metadata:[ \t]*\n/m;
/** Before a line with a key, or the end of the document, in the first column. */
const NEXT_SECTION = /[\n\r\u2028\u2029](?=[^\s#])/g;
/** What may reach from one resource into another, or makes indentation tell nothing. Each begins with a rare mark. */
const ENTANGLED = /[&*](?<=(?:^|[\s[{,]).)[A-Za-z0-9_]|<<:|\{\{(?!resolve:)|\t|\? (?<=^ *\? )/m;
/** A key with its value below it: of a value that begins beside it, in braces or quotes, no line can go. */
const KEY = /^ *["']?\w+["']?:[ ]*(?:#.*)?\r?(?:\n|$)/;

/** Resources that are read, and what makes some of its own. */
const NEEDED = new RegExp(
  `${CLOUDFORMATION_TYPES.source}|AWS::CloudFormation::Stack|AWS::Serverless::Application|Fn::Transform|Fn::ForEach`,
);

/**
 * The text of a template with its metadata, and the properties of resources that are not read, made one comment each:
 * every offset stays, and few line ends are left to be parsed. Only block YAML without anchors and text templates;
 * anything else stays as it is.
 */
export function withoutOtherResources(source: SourceFile): string {
  const known = shortTexts.get(source) ?? shortened(source.text);
  shortTexts.set(source, known);
  return known;
}

/** Several stacks read one nested template. */
const shortTexts = new WeakMap<SourceFile, string>();

function shortened(text: string): string {
  const heading = RESOURCES.exec(text);
  if (heading === null || ENTANGLED.test(text)) return text;
  const start = heading.index + heading[0].length;
  const end = sectionEnd(text, start);
  return withoutMetadata(text.slice(0, start) + withoutOthers(text.slice(start, end)) + text.slice(end));
}

function withoutMetadata(text: string): string {
  const heading = METADATA.exec(text);
  if (heading === null) return text;
  const start = heading.index + heading[0].length;
  const end = sectionEnd(text, start - 1);
  return text.slice(0, start) + asComment(text.slice(start, end)) + text.slice(end);
}

function sectionEnd(text: string, start: number): number {
  NEXT_SECTION.lastIndex = start;
  return NEXT_SECTION.test(text) ? NEXT_SECTION.lastIndex : text.length;
}

/** Goes through the entries of the section, each from its key to the next line that is indented as far. */
function withoutOthers(section: string): string {
  const indent = /\n( +)[^\s#]/.exec(section)?.[1]?.length;
  if (indent === undefined) return section;
  const keys = section.matchAll(new RegExp(`\n {${indent}}(?=[^\\s#])`, 'g'));
  const begins = Array.from(keys, ({ index }) => index + 1);
  const parts = begins.map((begin, nth) => {
    const entry = section.slice(begin, begins[nth + 1]);
    return NEEDED.test(entry) ? entry : withoutProperties(entry);
  });
  return section.slice(0, begins[0]) + parts.join('');
}

/** The key and the type stay; a `Type` further in is one of the properties. */
function withoutProperties(entry: string): string {
  const key = KEY.exec(entry)?.[0];
  if (key === undefined) return entry;
  const properties = entry.slice(key.length);
  const indent = /^ +(?=[^\s#])/m.exec(properties)?.[0].length ?? 0;
  let kept = key;
  let skipped = 0;
  for (const { index, 0: type } of properties.matchAll(new RegExp(`^ {${indent}}Type:[^\\n]*\\n?`, 'gm'))) {
    kept += asComment(properties.slice(skipped, index)) + type;
    skipped = index + type.length;
  }
  return kept + asComment(properties.slice(skipped));
}

/** One comment as long as some lines; its line ends where theirs do. */
function asComment(lines: string): string {
  const end = lines.endsWith('\n') ? '\n' : '';
  const length = lines.length - end.length;
  return length === 0 ? end : '#'.padEnd(length) + end;
}
