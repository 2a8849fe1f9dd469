import { isFileLocation, type FileLocation } from '../../model/index.ts';
import { linesOf, locate, type Span } from '../../syntax/index.ts';
import type { Range, Script } from '../../syntax/shell/index.ts';
import {
  type Fact,
  imageOfPieces,
  maxChosenImages,
  maxPieces,
  type OuterValues,
  type Piece,
  slicePieces,
  type SettingFact,
  textOfPieces,
  versionOfPieces,
} from '../../values/index.ts';
import type { AssetDraft } from '../resources/draft.ts';
import { isDockerfile } from '../reading/file-names.ts';
import type { TextHolder } from '../reading/format.ts';

/** A part of a document: text of the script, or a value that replaces a reference. */
interface ScriptPart extends Range {
  text: string;
  /** Range of the text, or of the reference, in the script. */
  written: Range;
  value: Piece | null;
}

/** Pieces of the script that a range of a document comes from, and their whole span. */
interface PlaceInScript {
  pieces: readonly Piece[];
  whole: Span;
}

/** Longer values are not put into a document. */
const maxValueLength = 200;
const DOCUMENT_FILE = /\.(?:ya?ml|json|toml)$/i;
const SHELL_REFERENCE = /(?<!\\)\$(?:\{(?<braced>[A-Za-z_]\w*)\}|(?<plain>[A-Za-z_]\w*))/g;

/** True if a file of this name is read as a document instead of as a script. */
export function isDocument(name: string): boolean {
  return DOCUMENT_FILE.test(name) || isDockerfile(name);
}

/**
 * Drafts of a document in a script, by the file name of the document. Known variables of the script are replaced with
 * their values.
 */
export function draftsOfDocument(
  name: string,
  script: Script,
  range: Range,
  valuesOf: OuterValues,
  { file, embedded }: Pick<TextHolder, 'file' | 'embedded'>,
): AssetDraft[] {
  const parts = partsOf(script, range, valuesOf);
  const source = { file: name, text: parts.map(({ text }) => text).join('') };
  const drafts = embedded.document(source);
  if (drafts.length > maxChosenImages) return [];
  const { starts } = linesOf(source);
  const offsetOf = (line: number, column: number): number => (starts[line - 1] ?? 0) + column - 1;
  const placeOf = ({ line, column, endLine, endColumn }: FileLocation): PlaceInScript =>
    placeAmongParts(parts, { start: offsetOf(line, column), end: offsetOf(endLine, endColumn) }, script);
  return drafts.map((draft) => ({ ...movedDraft(draft, placeOf), file }));
}

function partsOf(script: Script, { start: from, end }: Range, valuesOf: OuterValues): ScriptPart[] {
  const parts: ScriptPart[] = [];
  const add = (text: string, written: Range, value: Piece | null): void => {
    const start = parts.at(-1)?.end ?? 0;
    parts.push({ text, start, end: start + text.length, written, value });
  };
  // The shell removes these tabs (`<<-`); blanks keep the indentation of all lines equal.
  const text = script.text.slice(from, end).replace(/^\t+/gm, (tabs) => ' '.repeat(tabs.length));
  let at = 0;
  for (const { index, 0: reference, groups } of text.matchAll(SHELL_REFERENCE)) {
    const [value, ...others] = valuesOf(groups?.['braced'] ?? groups?.['plain'] ?? '');
    const isOne = value !== undefined && others.length === 0 && parts.length < maxPieces;
    if (!isOne || value.text.length > maxValueLength || value.text.includes('\n')) continue;
    const next = index + reference.length;
    add(text.slice(at, index), { start: from + at, end: from + index }, null);
    add(value.text, { start: from + index, end: from + next }, value);
    at = next;
  }
  add(text.slice(at), { start: from + at, end }, null);
  return parts;
}

function placeAmongParts(parts: readonly ScriptPart[], { start, end }: Range, script: Script): PlaceInScript {
  const first = parts.find((part) => start < part.end) ?? parts.at(-1);
  const last = parts.find((part) => end <= part.end) ?? parts.at(-1);
  const from =
    first === undefined ? 0 : first.written.start + (first.value === null ? start - first.start : 0);
  const to = last?.value === null ? last.written.start + end - last.start : (last?.written.end ?? 0);
  const pieces = parts.flatMap(({ text, written, value, ...part }): Piece[] => {
    const within = { start: Math.max(start - part.start, 0), end: Math.min(end, part.end) - part.start };
    if (within.start >= within.end) return [];
    if (value !== null) return slicePieces([value], within);
    const span = script.span({ start: written.start + within.start, end: written.start + within.end });
    return [{ text: text.slice(within.start, within.end), span, origin: 'literal', uses: [] }];
  });
  return { pieces, whole: script.span({ start: from, end: Math.max(from, to) }) };
}

/** Draft of a document, moved to its place in the script. A name composed of values has the place of its version. */
function movedDraft(draft: AssetDraft, placeOf: (at: FileLocation) => PlaceInScript): AssetDraft {
  const locationOf = (at: FileLocation): FileLocation => {
    const { pieces, whole } = placeOf(at);
    return locate(pieces.length === 1 ? (pieces[0]?.span ?? whole) : whole);
  };
  const factOf = (fact: Fact): Fact => {
    if (fact.state === 'unknown') return { ...fact, at: fact.at === null ? null : locationOf(fact.at) };
    const { pieces, whole } = placeOf(fact.at);
    const uses = fact.uses.map((use) =>
      isFileLocation(use.location) ? { ...use, location: locationOf(use.location) } : use,
    );
    if (textOfPieces(pieces) !== fact.value || pieces.every(({ origin }) => origin === 'literal'))
      return { ...fact, at: locationOf(fact.at), uses };
    const placed = (draft.kind === 'operating-system' ? imageOfPieces : versionOfPieces)(pieces, whole);
    const use = placed.uses.length > 0 ? [] : [{ location: locate(whole), name: draft.name }];
    return { ...placed, uses: [...placed.uses, ...use, ...uses] };
  };
  return { ...mapFacts(draft, factOf), at: locationOf(draft.at) };
}

/** A draft with every fact mapped. */
export function mapFacts(
  draft: AssetDraft,
  change: (fact: Fact) => Fact,
  changeSetting = (of: SettingFact): SettingFact => (of.at === undefined ? of : change(of)),
): AssetDraft {
  const { engine, version, settings } = draft;
  return {
    ...draft,
    engine: engine === null ? null : change(engine),
    version: version === null ? null : change(version),
    settings: Object.fromEntries(Object.entries(settings).map(([name, of]) => [name, changeSetting(of)])),
  };
}
