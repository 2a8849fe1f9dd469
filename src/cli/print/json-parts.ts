import { LazyList } from '../../model/index.ts';

/** As much text as is written at once, in UTF-16 units. */
const PART_LENGTH = 65_536;

/**
 * The text that `JSON.stringify(document, null, 2)` makes, in parts: a whole fleet would not fit into one string.
 * @param levels how deep lists and objects are written one entry at a time; what is deeper is a string each
 */
export function* jsonParts(document: object, levels = 2): Generator<string> {
  let part = '';
  for (const token of tokens(document, '\n', levels)) {
    part += token;
    if (part.length < PART_LENGTH) continue;
    yield part;
    part = '';
  }
  yield `${part}\n`;
}

/** @param lineEnd a line's end with the blanks before the next line */
function* tokens(value: unknown, lineEnd: string, levels: number): Generator<string> {
  if (levels > 0 && isList(value)) {
    yield* members(listTokens(value, `${lineEnd}  `, levels), '[]', lineEnd);
  } else if (levels > 0 && typeof value === 'object' && value !== null) {
    yield* members(objectTokens(value, `${lineEnd}  `, levels), '{}', lineEnd);
  } else {
    // No line ends within a string of JSON.
    yield JSON.stringify(value ?? null, null, 2).replaceAll('\n', lineEnd);
  }
}

function* members(
  entries: Iterable<Iterable<string>>,
  [open = '', close = '']: string,
  lineEnd: string,
): Generator<string> {
  let before = open;
  for (const entry of entries) {
    yield `${before}${lineEnd}  `;
    yield* entry;
    before = ',';
  }
  yield before === open ? open + close : lineEnd + close;
}

function* listTokens(list: Iterable<unknown>, lineEnd: string, levels: number): Generator<Iterable<string>> {
  for (const entry of list) yield tokens(entry, lineEnd, levels - 1);
}

function* objectTokens(value: object, lineEnd: string, levels: number): Generator<Iterable<string>> {
  for (const [name, member] of Object.entries(value) as [string, unknown][]) {
    if (member !== undefined) yield named(name, tokens(member, lineEnd, levels - 1));
  }
}

function* named(name: string, rest: Iterable<string>): Generator<string> {
  yield `${JSON.stringify(name)}: `;
  yield* rest;
}

function isList(value: unknown): value is Iterable<unknown> {
  return Array.isArray(value) || value instanceof LazyList;
}
