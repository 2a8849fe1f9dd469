import { isFileLocation, type FileLocation, type Use } from '../../../model/index.ts';
import { linesOf, locate, type Span, type SourceFile } from '../../../syntax/index.ts';
import type { Command, Range, Script, Word } from '../../../syntax/shell/index.ts';
import { maxChosenImages, type Fact, type Piece } from '../../../values/index.ts';
import type { AssetDraft } from '../../resources/draft.ts';
import { destinationOf, isHandedOn, takerAfter } from './destinations.ts';

/** What a document declares that a script writes or hands on, by the name of its file. */
export type DocumentReader = (name: string, source: SourceFile) => readonly AssetDraft[];

/** A value that stands in a document for a reference of the script. */
interface Filled extends Range {
  /** Where the reference stands in the script. */
  written: Range;
  value: Span;
}

/** Longer values are no part of a name. */
const maxValueLength = 200;
const REFERENCE = /(?<!\\)\$(?:\{(?<braced>[A-Za-z_]\w*)\}|(?<plain>[A-Za-z_]\w*))/g;

/**
 * What the documents in heredocs of a script declare, and those in texts that are printed for a program: manifests,
 * templates, settings, Dockerfiles. A variable of the script stands for its value where there is one.
 */
export function draftsOfDocuments(
  commands: readonly Command[],
  script: Script,
  valuesOf: (name: string) => readonly Piece[],
  file: string,
  read: DocumentReader,
): AssetDraft[] {
  return commands.flatMap((command, i) => {
    const taker = takerAfter(commands, i);
    const destination = destinationOf(command, taker);
    if (destination === null) return [];
    const texts = isHandedOn(command, taker) ? command.words.slice(1).flatMap(textIn) : [];
    return [...command.heredocs, ...texts].flatMap((range) => {
      const document = filled(script, range, valuesOf);
      const source = { file, text: document.text };
      const drafts = read(destination, source);
      if (drafts.length === 0 || drafts.length > maxChosenImages) return [];
      return drafts.map((draft) => moved(draft, placesIn(source, document, script, range)));
    });
  });
}

/** A text of several lines, without its quotes. */
function textIn({ parts }: Word): Range[] {
  const [first, last] = [parts[0], parts.at(-1)];
  const isDocument = parts.some((part) => part.kind === 'text' && part.text.includes('\n'));
  return first === undefined || last === undefined || !isDocument
    ? []
    : [{ start: first.start, end: last.end }];
}

function filled(
  script: Script,
  { start, end }: Range,
  valuesOf: (name: string) => readonly Piece[],
): { text: string; values: Filled[] } {
  // Tabs are those that a shell takes away: as blanks they indent all lines alike.
  const written = script.text.slice(start, end).replace(/^\t+/gm, (tabs) => ' '.repeat(tabs.length));
  const values: Filled[] = [];
  let text = '';
  let from = 0;
  for (const match of written.matchAll(REFERENCE)) {
    const [value, ...others] = valuesOf(match.groups?.['braced'] ?? match.groups?.['plain'] ?? '');
    if (
      value === undefined ||
      others.length > 0 ||
      value.text.length > maxValueLength ||
      value.text.includes('\n')
    )
      continue;
    text += written.slice(from, match.index);
    from = match.index + match[0].length;
    const reference = { start: match.index, end: from };
    values.push({
      start: text.length,
      end: text.length + value.text.length,
      written: reference,
      value: value.span,
    });
    text += value.text;
  }
  return { text: text + written.slice(from), values };
}

/** Where a place of the document is written: in the script, or where the value in it is. */
function placesIn(
  source: SourceFile,
  { values }: { values: readonly Filled[] },
  script: Script,
  range: Range,
): (at: FileLocation) => FileLocation {
  const { starts } = linesOf(source);
  const offsetOf = (line: number, column: number): number => (starts[line - 1] ?? 0) + column - 1;
  const inScript = (offset: number, edge: 'start' | 'end'): number => {
    const before = values.findLast(({ start }) => start <= offset);
    if (before === undefined) return range.start + offset;
    return (
      range.start + (offset < before.end ? before.written[edge] : before.written.end + offset - before.end)
    );
  };
  return (at) => {
    if (at.file !== source.file) return at;
    const [start, end] = [offsetOf(at.line, at.column), offsetOf(at.endLine, at.endColumn)];
    const value = values.find((each) => each.start <= start && end <= each.end);
    if (value !== undefined) return locate(value.value);
    return locate(script.span({ start: inScript(start, 'start'), end: inScript(end, 'end') }));
  };
}

/** A draft of a document in its place in the script. */
function moved(draft: AssetDraft, place: (at: FileLocation) => FileLocation): AssetDraft {
  const value = (of: Fact): Fact =>
    of.state === 'unknown'
      ? { ...of, at: of.at === null ? null : place(of.at) }
      : {
          ...of,
          at: place(of.at),
          uses: of.uses.map((use) => ({ ...use, location: placeOfUse(use, place) })),
        };
  return {
    ...draft,
    at: place(draft.at),
    engine: draft.engine === null ? null : value(draft.engine),
    version: draft.version === null ? null : value(draft.version),
    settings: Object.fromEntries(Object.entries(draft.settings).map(([name, of]) => [name, value(of)])),
  };
}

function placeOfUse({ location }: Use, place: (at: FileLocation) => FileLocation): Use['location'] {
  return isFileLocation(location) ? place(location) : location;
}
