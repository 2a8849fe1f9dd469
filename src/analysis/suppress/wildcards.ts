/**
 * Whether a pattern, in which `*` stands for any characters, stands for a text. Only the last `*` is made longer where the
 * rest does not fit: that takes the product of both lengths at most, where a pattern of an engine tries every way to part
 * the text.
 */
export function matchesWildcards(pattern: string, text: string): boolean {
  let [at, inText] = [0, 0];
  /** Where the last `*` stands, and up to where it reaches so far. */
  let [star, reach] = [-1, 0];
  while (inText < text.length) {
    if (pattern[at] === '*') {
      star = at++;
      reach = inText;
    } else if (at < pattern.length && pattern[at] === text[inText]) {
      at++;
      inText++;
    } else if (star >= 0) {
      at = star + 1;
      inText = ++reach;
    } else return false;
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}
