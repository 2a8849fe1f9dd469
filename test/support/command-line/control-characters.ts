/** Workflow commands that GitHub's runner would execute in these lines. */
export function commandsIn(output: string): string[] {
  const lines = output.split(/\r\n|\r|\n/);
  return lines.filter((line) => line.trimStart().startsWith('::') || /##[\w.-]{0,40}\[/.test(line));
}

/** Characters that control a terminal or change the direction of text; line endings and tabs are not among them. */
export function controlsIn(output: string): string[] {
  return output.match(/(?!\r?\n|\t)[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu) ?? [];
}
