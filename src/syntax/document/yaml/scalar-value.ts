const WORD_VALUES: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE', 'yes', 'Yes', 'YES', 'on', 'On', 'ON'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE', 'no', 'No', 'NO', 'off', 'Off', 'OFF'].map((word) => [word, false] as const),
]);
const NUMBER = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/;

const MAX_WORD_LENGTH = Math.max(...Array.from(WORD_VALUES.keys(), ({ length }) => length));
/** The ASCII character after the digits: every character that can begin a number is below it. */
const AFTER_DIGITS = ':'.charCodeAt(0);

/** Value of an unquoted scalar by YAML 1.1, which AWS and most tools use. */
export function scalarValue(text: string): string | number | boolean | null {
  const word = text.length > MAX_WORD_LENGTH ? undefined : WORD_VALUES.get(text);
  if (word !== undefined) return word;
  return text.charCodeAt(0) < AFTER_DIGITS && NUMBER.test(text) ? Number(text) : text;
}
