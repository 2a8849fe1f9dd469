/** What a runner of workflows would take for a command in these lines, as GitHub's runner reads them. */
export function commandsIn(output: string): string[] {
  const lines = output.split(/\r\n|\r|\n/);
  return lines.filter((line) => line.trimStart().startsWith('::') || /##[\w.-]{0,40}\[/.test(line));
}

/** Characters that steer a terminal or turn the direction of what is shown; ends of lines and tabs are none. */
export function controlsIn(output: string): string[] {
  return output.match(/(?!\r?\n|\t)[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu) ?? [];
}
