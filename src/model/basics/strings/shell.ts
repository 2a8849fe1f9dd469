/** A name as one word of a shell command. Names come from files, and people copy and run the command. */
export function shellWord(name: string): string {
  return /^[\w.@/:-]+$/.test(name) ? name : `'${name.replaceAll("'", `'\\''`)}'`;
}
