import type { Suppression } from '../../model/index.ts';
import {
  CommentLines,
  commentsOf,
  commentsOfScript,
  placeOf,
  type Comment,
  type CommentedText,
  type SourceFile,
} from '../../syntax/index.ts';

/** Keyword of all suppression comments: files without it are not searched. */
export const SUPPRESSION_KEYWORD = 'errata-lens:ignore';

/** Decoration that may precede the keyword in a comment: marks, no words. */
const COMMENT_ORNAMENT = /^[\s#/*!;<>{}%:"-]*$/;
const FOR_FILE = '-file';
/** Editors turn two hyphens into a long dash. */
const REASON_FOLLOWS = /(?:^|\s)(?:--|\u2013|\u2014)(?=\s|$)/;

/**
 * Suppression comments, in the file's own comment syntax:
 * `errata-lens:ignore <rule or bug id>[, …] until=YYYY-MM-DD -- reason`. Beside code it applies to its line; on a line
 * of its own, to the next line that is not a comment. Both include the rest of a command or string that begins there.
 * `errata-lens:ignore-file` applies to the whole file.
 */
export function readSuppressions(source: SourceFile): Suppression[] {
  if (!source.text.includes(SUPPRESSION_KEYWORD)) return [];
  const commented = commentsOf(source);
  const lines = new CommentLines(commented);
  const own = requestsIn(commented, lines, source.file, 0);
  // A script inside a text has its own comments, which apply only within it.
  const inScripts = textsWithKeyword(commented).flatMap(({ start, end }) => {
    const from = commented.text.indexOf('\n', start) + 1;
    const script = commentsOfScript(commented.text.slice(from, end));
    const linesBefore = placeOf(lines.lines, from, from).line - 1;
    return requestsIn(script, new CommentLines(script), source.file, linesBefore).filter(
      ({ scope }) => 'file' in scope && scope.lines !== null,
    );
  });
  return [...own, ...inScripts];
}

function textsWithKeyword({ text, constructs: wholes }: CommentedText): CommentedText['constructs'] {
  let seen = 0;
  return wholes.filter(({ start, end, isText }) => {
    // Only the outermost of nested texts.
    if (!isText || start < seen || !text.slice(start, end).includes(SUPPRESSION_KEYWORD)) return false;
    seen = end;
    return true;
  });
}

function requestsIn(
  commented: CommentedText,
  lines: CommentLines,
  file: string,
  linesBefore: number,
): Suppression[] {
  return commented.comments.flatMap((comment) =>
    wordsIn(comment, commented.text).flatMap(({ start, end, words }) => {
      const spoken = coveredLines(comment, lines);
      const place = placeOf(lines.lines, start, end);
      const down = (line: number): number => line + linesBefore;
      return suppressionsOf(
        words,
        { file, first: down(spoken.first), last: down(spoken.last) },
        { ...place, file, line: down(place.line), endLine: down(place.endLine) },
      );
    }),
  );
}

/** Words after the keyword on the lines of a comment that begin with it. */
function wordsIn(
  { start, wordsEnd }: Comment,
  text: string,
): { start: number; end: number; words: string }[] {
  const found: { start: number; end: number; words: string }[] = [];
  let lineStart = start;
  for (const line of text.slice(start, wordsEnd).split('\n')) {
    const at = line.indexOf(SUPPRESSION_KEYWORD);
    if (at >= 0 && COMMENT_ORNAMENT.test(line.slice(0, at))) {
      const words = line.slice(at + SUPPRESSION_KEYWORD.length);
      found.push({
        start: lineStart + line.search(/\S/),
        end: lineStart + line.trimEnd().length,
        words,
      });
    }
    lineStart += line.length + 1;
  }
  return found;
}

function coveredLines({ start, end }: Comment, lines: CommentLines): { first: number; last: number } {
  const { line, endLine } = placeOf(lines.lines, start, end);
  const beside = [line, endLine].find((each) => lines.hasCode(each));
  const first = beside ?? lines.nextLineWithCode(endLine) ?? endLine;
  return { first, last: lines.lastLineOf(first) };
}

function suppressionsOf(
  written: string,
  { file, first, last }: { file: string; first: number; last: number },
  location: Suppression['location'],
): Suppression[] {
  const isForFile = written.startsWith(FOR_FILE) && !/^[\w-]/.test(written.slice(FOR_FILE.length));
  const words = isForFile ? written.slice(FOR_FILE.length) : written;
  const dash = REASON_FOLLOWS.exec(words);
  const request = dash === null ? words : words.slice(0, dash.index);
  const reason = dash === null ? '' : words.slice(dash.index + dash[0].length).trim();
  const { targets, until } = partsOf(request);
  // A comment without targets is kept: the analysis reports it.
  return (targets.length === 0 ? [''] : targets).map((target) => ({
    target,
    scope: { file, lines: isForFile ? null : { first, last } },
    reason: reason === '' ? null : reason,
    until,
    location,
  }));
}

/** Targets, and the date as written. A word that begins with `until` is never a target, even without a valid date. */
function partsOf(request: string): { targets: string[]; until: string | null } {
  const words = request
    .replace(/^[:=]/, '')
    .split(/[\s,]+/)
    .filter((word) => word !== '');
  const at = words.findIndex((word) => /^until\b/i.test(word));
  if (at < 0) return { targets: words, until: null };
  const [day = ''] = words.slice(at);
  if (day.startsWith('until='))
    return { targets: words.filter((_, i) => i !== at), until: day.slice('until='.length) };
  return { targets: words.slice(0, at), until: words.slice(at).join(' ') };
}
