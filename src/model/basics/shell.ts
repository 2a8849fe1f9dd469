/** A name as one word of a shell command: names come from files, and a command is copied to be run. */
export function shellWord(name: string): string {
  return /^[\w.@/:-]+$/.test(name) ? name : `'${name.replaceAll("'", `'\\''`)}'`;
}
