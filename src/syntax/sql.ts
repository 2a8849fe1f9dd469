import type { SourceFile } from './source.ts';

/** A `CREATE EXTENSION` statement in any context, or its equivalent in Rails. */
const CREATE_EXTENSION =
  /\b(?:create\s+extension\s+(?:if\s+not\s+exists\s+)?\\?["'`]?|enable_extension[\s(]+["':])(?<name>[a-z][\w-]*)/dgi;
/** Start of a comment before the statement, on the same line. */
const COMMENT = /^\s*(?:--|#|\/\/|\*)|\s--\s/;
const MAX_EXTENSIONS_IN_FILE = 200;
const MAX_COMMENT_SEARCH = 5000;

/** Extensions that SQL in a text of any language creates, each with the offsets of its name. */
export function createdExtensions({
  text,
}: Pick<SourceFile, 'text'>): { name: string; range: [number, number] }[] {
  const found = text.matchAll(CREATE_EXTENSION).take(MAX_EXTENSIONS_IN_FILE);
  return [...found].flatMap(({ index, groups, indices }) => {
    const range = indices?.groups?.['name'];
    const line = text.slice(text.lastIndexOf('\n', index) + 1, index);
    if (range === undefined || COMMENT.test(line) || isInBlockComment(text, index)) return [];
    return [{ name: groups?.['name']?.toLowerCase() ?? '', range }];
  });
}

function isInBlockComment(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - MAX_COMMENT_SEARCH), index);
  return before.lastIndexOf('/*') > before.lastIndexOf('*/');
}
