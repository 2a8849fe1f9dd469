import type { SourceFile } from './source.ts';

/** A PostgreSQL statement in any context, and its equivalent in Rails. */
const CREATES =
  /\b(?:create\s+extension\s+(?:if\s+not\s+exists\s+)?\\?["'`]?|enable_extension[\s(]+["':])(?<name>[a-z][\w-]*)/dgi;
/** Beginning of a comment before it on the line. */
const COMMENT = /^\s*(?:--|#|\/\/|\*)|\s--\s/;
const MOST_IN_A_FILE = 200;
const LONGEST_COMMENT = 5000;

/** Extensions that a text in any language creates by SQL, each with the offsets of its name. */
export function createdExtensions({
  text,
}: Pick<SourceFile, 'text'>): { name: string; range: [number, number] }[] {
  const found = text.matchAll(CREATES).take(MOST_IN_A_FILE);
  return [...found].flatMap(({ index, groups, indices }) => {
    const range = indices?.groups?.['name'];
    const line = text.slice(text.lastIndexOf('\n', index) + 1, index);
    if (range === undefined || COMMENT.test(line) || isInBlock(text, index)) return [];
    return [{ name: groups?.['name']?.toLowerCase() ?? '', range }];
  });
}

function isInBlock(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - LONGEST_COMMENT), index);
  return before.lastIndexOf('/*') > before.lastIndexOf('*/');
}
