/**
 * Stem by which words are compared, without plural and verb endings: "scaling" equals "scale", "restarts" equals "restart",
 * "killed" equals "kill", "recognise" equals "recognize". Names and numbers have no endings.
 */
export function stemOf(word: string): string {
  if (/[_.\d]/.test(word)) return word;
  return withoutEnding(word)
    .replace(/(?<=[a-z]{3})e$/, '')
    .replace(/([bdglmnprt])\1$/, '$1');
}

function withoutEnding(word: string): string {
  if (word.length <= 4) return word.replace(/(?<=[^su])s$/, '').replace(/(?<=[a-z]{2})y$/, 'i');
  return word
    .replace(/(?:ically|ly)$/, '')
    .replace(/ies$/, 'y')
    .replace(/is(?=(?:e[ds]?|ing|ations?)$)/, 'iz')
    .replace(/(?<=ss|x|ch|sh)es$/, '')
    .replace(/(?<=[^su])s$/, '')
    .replace(/(?:ations?|ating|ated|ate)$/, 'at')
    .replace(/(?<=[a-z]{3})(?:ing|ed|ion)$|(?<=[a-z]{4})ment$/, '')
    .replace(/(?<=[a-z]{3})e$/, '')
    .replace(/([bdglmnprt])\1$/, '$1')
    .replace(/y$/, 'i');
}
