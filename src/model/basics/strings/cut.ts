// Trims and cuts texts without regular expressions: `[…]+$` restarts at each character of a long run.

/** Text without trailing characters of a set. */
export function trimTrailing(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** Text before the first mark; the whole text if there is none. */
export function textBefore(text: string, mark: string): string {
  const at = text.indexOf(mark);
  return at < 0 ? text : text.slice(0, at);
}
