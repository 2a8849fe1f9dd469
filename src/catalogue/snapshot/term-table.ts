/**
 * Signatures in few bytes: every term stands once in a table, the most frequent first, and a signature is a row of
 * two-letter numbers into it, in rising order.
 */
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const MOST_TERMS = DIGITS.length ** 2;

/** All terms by frequency, then by the alphabet; the least frequent are left out when numbers run out. */
export function termTable(signatures: readonly (readonly string[])[]): string[] {
  const counts = new Map<string, number>();
  for (const term of signatures.flat()) counts.set(term, (counts.get(term) ?? 0) + 1);
  return [...counts]
    .sort(([a, times], [b, others]) => others - times || (a < b ? -1 : 1))
    .slice(0, MOST_TERMS)
    .map(([term]) => term);
}

export function packTerms(signature: readonly string[], table: ReadonlyMap<string, number>): string {
  return signature
    .flatMap((term) => table.get(term) ?? [])
    .sort((a, b) => a - b)
    .map(
      (number) =>
        `${DIGITS.charAt(Math.floor(number / DIGITS.length))}${DIGITS.charAt(number % DIGITS.length)}`,
    )
    .join('');
}

/** Sorted by the alphabet, as signatures are. @throws {RangeError} when a number names no term */
export function unpackTerms(packed: string, table: readonly string[]): string[] {
  const terms = [];
  for (let index = 0; index < packed.length; index += 2) {
    const number =
      DIGITS.indexOf(packed.charAt(index)) * DIGITS.length + DIGITS.indexOf(packed.charAt(index + 1));
    const term = table[number];
    if (term === undefined)
      throw new RangeError(`The snapshot names term ${number} of a table of ${table.length}.`);
    terms.push(term);
  }
  return terms.sort();
}
