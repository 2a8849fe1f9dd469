/** Words by the order of their first use. */
export class NumberedWords {
  readonly all: string[] = [];
  readonly #numbers = new Map<string, number>();

  number(word: string): number {
    const known = this.#numbers.get(word) ?? this.all.push(word) - 1;
    this.#numbers.set(word, known);
    return known;
  }
}

/** Number of a word in a table; -1 if missing. */
export function numberInTable(words: NumberedWords, word: string | null): number {
  return word === null ? -1 : words.number(word);
}
