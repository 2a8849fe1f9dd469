import type { Cursor } from './cursor.ts';
import { readOverLines } from './expression.ts';
import { readHeredoc, readQuoted } from './template.ts';

const PLAIN = /[^"{}#/<]+/y;
/** A string without anything in it to be read. */
const PLAIN_STRING = /"(?:[^"\\$%\n]|\\.)*"/y;

/** Blocks of a file that are never closed; a person forgets one brace. */
const MOST_OPEN = 10;

/**
 * Steps over the rest of a block, its `{` already behind. When it is never closed, stops at the next line that begins
 * a top block, if it is given how such a line looks (a global pattern).
 */
export function skipBody(cursor: Cursor, topBlock: RegExp | null): void {
  const start = cursor.position;
  // Each block that is never closed is looked for up to the end of the file: after so many, up to the next one.
  const next = cursor.openBlocks < MOST_OPEN ? -1 : nextTopBlock(cursor, topBlock, start);
  const limit = next < 0 ? cursor.text.length : next;
  let depth = 1;
  while (cursor.position < limit) {
    cursor.skip(PLAIN);
    const character = cursor.here;
    if (character === '{' || character === '}') {
      depth += character === '{' ? 1 : -1;
      cursor.position++;
      if (depth === 0) return;
    } else skipOther(cursor, character);
  }
  cursor.openBlocks++;
  const end = next < 0 ? nextTopBlock(cursor, topBlock, start) : next;
  if (end < 0) cursor.failOpen();
  else {
    cursor.position = end;
    cursor.fail();
  }
}

/** Where the next line begins a top block; -1 where none does. */
function nextTopBlock({ text }: Cursor, topBlock: RegExp | null, start: number): number {
  if (topBlock === null) return -1;
  topBlock.lastIndex = start;
  return topBlock.exec(text)?.index ?? -1;
}

function skipOther(cursor: Cursor, character: string): void {
  const before = cursor.position;
  if (character === '"') {
    if (!cursor.skip(PLAIN_STRING)) readQuoted(cursor, 0, readOverLines);
  } else if (cursor.isAt('<<')) {
    readHeredoc(cursor, 0, readOverLines);
  } else cursor.skipBlanks(true);
  if (cursor.position === before) cursor.position++;
}
