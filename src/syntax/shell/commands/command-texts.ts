import type { Range, Word } from '../syntax.ts';

const COMMAND = /(?:^|[\s;&|])(?:micro)?(?:dnf|yum)\s(?:[^\n;&|]|\\\n)*releasever/;

const MIN_COMMAND_LENGTH = 'dnf releasever'.length;

/** Text as written, with `$` for substitutions. */
export function textWithMarks(parts: Word['parts']): string {
  let written = '';
  for (const part of parts) written += part.kind === 'text' ? part.text : '$';
  return written;
}

/** True if a script may have a {@link commandRange}. Tests its text only: most commands are long enough. */
export function mayContainCommandText(text: string): boolean {
  return text.includes('releasever');
}

/**
 * Range of a command inside a text of several words, which a shell executes later: `steps="dnf upgrade
 * --releasever=…"`, `bash -c '…'`. Without quotes; null for any other word.
 */
export function commandRange({ parts }: Word): Range | null {
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined || last.end - first.start < MIN_COMMAND_LENGTH) return null;
  const written = textWithMarks(parts);
  return COMMAND.test(written) ? { start: first.start, end: last.end } : null;
}
