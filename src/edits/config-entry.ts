import { isMap, isSeq, parseDocument, type Node } from 'yaml';

/**
 * Adds an entry to a list of a configuration file and keeps everything else, including comments. Null if the file has
 * to be edited by hand: it is not a map, or the list is not a block list.
 */
export function addConfigEntry(
  content: string,
  list: 'ignore' | 'accepted',
  entry: readonly (readonly [name: string, value: string])[],
): string | null {
  const eol = content.includes('\r\n') ? '\r\n' : '\n';
  const document = parseDocument(content);
  if (document.errors.length > 0) return null;
  const empty = document.contents === null;
  if (!empty && !isMap(document.contents)) return null;
  const present = empty ? undefined : (document.get(list, true) as Node | undefined);
  if (present === undefined)
    return `${withLineEnding(content, eol)}${list}:${eol}${entryText(entry, '  ', eol)}`;
  if (!isSeq(present) || present.flow === true || !present.range) return null;
  const start = content.lastIndexOf('\n', present.range[0] - 1) + 1;
  const indentation = /^\s*/.exec(content.slice(start, present.range[0]))?.[0] ?? '';
  const end = present.range[1];
  const before = withLineEnding(content.slice(0, end).trimEnd(), eol);
  const after = content.slice(end).replace(/^\s*\n/, '');
  return before + entryText(entry, indentation, eol) + after;
}

/** Puts a reason on a single line. */
export function oneLine(reason: string): string {
  return reason.replace(/\s+/g, ' ').trim();
}

function entryText(
  entry: readonly (readonly [name: string, value: string])[],
  indentation: string,
  eol: string,
): string {
  return entry
    .map(([name, value], index) => `${indentation}${index === 0 ? '-' : ' '} ${name}: ${quoted(value)}${eol}`)
    .join('');
}

/** A JSON string, which is also valid YAML, so that a reason cannot become syntax. */
function quoted(value: string): string {
  return /^[A-Za-z][\w ./-]*$|^\d{4}-\d{2}-\d{2}$/.test(value) ? value : JSON.stringify(value);
}

function withLineEnding(content: string, eol: string): string {
  return content === '' || content.endsWith('\n') ? content : content + eol;
}
