/**
 * Characters that a terminal, an editor or a log obeys instead of showing: C0 and C1 controls, line and paragraph
 * separators, marks and overrides of the writing direction, the byte order mark.
 */
const CONTROLS = '\\u0000-\\u001f\\u007f-\\u009f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff';
const CONTROL = new RegExp(`[${CONTROLS}]`, 'g');
/** The same, but for the ends of lines and tabs. */
const IN_LINE = new RegExp(`(?!\\r?\\n|\\t)[${CONTROLS}]`, 'g');

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A name or a value from outside as one line in which everything is seen: `\n`, `\u001b`, `\u202e`. */
export function visible(text: string): string {
  return text.replace(CONTROL, (character) => SHORT[character] ?? unicodeEscape(character));
}

/** Several lines, each in the same way. */
export function visibleLines(text: string): string {
  return text.replace(IN_LINE, unicodeEscape);
}

/** A path in the same way. One that begins like an option or like a command of a workflow is named from this folder. */
export function visiblePath(file: string): string {
  return visible(/^[:-]/.test(file) ? `./${file}` : file);
}

/** `\u001b`: JSON writes it so, too. */
export function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
