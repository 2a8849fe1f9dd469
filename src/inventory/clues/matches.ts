import type { FileLocation } from '../../model/index.ts';
import { linesOf, placeOf, type SourceFile } from '../../syntax/index.ts';

export interface Match {
  match: RegExpExecArray;
  location: FileLocation;
}

/** Matches of a pattern with their places, without those in comments. */
export function matchesOf(source: SourceFile, pattern: RegExp): Match[] {
  const lines = linesOf(source);
  return [...source.text.matchAll(pattern)]
    .filter(({ index }) => !isCommentedOut(source.text, index))
    .map((match) => ({ match, location: placeOf(lines, match.index, match.index + match[0].length) }));
}

function isCommentedOut(text: string, index: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', index - 1) + 1, index);
  return /^\s*(?:#|\/\/|--\s|\*\s|<!--|;)/.test(line);
}
