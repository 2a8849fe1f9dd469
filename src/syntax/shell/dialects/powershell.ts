import type { Range } from '../syntax.ts';

const BLOCK_COMMENT = /<#[\s\S]*?(?:#>|$(?![\s\S]))/g;
const PRINTING_COMMAND = /(?<![\w-])Write-(?:Host|Output|Verbose|Information|Warning|Debug|Error)(?![\w-])/gi;
const SWITCH = /\$(?:true|false)\b/gi;
/** Possible end of a statement. */
const STATEMENT_END = String.raw`(?=[ \t]*(?:[#;}].*)?\r?$)`;
/** `$name = "value"`, also with a type and in a list of parameters. */
const ASSIGNMENT = new RegExp(
  [
    String.raw`^([ \t]*(?:\[[\w.]+\][ \t]*)?)\$(?:env:|script:|global:)?([A-Za-z_]\w*)`,
    String.raw`([ \t]*=[ \t]*)("[^"\n]*"|'[^'\n]*')(?:[ \t]*,)?${STATEMENT_END}`,
  ].join(''),
  'gim',
);
/** `$table.Key = 'value'`, `$table['Key'] = 'value'` */
const MEMBER = new RegExp(
  [
    String.raw`((?:^|[{;])[ \t]*)\$([A-Za-z_]\w*)(?:\.|\[["'])([A-Za-z]\w*)(?:["']\])?`,
    String.raw`[ \t]*=[ \t]*["']([\w.:/-]+)["']${STATEMENT_END}`,
  ].join(''),
  'gm',
);
/** Start of a settings table, or of a list of words, that is assigned to a variable. */
const COLLECTION =
  /(?<![\w$])\$(?:script:|global:)?([A-Za-z_]\w*)[ \t]*\+?=[ \t]*(?:\[ordered\][ \t]*)?@([{(])/gi;
/** A key of a table with the blanks around it: `Engine = `. */
const KEY = /^[ \t]*(["']?)([A-Za-z]\w*)\1[ \t]*=[ \t]*/;
const QUOTED = /'[^']*'|"(?:[^"\\]|\\[^])*"/y;
const CLOSING: Readonly<Record<string, string>> = { '{': '}', '(': ')' };
/** Maximum length of a table or list, in characters. */
const maxCollection = 20_000;
/** Maximum number of unclosed tables and lists, each of which is searched to its length limit. */
const maxUnclosedCollections = 50;
/** Stands for a value that is not a text: a variable that is never set. */
const UNKNOWN = '$?';

/**
 * PowerShell script with assignments in shell syntax, and with tables as arrays of options, as splatting passes them.
 * In PowerShell, backticks escape and continue lines, and backslashes belong to paths.
 */
export function powerShellAsShell(script: string): string {
  const text = script
    .replace(BLOCK_COMMENT, blanked)
    .replaceAll('\\', '/')
    .replaceAll('`', '\\')
    .replace(PRINTING_COMMAND, (word) => 'echo'.padEnd(word.length))
    .replace(SWITCH, (word) => word.slice(1).toLowerCase().padEnd(word.length))
    .replace(ASSIGNMENT, (whole, _type, name: string, _sign, value: string) => {
      const at = whole.indexOf(value, whole.indexOf('='));
      return `${name}=`.padStart(at) + value.padEnd(whole.length - at);
    })
    .replace(MEMBER, (whole, indent: string, name: string, key: string, value: string) => {
      const added = `${indent}${name}+=(-${key}`;
      const at = whole.length - value.length - 1;
      return added.length < at ? `${added.padEnd(at)}${value})` : whole;
    });
  return withArrays(text);
}

function withArrays(text: string): string {
  let written = '';
  let from = 0;
  let openCollections = 0;
  for (const { 0: opening, 1: name = '', 2: bracket = '', index } of text.matchAll(COLLECTION)) {
    if (index < from) continue;
    const start = index + opening.length;
    const end = closingOf(text, start, CLOSING[bracket] ?? '');
    if (end < 0 && ++openCollections > maxUnclosedCollections) break;
    if (end < 0) continue;
    const body = text.slice(start, end);
    const sign = opening.includes('+=') ? '+=' : '=';
    const items = bracket === '{' ? optionsOfTable(` ${body}`) : ` ${wordsOfList(body)}`;
    written += `${text.slice(from, index)}${`${name}${sign}(`.padStart(opening.length - 1)}${items})`;
    from = end + 1;
  }
  return written + text.slice(from);
}

/** Position of a closing bracket; -1 if there is none. */
function closingOf(text: string, start: number, close: string): number {
  const open = [close];
  const last = Math.min(text.length, start + maxCollection);
  for (let at = start; at < last; at++) {
    at = afterQuoted(text, at);
    const here = text.charAt(at);
    if (here === '#') at = endOfLine(text, at) - 1;
    else if (CLOSING[here] !== undefined) open.push(CLOSING[here]);
    else if (here === open.at(-1) && open.pop() !== undefined && open.length === 0) return at;
  }
  return -1;
}

function afterQuoted(text: string, at: number): number {
  QUOTED.lastIndex = at;
  return QUOTED.test(text) ? QUOTED.lastIndex : at;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** Turns `Engine = 'a'; Port = 1` into `-Engine 'a'; -Port 1`, with each value in its place. */
function optionsOfTable(body: string): string {
  let written = '';
  for (const { start, end } of entriesIn(body)) {
    const entry = body.slice(start, end);
    const at = entry.search(/[^\r\n;]|$/);
    const [whole = '', , key = ''] = KEY.exec(entry.slice(at)) ?? [];
    const value = entry.slice(at + whole.length);
    const hasRoom = whole.length > key.length + 1;
    written += hasRoom ? entry.slice(0, at) + `-${key}`.padEnd(whole.length) + shellValue(value) : entry;
  }
  return written;
}

/** Entries of a table, separated by semicolons and line ends outside values. */
function entriesIn(body: string): Range[] {
  const entries: Range[] = [];
  let start = 0;
  for (let at = 0; at < body.length; at++) {
    at = afterQuoted(body, at);
    const here = body.charAt(at);
    if (here === '#') at = endOfLine(body, at);
    const close = CLOSING[here];
    if (close !== undefined) at = Math.max(at, closingOf(body, at + 1, close));
    if (!/[;\n]/.test(body.charAt(at))) continue;
    entries.push({ start, end: at });
    start = at;
  }
  return [...entries, { start, end: body.length }];
}

/** Shell notation of a text, a number, a variable or a list of them; anything else is unknown. */
function shellValue(value: string): string {
  const [list, words] = /^@\(([^(){}]*)\)/.exec(value) ?? [];
  if (list !== undefined && words !== undefined) return `  ${wordsOfList(words)} ${value.slice(list.length)}`;
  return /^[@([{]/.test(value) ? UNKNOWN + blanked(value.slice(UNKNOWN.length)) : value;
}

function wordsOfList(list: string): string {
  return list.replace(/'[^']*'|"[^"]*"|,/g, (part) => (part === ',' ? ' ' : part));
}

function blanked(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
