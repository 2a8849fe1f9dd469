import type { SourceFile } from '../../../../syntax/index.ts';

/** A makefile, and the parts that makefiles include. */
const MAKEFILE = /(?:^|\/)(?:GNU)?makefile$|\.mk$/i;
/** `NAME ?= value`, `export NAME := value`, with one word as the value; the lines of recipes begin with a tab. */
const ASSIGNMENT =
  /^( *)(export +)?([A-Za-z_]\w*)( *(?:\?|:{0,3}|\+)= *)([^\s#$"'()]+)(?=[ \t]*(?:#.*)?\r?$)/gm;
const REFERENCE = /(?<!\$)\$\(([A-Za-z_]\w*)\)/g;

export function isMakefile(file: string): boolean {
  return MAKEFILE.test(file);
}

/** What a makefile would be as a script: with the assignments and references of a shell, each character in its place. */
export function asScript(source: SourceFile): SourceFile {
  const text = source.text
    .replace(ASSIGNMENT, (_, indent: string, exported = '', name: string, sign: string, value: string) => {
      const blanks = ' '.repeat(indent.length + sign.length - 1);
      return `${blanks}${exported}${name}=${value}`;
    })
    .replace(REFERENCE, '${$1}');
  return { file: source.file, text };
}
