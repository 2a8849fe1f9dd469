/**
 * Maximum depth of nested brackets anywhere in a text. YAML parsers recurse for each of them, and fail late: after they
 * have used the memory for a million.
 */
export function depthOfBrackets(text: string): number {
  let [depth, deepest] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === 0x5b || character === 0x7b) deepest = Math.max(deepest, ++depth);
    else if ((character === 0x5d || character === 0x7d) && depth > 0) depth--;
  }
  return deepest;
}
