import type { Range } from './syntax.ts';

const BLOCK_COMMENT = /<#[\s\S]*?(?:#>|$(?![\s\S]))/g;
const PRINT = /(?<![\w-])Write-(?:Host|Output|Verbose|Information|Warning|Debug|Error)(?![\w-])/gi;
const SWITCH = /\$(?:true|false)\b/gi;
/** A statement may end here. */
const END = String.raw`(?=[ \t]*(?:[#;}].*)?\r?$)`;
/** `$name = "value"`, also with a type and in a list of parameters. */
const ASSIGNMENT = new RegExp(
  [
    String.raw`^([ \t]*(?:\[[\w.]+\][ \t]*)?)\$(?:env:|script:|global:)?([A-Za-z_]\w*)`,
    String.raw`([ \t]*=[ \t]*)("[^"\n]*"|'[^'\n]*')(?:[ \t]*,)?${END}`,
  ].join(''),
  'gim',
);
/** `$table.Key = 'value'`, `$table['Key'] = 'value'` */
const MEMBER = new RegExp(
  [
    String.raw`((?:^|[{;])[ \t]*)\$([A-Za-z_]\w*)(?:\.|\[["'])([A-Za-z]\w*)(?:["']\])?`,
    String.raw`[ \t]*=[ \t]*["']([\w.:/-]+)["']${END}`,
  ].join(''),
  'gm',
);
/** What opens a table of settings, or a list of words, that is kept in a variable. */
const COLLECTION =
  /(?<![\w$])\$(?:script:|global:)?([A-Za-z_]\w*)[ \t]*\+?=[ \t]*(?:\[ordered\][ \t]*)?@([{(])/gi;
/** A key of a table with the blanks around it: `Engine = `. */
const KEY = /^[ \t]*(["']?)([A-Za-z]\w*)\1[ \t]*=[ \t]*/;
const QUOTED = /'[^']*'|"(?:[^"\\]|\\[^])*"/y;
const CLOSING: Readonly<Record<string, string>> = { '{': '}', '(': ')' };
/** Characters of the longest one that is looked for the end of. */
const maxCollection = 20_000;
/** Stands for a value that no text is: a variable that nothing sets. */
const UNKNOWN = '$?';

/**
 * With the assignments of a shell; tables as arrays of options, as they are handed on. Backticks escape and continue lines
 * in PowerShell, and backslashes are of paths.
 */
export function ofPowerShell(script: string): string {
  const text = script
    .replace(BLOCK_COMMENT, blanked)
    .replaceAll('\\', '/')
    .replaceAll('`', '\\')
    .replace(PRINT, (word) => 'echo'.padEnd(word.length))
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
  for (const { 0: opening, 1: name = '', 2: bracket = '', index } of text.matchAll(COLLECTION)) {
    const start = index + opening.length;
    const end = index < from ? -1 : closingOf(text, start, CLOSING[bracket] ?? '');
    if (end < 0) continue;
    const body = text.slice(start, end);
    const sign = opening.includes('+=') ? '+=' : '=';
    const items = bracket === '{' ? optionsOfTable(` ${body}`) : ` ${wordsOfList(body)}`;
    written += `${text.slice(from, index)}${`${name}${sign}(`.padStart(opening.length - 1)}${items})`;
    from = end + 1;
  }
  return written + text.slice(from);
}

/** Where a bracket is closed; -1 where it is not. */
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

/** `Engine = 'a'; Port = 1` as `-Engine   'a'; -Port  1`, each value in its place. */
function optionsOfTable(body: string): string {
  let written = '';
  for (const { start, end } of entriesIn(body)) {
    const entry = body.slice(start, end);
    const at = entry.search(/[^\r\n;]|$/);
    const [whole = '', , key = ''] = KEY.exec(entry.slice(at)) ?? [];
    const value = entry.slice(at + whole.length);
    const hasRoom = whole.length > key.length + 1;
    written += hasRoom ? entry.slice(0, at) + `-${key}`.padEnd(whole.length) + handedOn(value) : entry;
  }
  return written;
}

/** Between semicolons and line ends, those inside of values apart. */
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

/** A text, a number or a variable as it is, a list of them as words; anything else is not known. */
function handedOn(value: string): string {
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
