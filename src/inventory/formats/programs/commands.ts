import {
  ancestorsOf,
  codeAt,
  codeOf,
  isString,
  lastName,
  type Program,
  unwrap,
  type Node,
} from '../../../syntax/programs/index.ts';
import { scriptAt } from '../../../syntax/shell/index.ts';
import { commandWith, putTogether, resolve, spanAt } from '../../../values/programs/index.ts';
import type { Piece } from '../../../values/index.ts';
import type { AssetDraft } from '../../resources/draft.ts';
import { draftsOfTexts, type TextPart } from '../embedded/texts.ts';
import type { DocumentReader } from '../format.ts';
import { VERSION_OPERATIONS } from '../../../vocabulary/index.ts';

/** The operations of the AWS CLI that decide about a version. */
export const OPERATION = new RegExp(
  `(?<![\\w-])(?:${[...VERSION_OPERATIONS.keys()].join('|')})(?![\\w-])`,
  'g',
);
const maxCommands = 100;

/** The databases of commands that a program runs: as a list of words, or as a text. */
export function databasesOfCommandsIn(program: Program, readDocument: DocumentReader): AssetDraft[] {
  const holder = { file: program.source.file, source: 'shell', prefix: '', readDocument } as const;
  return codeAt(OPERATION, maxCommands, program).flatMap(({ node: found, code }) => {
    const node = [found, ...ancestorsOf(found).slice(0, 2)].find(isString);
    if (node === undefined) return [];
    const [first, ...others] = commandWith(code, node);
    if (first === undefined) return [];
    const parts = others.length === 0 ? partsOf(first) : [first, ...others].flatMap(quoted);
    return draftsOfTexts(parts, holder).filter(
      ({ kind, engine, version }) =>
        kind !== 'operating-system' && [engine, version].some((fact) => fact?.state === 'known'),
    );
  });
}

/** A word in quotes: what it contains is not taken apart. */
function quoted(word: Node): TextPart[] {
  const quote = scriptAt('"', spanAt(word));
  return [quote, ...partsOf(word), quote, scriptAt(' ', spanAt(word))];
}

/** A name that leads to no one text stands in the command as a variable of it. */
function partsOf(expression: Node): TextPart[] {
  const [target, another] = resolve(expression, '');
  const pieces =
    target === undefined || another !== undefined ? undefined : putTogether(unwrap(target.node))?.pieces;
  if (pieces === undefined) {
    const option = /--[a-z][a-z-]*=/.exec(codeOf(expression))?.[0] ?? '';
    return [scriptAt(`${option}\${${lastName(expression)}}`, spanAt(expression))];
  }
  return pieces.map(partOfPiece);
}

/** What is written in a text, or put into it. */
export function partOfPiece(piece: Piece): TextPart {
  return piece.how === 'literal' ? scriptAt(piece.text, piece.span) : { value: piece, span: piece.span };
}
