import type { Range, Word } from '../syntax.ts';

const COMMAND = /(?:^|[\s;&|])(?:micro)?(?:dnf|yum)\s(?:[^\n;&|]|\\\n)*releasever/;

const SHORTEST = 'dnf releasever'.length;

/** Text as written, with `$` for substitutions. */
export function writtenWithMarks(parts: Word['parts']): string {
  let written = '';
  for (const part of parts) written += part.kind === 'text' ? part.text : '$';
  return written;
}

/** True if a script may have a {@link commandText}, by its text: most words are long enough. */
export function mayHaveCommandText(text: string): boolean {
  return text.includes('releasever');
}

/**
 * Command inside a multi-word text, which a shell executes later: `steps="dnf upgrade --releasever=…"`, `bash -c '…'`.
 * Its range is without quotes; null for any other word.
 */
export function commandText({ parts }: Word): Range | null {
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined || last.end - first.start < SHORTEST) return null;
  const written = writtenWithMarks(parts);
  return COMMAND.test(written) ? { start: first.start, end: last.end } : null;
}
