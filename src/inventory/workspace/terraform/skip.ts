import type { Cursor } from './cursor.ts';
import { readHeredoc, readQuoted } from './template.ts';

const PLAIN = /[^"{}#/<]+/y;
/** A string without anything in it to be read. */
const PLAIN_STRING = /"(?:[^"\\$%\n]|\\.)*"/y;

/**
 * Steps over the rest of a block, its `{` already behind. When it is never closed, stops at the next line that begins
 * a top block, if it is given how such a line looks.
 */
export function skipBody(cursor: Cursor, topBlock: RegExp | null): void {
  const start = cursor.position;
  let depth = 1;
  while (!cursor.atEnd) {
    cursor.skip(PLAIN);
    const character = cursor.here;
    if (character === '{') depth++;
    if (character === '}') depth--;
    if (character === '{' || character === '}') {
      cursor.position++;
      if (depth === 0) return;
    } else skipOther(cursor, character);
  }
  const next = topBlock?.exec(cursor.text.slice(start)) ?? null;
  if (next === null) cursor.failOpen();
  else {
    cursor.position = start + next.index;
    cursor.fail();
  }
}

function skipOther(cursor: Cursor, character: string): void {
  const before = cursor.position;
  if (character === '"') {
    if (!cursor.skip(PLAIN_STRING)) readQuoted(cursor, 0);
  } else if (cursor.isAt('<<')) {
    readHeredoc(cursor, 0);
  } else cursor.skipBlanks(true);
  if (cursor.position === before) cursor.position++;
}
