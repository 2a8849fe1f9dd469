/** Largest number of texts to try. */
const MAX_TRIES = 250;

/**
 * Shrinks a text that fails. Removes halves, then smaller pieces, at last single characters, until every removal makes
 * it pass or time is up.
 */
export async function minimise(
  text: string,
  fails: (smaller: string) => Promise<boolean>,
  milliseconds: number,
): Promise<string> {
  const end = performance.now() + milliseconds;
  let smallest = text;
  let tries = 0;
  for (let size = Math.ceil(text.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < smallest.length;) {
      if (++tries > MAX_TRIES || performance.now() > end) return smallest;
      const smaller = smallest.slice(0, at) + smallest.slice(at + size);
      if (await fails(smaller)) smallest = smaller;
      else at += size;
    }
  }
  return smallest;
}
