import { CLOUDFORMATION_TYPES } from '../../vocabulary/index.ts';
import type { SourceFile } from '../../syntax/index.ts';

// A template of a hundred resources holds three that are read. To parse the others takes most of a scan's time.

const RESOURCES = /^Resources:[ \t]*(?:#.*)?$/m;
/** A line with a key, or the end of the document, in the first column. */
const NEXT_SECTION = /^[^\s#]/m;
/** What may reach from one resource into another, or makes indentation tell nothing. */
const ENTANGLED = /(?:^|[\s[{,])[&*][A-Za-z0-9_]|<<:|\{\{(?!resolve:)|\t|^ *\? /m;
/** A key with its value below it: of a value that begins beside it, in braces or quotes, no line can go. */
const KEY = /^ *["']?\w+["']?:[ ]*(?:#.*)?\r?\n?$/;
const TYPE = /^\s+Type:/;

/** What makes resources of its own. */
const NEEDED = new RegExp(
  `${CLOUDFORMATION_TYPES.source}|AWS::CloudFormation::Stack|AWS::Serverless::|Fn::Transform|Fn::ForEach`,
);

/**
 * The text of a template with the properties of resources that are not read made one comment each: every offset stays,
 * and few line ends are left to be parsed. Only block YAML without anchors and text templates; anything else stays as it
 * is.
 */
export function withoutOtherResources({ text }: SourceFile): string {
  const heading = RESOURCES.exec(text);
  if (heading === null || ENTANGLED.test(text)) return text;
  const start = heading.index + heading[0].length;
  const end = sectionEnd(text, start);
  return text.slice(0, start) + withoutOthers(text.slice(start, end)) + text.slice(end);
}

function sectionEnd(text: string, start: number): number {
  const next = NEXT_SECTION.exec(text.slice(start));
  return next === null ? text.length : start + next.index;
}

/** Goes through the entries of the section, each from its key to the next line that is indented as far. */
function withoutOthers(section: string): string {
  const [restOfHeading = '', ...body] = linesIn(section);
  const indent = body.map(indentOf).find((width) => width > 0) ?? 0;
  const parts = [restOfHeading];
  let entry: string[] = [];
  const finish = (): void => {
    const text = entry.join('');
    parts.push(NEEDED.test(text) ? text : shortened(entry, indent));
    entry = [];
  };
  for (const line of body) {
    if (indentOf(line) === indent) finish();
    entry.push(line);
  }
  finish();
  return parts.join('');
}

/** Each with its line end: without it, what follows a line that became a comment would be a part of the comment. */
function linesIn(text: string): string[] {
  return text.split(/(?<=\n)/);
}

/** Zero for lines that say nothing. */
function indentOf(line: string): number {
  const found = /^( *)[^\s#]/.exec(line);
  return found?.[1]?.length ?? 0;
}

/** The key and the type stay; a `Type` further in is one of the properties. */
function shortened(entry: readonly string[], indent: number): string {
  if (entry.some((line) => indentOf(line) === indent && !KEY.test(line))) return entry.join('');
  const inner = entry.map(indentOf).find((width) => width > indent);
  const kept: string[] = [];
  let skipped = '';
  for (const line of entry) {
    const width = indentOf(line);
    if (width !== indent && !(width === inner && TYPE.test(line))) {
      skipped += line;
      continue;
    }
    kept.push(asComment(skipped), line);
    skipped = '';
  }
  return kept.join('') + asComment(skipped);
}

/** One comment as long as some lines; its line ends where theirs do. */
function asComment(lines: string): string {
  const end = lines.endsWith('\n') ? '\n' : '';
  const length = lines.length - end.length;
  return length === 0 ? end : '#'.padEnd(length) + end;
}
