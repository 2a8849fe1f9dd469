import type { SourceFile } from '../../../../syntax/index.ts';

const BLOCK_COMMENT = /<#[\s\S]*?(?:#>|$(?![\s\S]))/g;
const PRINT = /(?<![\w-])Write-(?:Host|Output|Verbose|Information|Warning|Debug|Error)(?![\w-])/gi;
/** `$name = "value"`, also with a type and in a list of parameters. */
const ASSIGNMENT =
  /^([ \t]*(?:\[[\w.]+\][ \t]*)?)\$(?:env:|script:|global:)?([A-Za-z_]\w*)([ \t]*=[ \t]*)("[^"\n]*"|'[^'\n]*')(?:[ \t]*,)?(?=[ \t]*(?:[#;].*)?\r?$)/gim;

export function isPowerShell(file: string): boolean {
  return /\.ps1$/i.test(file);
}

/**
 * What a script of PowerShell would be in a shell, each character in its place: backticks escape and continue lines there,
 * and backslashes are of paths.
 */
export function powerShellAsScript(source: SourceFile): SourceFile {
  const text = source.text
    .replace(BLOCK_COMMENT, blanks)
    .replaceAll('\\', '/')
    .replaceAll('`', '\\')
    .replace(PRINT, (word) => 'echo'.padEnd(word.length))
    .replace(ASSIGNMENT, (whole, _type, name: string, _sign, value: string) => {
      const at = whole.indexOf(value, whole.indexOf('='));
      return `${name}=`.padStart(at) + value.padEnd(whole.length - at);
    });
  return { file: source.file, text };
}

function blanks(comment: string): string {
  return comment.replace(/[^\r\n]/g, ' ');
}
