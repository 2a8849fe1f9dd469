import type { Suppression } from '../../model/index.ts';
import type { SourceFile } from './draft.ts';

/** What every suppression comment holds: files without it are not looked at. */
export const SUPPRESSION_KEYWORD = 'errata-lens:ignore';

const COMMENT =
  /(?:^|\s)(?<mark>#|\/\/|\/\*|<!--|--|;)\s*errata-lens:ignore(?<file>-file)?\s+(?<rest>.*?)\s*(?:\*\/|-->)?\s*$/d;
const ONLY_COMMENT = /^\s*(?:#|\/\/|\/\*|\*|<!--|;)/;

/**
 * Requests to leave something out, in the file's own comment syntax:
 * `errata-lens:ignore <rule or bug id>[, …] until=YYYY-MM-DD -- reason`. Beside code it speaks of its line, on a line of
 * its own of the next line that is not a comment; `errata-lens:ignore-file` speaks of the whole file.
 */
export function readSuppressions({ file, text }: SourceFile): Suppression[] {
  if (!text.includes(SUPPRESSION_KEYWORD)) return [];
  const lines = text.split(/\r?\n/);
  return lines.flatMap((line, index) => readLine(file, lines, line, index));
}

function readLine(file: string, lines: readonly string[], line: string, index: number): Suppression[] {
  const found = COMMENT.exec(line);
  const rest = found?.groups?.['rest'];
  const [start, end] = found?.indices?.groups?.['mark'] ?? [0, 0];
  if (rest === undefined) return [];
  const [request = '', ...reasons] = rest.split(/\s--\s/);
  const until = /(?:^|\s)until=(\S+)/.exec(request)?.[1] ?? null;
  const targets = request
    .replace(/(?:^|\s)until=\S+/, ' ')
    .split(/[\s,]+/)
    .filter((target) => target !== '' && target !== '--');
  const spoken =
    found?.groups?.['file'] !== undefined ? null : spokenLine(lines, index, line.slice(0, start));
  const location = {
    file,
    line: index + 1,
    column: start + 1,
    endLine: index + 1,
    endColumn: Math.max(end, line.length) + 1,
  };
  const reason = reasons.join(' -- ').trim();
  return targets.map((target) => ({
    target,
    scope: { file, line: spoken },
    reason: reason === '' ? null : reason,
    until,
    location,
  }));
}

/** 1-based. */
function spokenLine(lines: readonly string[], index: number, before: string): number {
  if (before.trim() !== '') return index + 1;
  const next = lines.findIndex((line, i) => i > index && line.trim() !== '' && !ONLY_COMMENT.test(line));
  return (next === -1 ? index : next) + 1;
}
