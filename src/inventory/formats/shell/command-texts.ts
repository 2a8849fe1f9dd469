import type { Range, Word } from '../../../syntax/shell/index.ts';

const COMMAND = /(?:^|[\s;&|])(?:micro)?(?:dnf|yum)\s(?:[^\n;&|]|\\\n)*releasever/;

/**
 * The command that a word of several is, which a shell gets later: `steps="dnf upgrade --releasever=…"`, `bash -c '…'`. Its
 * range is without quotes; null for any other word.
 */
export function commandText({ parts }: Word): Range | null {
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined) return null;
  const written = parts.map((part) => (part.kind === 'text' ? part.text : '$')).join('');
  return COMMAND.test(written) ? { start: first.start, end: last.end } : null;
}
