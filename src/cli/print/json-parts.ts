import { LazyList } from '../../model/index.ts';

/** Length of a part in UTF-16 units. */
const PART_LENGTH = 65_536;

/**
 * Returns `JSON.stringify(document, null, 2)` in parts, because the JSON of a large fleet exceeds the maximum length of
 * a string.
 * @param levels depth down to which lists and objects are split; deeper values become one string each
 */
export function* jsonParts(document: object, levels = 2): Generator<string> {
  let part = '';
  for (const token of tokens(document, 0, levels)) {
    part += token;
    if (part.length < PART_LENGTH) continue;
    yield part;
    part = '';
  }
  yield `${part}\n`;
}

/** @param depth of the value within the document */
function* tokens(value: unknown, depth: number, levels: number): Generator<string> {
  if (levels === 0 || typeof value !== 'object' || value === null) {
    yield indentedJson(value, depth);
    return;
  }
  const [open, close] = isList(value) ? ['[', ']'] : ['{', '}'];
  const lineEnd = `\n${'  '.repeat(depth)}`;
  let separator = open;
  for (const [name, member] of isList(value) ? entriesOf(value) : membersOf(value)) {
    const start = `${separator}${lineEnd}  ${name}`;
    if (levels === 1) yield start + indentedJson(member, depth + 1);
    else {
      yield start;
      yield* tokens(member, depth + 1, levels - 1);
    }
    separator = ',';
  }
  yield separator === open ? open + close : lineEnd + close;
}

function* entriesOf(list: Iterable<unknown>): Generator<[string, unknown]> {
  for (const entry of list) yield ['', entry];
}

function* membersOf(value: object): Generator<[string, unknown]> {
  for (const [name, member] of Object.entries(value) as [string, unknown][]) {
    if (member !== undefined) yield [`${JSON.stringify(name)}: `, member];
  }
}

/** JSON of a value, indented for its depth. Nests the value in lists to get the indentation, then removes their brackets. */
function indentedJson(value: unknown, depth: number): string {
  let nested = value ?? null;
  for (let level = 0; level < depth; level++) nested = [nested];
  const text = JSON.stringify(nested, null, 2);
  return text.slice(depth * (depth + 3), text.length - depth * (depth + 1));
}

function isList(value: object): value is Iterable<unknown> {
  return Array.isArray(value) || value instanceof LazyList;
}
