import { isMap, isSeq, parseDocument, type Node } from 'yaml';

/** What a suppression says. */
export interface SuppressionRequest {
  /** A rule or a bug's id. */
  rule: string;
  reason: string;
  /** Last day, YYYY-MM-DD; null means for ever. */
  until: string | null;
}

const HASH = /\.(?:tf|tofu|hcl|tfvars|ya?ml|template|py|sh|bash|cfg|conf)$|(?:Docker|Container)file/i;
const SLASHES = /\.(?:[cm]?[jt]sx?|go|java|cs)$/i;

/**
 * The comment line to put above a line, with that line's indentation and the file's line ending. Null for files whose
 * syntax has no comments (JSON): the configuration file has to say it.
 */
export function suppressionComment(
  file: string,
  line: string,
  eol: string,
  { rule, reason, until }: SuppressionRequest,
): string | null {
  const mark = HASH.test(file) ? '#' : SLASHES.test(file) ? '//' : null;
  if (mark === null) return null;
  const indentation = /^\s*/.exec(line)?.[0] ?? '';
  const date = until === null ? '' : ` until=${until}`;
  return `${indentation}${mark} errata-lens:ignore ${rule}${date} -- ${oneLine(reason)}${eol}`;
}

/**
 * `.errata-lens.yaml` with one more entry under `ignore`, everything else to the letter as it was. Null when the file
 * is not a map, or its `ignore` is no block list: then it is better edited by hand.
 */
export function addIgnoreEntry(
  content: string,
  request: SuppressionRequest & { resource: string },
): string | null {
  const eol = content.includes('\r\n') ? '\r\n' : '\n';
  const document = parseDocument(content);
  if (document.errors.length > 0) return null;
  const empty = document.contents === null;
  if (!empty && !isMap(document.contents)) return null;
  const list = empty ? undefined : (document.get('ignore', true) as Node | undefined);
  if (list === undefined) return `${endedBy(content, eol)}ignore:${eol}${entryOf(request, '  ', eol)}`;
  if (!isSeq(list) || list.flow === true || list.range === undefined || list.range === null) return null;
  const start = content.lastIndexOf('\n', list.range[0] - 1) + 1;
  const indentation = /^\s*/.exec(content.slice(start, list.range[0]))?.[0] ?? '';
  const end = list.range[1];
  const before = endedBy(content.slice(0, end).trimEnd(), eol);
  const after = content.slice(end).replace(/^\s*\n/, '');
  return before + entryOf(request, indentation, eol) + after;
}

function entryOf(
  { rule, resource, reason, until }: SuppressionRequest & { resource: string },
  indentation: string,
  eol: string,
): string {
  const lines = [
    `- rule: ${quoted(rule)}`,
    `  resource: ${quoted(resource)}`,
    `  reason: ${quoted(oneLine(reason))}`,
  ];
  if (until !== null) lines.push(`  until: ${until}`);
  return lines.map((line) => `${indentation}${line}${eol}`).join('');
}

/** JSON strings are YAML strings: nothing in a reason can become syntax. */
function quoted(value: string): string {
  return /^[A-Za-z][\w ./-]*$/.test(value) ? value : JSON.stringify(value);
}

function oneLine(reason: string): string {
  return reason.replace(/\s+/g, ' ').trim();
}

function endedBy(content: string, eol: string): string {
  return content === '' || content.endsWith('\n') ? content : content + eol;
}
