/**
 * Characters that a terminal, an editor or a log obeys instead of displaying, in addition to the C0 controls: C1
 * controls, line and paragraph separators, marks and overrides of the writing direction, the byte order mark.
 */
const OTHER_INVISIBLE = '\\u007f-\\u009f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff';
const CONTROL = new RegExp(`[\\u0000-\\u001f${OTHER_INVISIBLE}]`, 'g');
/** {@link CONTROL} without line ends and tabs. One character set, because megabytes are searched. */
const IN_LINE = new RegExp(
  `[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f${OTHER_INVISIBLE}]|\\r(?!\\n)`,
  'g',
);

const SHORT_ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A name or a value from outside as one line with escapes for invisible characters: `\n`, `\u001b`, `\u202e`. */
export function escapeInvisible(text: string): string {
  return text.replace(CONTROL, (character) => SHORT_ESCAPES[character] ?? unicodeEscape(character));
}

/** Several lines, each escaped like {@link escapeInvisible}. */
export function escapeInvisibleLines(text: string): string {
  return text.replace(IN_LINE, unicodeEscape);
}

/** A path, escaped in the same way. One that begins like an option or a workflow command gets `./` in front. */
export function escapeInvisiblePath(file: string): string {
  return escapeInvisible(/^[:-]/.test(file) ? `./${file}` : file);
}

/** Escape such as `\u001b`, as in JSON. */
export function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
