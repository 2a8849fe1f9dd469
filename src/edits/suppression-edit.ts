import { readSuppressions } from '../inventory/index.ts';
import type { Suppression } from '../model/index.ts';
import { commentMark, positionForComment, type SourceFile } from '../syntax/index.ts';
import { addConfigEntry, oneLine } from './config-entry.ts';
import { indentAt, lineEnding, type TextEdit } from './edit.ts';

/** Content of a suppression. */
export interface SuppressionRequest {
  /** A rule, or the id of a bug. */
  rule: string;
  reason: string;
  /** Last day, YYYY-MM-DD; null means for ever. */
  until: string | null;
}

function isAtLine({ location }: Suppression, line: number): boolean {
  return 'line' in location && location.line === line;
}

function coversLine({ scope }: Suppression, line: number): boolean {
  if (!('file' in scope) || scope.lines === null) return false;
  return scope.lines.first <= line && line <= scope.lines.last;
}

/**
 * Inserts a comment that suppresses a finding on a line. The comment is above the line, or above the command, text or
 * string that contains it, with the same indentation and line ending. Null if no comment can do this: in JSON, and
 * wherever the edited text would not be parsed as intended. The suppression then belongs in the configuration file.
 */
export function suppressionComment(
  source: SourceFile,
  line: number,
  { rule, reason, until }: SuppressionRequest,
): TextEdit | null {
  const mark = commentMark(source);
  if (mark === null) return null;
  const place = positionForComment(source, line);
  const date = until === null ? '' : ` until=${until}`;
  const indentation = indentAt(source.text, place.offset);
  const words = `errata-lens:ignore ${rule}${date} -- ${oneLine(reason)}`;
  const newText = `${indentation}${mark} ${words}${lineEnding(source.text)}`;
  const edited = source.text.slice(0, place.offset) + newText + source.text.slice(place.offset);
  const isRecognised = readSuppressions({ file: source.file, text: edited }).some(
    (read) => read.target === rule && isAtLine(read, place.line) && coversLine(read, line + 1),
  );
  if (!isRecognised) return null;
  const at = { file: source.file, line: place.line, column: 1, endLine: place.line, endColumn: 1 };
  return { range: at, newText };
}

/**
 * Adds an entry under `ignore` to `.errata-lens.yaml` for each resource and keeps everything else. Null if the file has
 * to be edited by hand: it is not a map, or `ignore` is not a block list.
 */
export function addIgnoreEntries(
  content: string,
  { rule, resources, reason, until }: SuppressionRequest & { resources: readonly string[] },
): string | null {
  return resources.reduce<string | null>(
    (before, resource) =>
      before === null
        ? null
        : addConfigEntry(before, 'ignore', [
            ['rule', rule],
            ['resource', resource],
            ['reason', oneLine(reason)],
            ...(until === null ? [] : [['until', until] as const]),
          ]),
    content,
  );
}
