import type { Cursor } from './cursor.ts';
import { readMultiLineExpression } from './expression.ts';
import { readHeredoc, readQuoted } from './template.ts';

const PLAIN = /[^"{}#/<]+/y;
/** A string without escapes and interpolations. */
const PLAIN_STRING = /"(?:[^"\\$%\n]|\\.)*"/y;

/** Maximum number of unclosed blocks in a file that are searched to the end. People forget one brace, not ten. */
const MAX_UNCLOSED_BLOCKS = 10;

/**
 * Skips the rest of a block, after its `{`.
 * @param topBlock global pattern of a line that begins a top-level block, at which an unclosed block ends
 */
export function skipBody(cursor: Cursor, topBlock: RegExp | null): void {
  const start = cursor.position;
  // An unclosed block is searched up to the end of the file; after too many of them, only up to the next top-level
  // block.
  const next = cursor.openBlocks < MAX_UNCLOSED_BLOCKS ? -1 : nextTopBlock(cursor, topBlock, start);
  const limit = next < 0 ? cursor.text.length : next;
  let depth = 1;
  while (cursor.position < limit) {
    cursor.skip(PLAIN);
    const character = cursor.character;
    if (character === '{' || character === '}') {
      depth += character === '{' ? 1 : -1;
      cursor.position++;
      if (depth === 0) return;
    } else skipCharacter(cursor, character);
  }
  cursor.openBlocks++;
  const end = next < 0 ? nextTopBlock(cursor, topBlock, start) : next;
  if (end < 0) cursor.recordUnclosedBlock();
  else {
    cursor.position = end;
    cursor.recordError();
  }
}

/** Position of the next line that begins a top-level block; -1 if there is none. */
function nextTopBlock({ text }: Cursor, topBlock: RegExp | null, start: number): number {
  if (topBlock === null) return -1;
  topBlock.lastIndex = start;
  return topBlock.exec(text)?.index ?? -1;
}

function skipCharacter(cursor: Cursor, character: string): void {
  const before = cursor.position;
  if (character === '"') {
    if (!cursor.skip(PLAIN_STRING)) readQuoted(cursor, 0, readMultiLineExpression);
  } else if (cursor.isAt('<<')) {
    readHeredoc(cursor, 0, readMultiLineExpression);
  } else cursor.skipBlanks(true);
  if (cursor.position === before) cursor.position++;
}
