import path from 'node:path/posix';
import { escapeInvisible } from '../model/index.ts';
import { products } from '../products/index.ts';

const LINKED_SCHEMES = ['mailto', 'xmpp', 'javascript', 'vbscript', 'data', 'command', 'vscode', 'file'];
/** Colon of an address: before `//`, or after a scheme that some renderers link without it. */
const SCHEME_COLON = new RegExp(String.raw`:(?=//)|(?<=\b(?:${LINKED_SCHEMES.join('|')})):`, 'gi');

/**
 * Escapes text from outside: in the result nothing is markup, a link, an image, HTML, an icon of VS Code or a mention on
 * GitHub. Escapes only where needed, because these documents are also read and sent as plain text.
 */
export function escapeMarkdown(text: string): string {
  return escapeInvisible(text.replace(/\r\n?|\n/g, ' ').replace(/^\s+/, ' '))
    .replace(/[\\`*[\]<>|~$@]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w+;)|#(?=\w|\s*$)|(?<=\bwww)\./gi, '\\$&')
    .replace(SCHEME_COLON, '\\:')
    .replace(
      /^( ?)([-+#=]|\d+[.)](?=\s|$))/,
      (_, blank: string, mark: string) => `${blank}${mark.replace(/[-+#=.)]/, '\\$&')}`,
    );
}

/** A Markdown link; only the label if the address is not an https page of a known host. */
export function markdownLink(label: string, url: string | null): string {
  const text = escapeMarkdown(label);
  return url !== null && isSafeLink(url)
    ? `[${text}](${encodeURI(decodeURI(url)).replace(/[()]/g, escapeParenthesis)})`
    : text;
}

/** A Markdown link to a page, labelled by the last part of its address. */
export function pageLink(url: string): string {
  return markdownLink(path.basename(url), url);
}

const VENDOR_HOSTS = ['docs.aws.amazon.com', 'alas.aws.amazon.com', 'aws.amazon.com'];

/** True for https pages of known hosts, because addresses come from scraped pages. */
export function isSafeLink(url: string): boolean {
  const parsed = URL.parse(url);
  return parsed !== null && parsed.protocol === 'https:' && isLinked(parsed.hostname);
}

function isLinked(host: string): boolean {
  return VENDOR_HOSTS.includes(host) || products().some(({ community }) => community?.hosts.includes(host));
}

function escapeParenthesis(character: string): string {
  return character === '(' ? '%28' : '%29';
}

/** A table whose cells are Markdown; the first row has the column names. */
export function markdownTable([columns = [], ...rows]: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [row(columns), row(columns.map(() => '---')), ...rows.map(row)].join('\n');
}

/** A table whose cells are text. */
export function textTable(rows: readonly (readonly string[])[]): string {
  return markdownTable(rows.map((cells) => cells.map(escapeMarkdown)));
}

/** Text as a code span, with more backticks around it than it contains in a row. */
export function codeSpan(code: string): string {
  const longest = Math.max(0, ...(code.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const gap = longest > 0 ? ' ' : '';
  return `${fence}${gap}${escapeInvisible(code.replace(/\r?\n/g, ' '))}${gap}${fence}`;
}

/**
 * A command as a shell code block, with a longer fence than any in the command.
 * @param indent before each line
 */
export function codeBlock(code: string, indent = ''): string {
  const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}sh`, ...code.split(/\r?\n/), fence].map((line) => indent + line).join('\n');
}
