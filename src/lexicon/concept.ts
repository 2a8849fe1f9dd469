/**
 * Row of the lexicon: phrases that mean one concept. Phrases are separated by `;` and their words by blanks; `a/b` is either
 * word. Words count with any ending ("restarts", "restarted"); `word!` only as it is written.
 */
export interface Concept {
  /** Phrases of the vendors' notes and of people, word by word: for labels, the comparison of wordings, and questions. */
  words?: string;
  /** Further phrases of people, in English and Japanese. Their words can be apart and in either order. */
  asked?: string;
  /** Narrower concepts, whose phrases also mean this one in a question: a crash is a restart. */
  includes?: readonly string[];
  /** True if the words of a phrase keep their own meaning in a question: a restart loop is a restart, too. */
  keeps?: true;
  /** True for words that mean nothing by themselves in a question. */
  notAsked?: true;
}
