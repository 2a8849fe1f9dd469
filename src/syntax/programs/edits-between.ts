import { Edit, type Point } from 'web-tree-sitter';

/** Lines that follow each other, by their numbers; the end is exclusive. */
interface Run {
  first: number;
  end: number;
}

/** Each edit costs a step through the tree: of more than these one is made. */
const MOST_EDITS = 8;

/**
 * What leads from a text to another, the last change first: so each of them stands in the first text as it was. Where no
 * line was added or taken away between the first and the last change, lines between them that are alike stay.
 */
export function editsBetween(before: string, after: string): Edit[] {
  const [old, changed] = [new TextLines(before), new TextLines(after)];
  const most = Math.min(old.count, changed.count);
  let first = 0;
  while (first < most && old.line(first) === changed.line(first)) first++;
  let same = 0;
  while (same < most - first && old.line(old.count - 1 - same) === changed.line(changed.count - 1 - same))
    same++;
  const inOld = { first, end: old.count - same };
  const inChanged = { first, end: changed.count - same };
  if (inOld.end !== inChanged.end) return [editOf(old, inOld, changed, inChanged)];
  const runs = changedRuns(old, changed, inOld);
  const made = runs.length > MOST_EDITS ? [inOld] : runs.reverse();
  return made.map((run) => editOf(old, run, changed, run));
}

/** The lines that differ, among those of a run that both texts have. */
function changedRuns(old: TextLines, changed: TextLines, { first, end }: Run): Run[] {
  const runs: Run[] = [];
  for (let nth = first; nth < end; nth++) {
    if (old.line(nth) === changed.line(nth)) continue;
    const last = runs.at(-1);
    if (last?.end === nth) last.end = nth + 1;
    else runs.push({ first: nth, end: nth + 1 });
  }
  return runs;
}

/** Without what is alike at both ends: a line's indentation decides in Python what the lines after it belong to. */
function editOf(old: TextLines, inOld: Run, changed: TextLines, inChanged: Run): Edit {
  const before = old.text(inOld);
  const after = changed.text(inChanged);
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let same = 0;
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  const startIndex = old.start(inOld.first) + start;
  return new Edit({
    startIndex,
    oldEndIndex: startIndex + before.length - same - start,
    newEndIndex: startIndex + after.length - same - start,
    startPosition: pointIn(before, start, inOld.first),
    oldEndPosition: pointIn(before, before.length - same, inOld.first),
    newEndPosition: pointIn(after, after.length - same, inChanged.first),
  });
}

/** A place in the text of lines of which the first is known. */
function pointIn(text: string, index: number, firstRow: number): Point {
  const lines = text.slice(0, index).split('\n');
  return { row: firstRow + lines.length - 1, column: lines.at(-1)?.length ?? 0 };
}

/** The lines of a text with their ends, as the parser counts them, and where each begins. */
class TextLines {
  readonly #text: string;
  readonly #starts: number[] = [0];

  constructor(text: string) {
    this.#text = text;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1))
      this.#starts.push(end + 1);
  }

  get count(): number {
    return this.#starts.length;
  }

  line(nth: number): string {
    return this.text({ first: nth, end: nth + 1 });
  }

  start(nth: number): number {
    return this.#starts[nth] ?? this.#text.length;
  }

  text({ first, end }: Run): string {
    return this.#text.slice(this.start(first), this.start(end));
  }
}
