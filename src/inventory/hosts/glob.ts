/** Part of a pattern: one character of a set, or any number of such characters. */
interface Token {
  is: (character: string) => boolean;
  isRepeated: boolean;
}

/** Maximum length of a pattern; a longer one matches nothing. */
const maxPattern = 500;
const maxText = 1000;

/**
 * True if a pattern matches a whole text: `*` and `?` stop at the separator, `**` does not; `[ab]` and `{a,b}` are
 * choices. Time grows at most with the product of both lengths.
 * @param separator `/` of paths, `.` of tags; empty if `*` matches anything
 */
export function matchesGlob(pattern: string, text: string, separator = '/'): boolean {
  if (pattern.length > maxPattern || text.length > maxText) return false;
  return expandedBraces(pattern).some((each) => matchesTokens(tokensOf(each, separator), text));
}

/** Expands `{a,b}` into patterns; only the first such choice is expanded. */
function expandedBraces(pattern: string): string[] {
  const [, before, choices, after] = /^([^{}]*)\{([^{}]*)\}([^{}]*)$/.exec(pattern) ?? [];
  if (choices === undefined) return [pattern];
  return choices.split(',').map((choice) => `${before ?? ''}${choice.trim()}${after ?? ''}`);
}

function tokensOf(pattern: string, separator: string): Token[] {
  const tokens: Token[] = [];
  for (let i = 0; i < pattern.length; i++) {
    const here = pattern.charAt(i);
    if (here === '*') {
      const isDeep = pattern.charAt(i + 1) === '*';
      if (isDeep) i++;
      if (isDeep && pattern.charAt(i + 1) === separator) i++;
      tokens.push({ is: (c) => isDeep || c !== separator, isRepeated: true });
    } else if (here === '?') tokens.push({ is: (c) => c !== separator, isRepeated: false });
    else if (here === '[' && pattern.indexOf(']', i) > i) {
      const end = pattern.indexOf(']', i);
      const members = pattern.slice(i + 1, end);
      tokens.push({ is: (c) => isMember(c, members), isRepeated: false });
      i = end;
    } else tokens.push({ is: (c) => c === here, isRepeated: false });
  }
  return tokens;
}

function isMember(character: string, members: string): boolean {
  const isNegated = /^[!^]/.test(members);
  const own = isNegated ? members.slice(1) : members;
  const ranges = [...own.matchAll(/(.)-(.)/g)].some(
    ([, from = '', to = '']) => from <= character && character <= to,
  );
  return (ranges || own.includes(character)) !== isNegated;
}

function matchesTokens(tokens: readonly Token[], text: string): boolean {
  let at = withSkippedRepeats(new Set([0]), tokens);
  for (const character of text) {
    const next = new Set<number>();
    for (const i of at) {
      const token = tokens[i];
      if (token?.is(character) === true) next.add(token.isRepeated ? i : i + 1);
    }
    at = withSkippedRepeats(next, tokens);
    if (at.size === 0) return false;
  }
  return at.has(tokens.length);
}

/** Adds the positions after tokens that can match no characters. */
function withSkippedRepeats(at: Set<number>, tokens: readonly Token[]): Set<number> {
  for (const i of at) if (tokens[i]?.isRepeated === true) at.add(i + 1);
  return at;
}
