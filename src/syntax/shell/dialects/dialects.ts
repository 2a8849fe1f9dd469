import type { SourceFile } from '../../source.ts';
import { powerShellAsShell } from './powershell.ts';

/** A makefile, and the parts that makefiles include. */
const MAKEFILE = /(?:^|\/)(?:GNU)?makefile$|\.mk$/i;
/** Part of a value, which may reference other variables. */
const VALUE_WORD = String.raw`(?:[^\s#$"'();&|<>\x60]|\$\([A-Za-z_]\w*\)|"[^"\n]*"|'[^'\n]*')+`;
/** Assignments `NAME ?= value`, `export NAME := several words`; recipe lines begin with a tab. */
const MAKE_ASSIGNMENT = new RegExp(
  String.raw`^( *)(export +)?([A-Za-z_]\w*)( *(?:\?|:{0,3}|\+)= *)(${VALUE_WORD}(?:[ \t]+${VALUE_WORD})*)(?<!\\)(?=[ \t]*(?:#.*)?\r?$)`,
  'gm',
);
const MAKE_REFERENCE = /(?<!\$)\$\(([A-Za-z_]\w*)\)/g;
/** Stands for a blank inside a word, until the word is split. */
const INNER_BLANK = '\u2002';

const POWERSHELL = /\.ps1$/i;
/** Text of a script in shell syntax. All characters keep their places. */
export function asShell(source: SourceFile): SourceFile {
  const { file, text } = source;
  if (MAKEFILE.test(file)) return { file, text: makefileAsShell(text) };
  return POWERSHELL.test(file) ? { file, text: powerShellAsShell(text) } : source;
}

/** Makefile text with assignments and references in shell syntax. */
function makefileAsShell(makefile: string): string {
  return makefile
    .replace(
      MAKE_ASSIGNMENT,
      (_, indent: string, exported = '', name: string, sign: string, value: string) => {
        const set = sign.includes('+') ? '+=' : '=';
        const blanks = ' '.repeat(indent.length + sign.length - set.length);
        return `${blanks}${exported}${name}${set}${value.replace(/[ \t]/g, INNER_BLANK)}`;
      },
    )
    .replace(MAKE_REFERENCE, '${$1}');
}

const COMMENT = /^[ \t]*#/;

/** True if a pattern matches a line of a script that is not a comment. */
export function hasInCode(pattern: RegExp, text: string): boolean {
  const each = new RegExp(pattern, 'g');
  for (let found = each.exec(text); found !== null; found = each.exec(text)) {
    const start = text.lastIndexOf('\n', found.index) + 1;
    if (!COMMENT.test(text.slice(start, found.index))) return true;
    const end = text.indexOf('\n', found.index);
    if (end < 0) return false;
    each.lastIndex = end;
  }
  return false;
}

/** True if the first line of a file selects a shell as its interpreter. */
export function hasShellShebang(text: string): boolean {
  return /^#!.*\b(?:ba|da|k|z)?sh\b/.test(text);
}
