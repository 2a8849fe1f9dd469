import type { SourceFile } from './source.ts';

/** A statement of PostgreSQL, wherever it stands, and Rails' word for it. */
const CREATES =
  /\b(?:create\s+extension\s+(?:if\s+not\s+exists\s+)?\\?["'`]?|enable_extension[\s(]+["':])(?<name>[a-z][\w-]*)/dgi;
/** What stands before it on a line that is a comment. */
const COMMENT = /^\s*(?:--|#|\/\/|\*)|\s--\s/;
const MOST_IN_A_FILE = 200;
const LONGEST_COMMENT = 5000;

/** The extensions that a text of any language creates by SQL, each with the offsets of its name. */
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
