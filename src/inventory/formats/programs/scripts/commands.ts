import {
  ancestorsOf,
  argumentsOf,
  calleeOf,
  CALLS,
  matchesInCode,
  codeOf,
  declares,
  isString,
  itemsOfList,
  lastName,
  nameDeclaredBy,
  nodesNamed,
  type Program,
  programOf,
  stringIn,
  unwrap,
  type Node,
} from '../../../../syntax/programs/index.ts';
import { scriptAt } from '../../../../syntax/shell/index.ts';
import {
  isChangedLater,
  assembledText,
  resolve,
  spanAt,
  unknownFactAt,
  outermostConcatenation,
} from '../../../../values/programs/index.ts';
import type { Piece } from '../../../../values/index.ts';
import type { AssetDraft } from '../../../resources/draft.ts';
import { draftsOfTexts, type TextPart } from '../../../embedded/texts.ts';
import type { Embedded } from '../../../reading/format.ts';
import { VERSION_OPERATIONS } from '../../../../vocabulary/index.ts';

/** AWS CLI operations that decide about a version. */
export const CLI_OPERATION = new RegExp(
  `(?<![\\w-])(?:${[...VERSION_OPERATIONS.keys()].join('|')})(?![\\w-])`,
  'g',
);
const maxCommands = 100;

/** Databases in commands that a program runs, written as a list of words or as a text. */
export function databasesOfCommandsIn(program: Program, embedded: Embedded): AssetDraft[] {
  const holder = { file: program.source.file, source: 'shell', prefix: '', embedded } as const;
  return matchesInCode(CLI_OPERATION, maxCommands, program).flatMap(({ node: found, code }) => {
    const node = [found, ...ancestorsOf(found).slice(0, 2)].find(isString);
    const words = node === undefined ? [] : commandWith(code, node);
    const [first, ...others] = words;
    if (node === undefined || first === undefined) return [];
    const parts = others.length === 0 ? partsOf(first) : words.flatMap(quotedParts);
    const added = listAddedTo(node);
    return draftsOfTexts(parts, holder)
      .filter(
        ({ kind, engine, version }) =>
          kind !== 'operating-system' && [engine, version].some((fact) => fact?.state === 'known'),
      )
      .map((draft) =>
        added !== null && draft.version === null ? { ...draft, version: unknownFactAt(added) } : draft,
      );
  });
}

/** Functions that run a command given as text. */
const RUNNING_FUNCTIONS = [
  ...['system', 'popen', 'run', 'call', String.raw`check_\w+`, 'getoutput', String.raw`exec\w*`],
  ...[String.raw`spawn\w*`, 'command', 'sh', 'shell', 'bash', 'start', String.raw`\$`],
];
const RUNS_COMMAND = new RegExp(`^(?:${RUNNING_FUNCTIONS.join('|')})$`, 'i');

/**
 * Words of a list that contains an operation, or the text of a function that runs one. Empty if the operation is only
 * mentioned.
 */
function commandWith(operation: string, string: Node): readonly Node[] {
  const around = ancestorsOf(string);
  if (stringIn(string)?.text === operation) return wordsAround(around.slice(0, 3));
  const keeps = around.find((each) => CALLS.has(each.type) || declares(each));
  const name = keeps === undefined || CALLS.has(keeps.type) ? null : nameDeclaredBy(keeps);
  const uses = name === null ? [string] : nodesNamed(lastName(name), programOf(string));
  return uses.some(isRun) ? [outermostConcatenation(string)] : [];
}

/** Items of the nearest list, else arguments of the nearest call. */
function wordsAround(ancestors: readonly Node[]): readonly Node[] {
  const items = ancestors
    .values()
    .map(itemsOfList)
    .find((each) => each !== null);
  const call = ancestors.find(({ type }) => CALLS.has(type));
  return items ?? (call === undefined ? [] : argumentsOf(call));
}

function isRun(command: Node): boolean {
  const call = ancestorsOf(command).find(({ type }) => CALLS.has(type));
  const callee = call === undefined ? null : calleeOf(call);
  return callee !== null && RUNS_COMMAND.test(lastName(callee));
}

/** Name of the list that a command's words are added to; null if all words are written in one place. */
function listAddedTo(word: Node): Node | null {
  const declaring = ancestorsOf(word).find(declares);
  const name = declaring === undefined ? null : nameDeclaredBy(declaring);
  return name !== null && isChangedLater(unwrap(name)) ? name : null;
}

/** A quoted word: its content is not split. */
function quotedParts(word: Node): TextPart[] {
  const quote = scriptAt('"', spanAt(word));
  return [quote, ...partsOf(word), quote, scriptAt(' ', spanAt(word))];
}

/** A name without a known text stays in the command as a variable. */
function partsOf(expression: Node): TextPart[] {
  const pieces = assembledText(resolve(expression).node)?.pieces;
  if (pieces === undefined) {
    const option = /--[a-z][a-z-]*=/.exec(codeOf(expression))?.[0] ?? '';
    return [scriptAt(`${option}\${${lastName(expression)}}`, spanAt(expression))];
  }
  return pieces.map(partOfPiece);
}

/** A piece of text, literal or as an inserted value. */
export function partOfPiece(piece: Piece): TextPart {
  return piece.origin === 'literal' ? scriptAt(piece.text, piece.span) : { value: piece, span: piece.span };
}
