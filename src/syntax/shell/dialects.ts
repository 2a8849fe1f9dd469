import type { SourceFile } from '../source.ts';
import { ofPowerShell } from './powershell.ts';

/** A makefile, and the parts that makefiles include. */
const MAKEFILE = /(?:^|\/)(?:GNU)?makefile$|\.mk$/i;
/** `NAME ?= value`, `export NAME := value`, with one word as the value; the lines of recipes begin with a tab. */
const MAKE_ASSIGNMENT =
  /^( *)(export +)?([A-Za-z_]\w*)( *(?:\?|:{0,3}|\+)= *)([^\s#$"'()]+)(?=[ \t]*(?:#.*)?\r?$)/gm;
const MAKE_REFERENCE = /(?<!\$)\$\(([A-Za-z_]\w*)\)/g;

const POWERSHELL = /\.ps1$/i;
/** The text of a script as a shell would read it, each character in its place. */
export function asShell(source: SourceFile): SourceFile {
  const { file, text } = source;
  if (MAKEFILE.test(file)) return { file, text: ofMakefile(text) };
  return POWERSHELL.test(file) ? { file, text: ofPowerShell(text) } : source;
}

/** With the assignments and references of a shell. */
function ofMakefile(makefile: string): string {
  return makefile
    .replace(
      MAKE_ASSIGNMENT,
      (_, indent: string, exported = '', name: string, sign: string, value: string) => {
        const blanks = ' '.repeat(indent.length + sign.length - 1);
        return `${blanks}${exported}${name}=${value}`;
      },
    )
    .replace(MAKE_REFERENCE, '${$1}');
}

/** Whether the first line of a file names a shell as what runs it. */
export function saysShell(text: string): boolean {
  return /^#!.*\b(?:ba|da|k|z)?sh\b/.test(text);
}
