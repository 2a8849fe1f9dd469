import {
  ancestorsOf,
  calleeOf,
  CALLS,
  DECLARES,
  lastName,
  nameDeclaredBy,
  programOf,
  stringIn,
  usesOf,
  type Node,
} from '../../syntax/programs/index.ts';
import { itemsAround } from './added-items.ts';
import { wholeText } from './texts.ts';

/** Functions that run a command, which is a text. */
const RUNS =
  /^(?:system|popen|run|call|check_\w+|getoutput|exec\w*|spawn\w*|command|sh|shell|bash|start|\$)$/i;

/**
 * The command that a string with an operation is a part of: its words, where the operation is one of a list, or the text
 * that a function runs, itself or by its name. None where it is only told.
 */
export function commandWith(operation: string, string: Node): readonly Node[] {
  if (stringIn(string)?.text === operation) return itemsAround(string) ?? [];
  const declaring = ancestorsOf(string).find(({ type }) => CALLS.has(type) || DECLARES.test(type));
  if (declaring === undefined) return [];
  const name = CALLS.has(declaring.type) ? null : nameDeclaredBy(declaring);
  const runs = name === null ? [string] : usesOf(name, declaring, programOf(string));
  return runs.some(isRun) ? [wholeText(string)] : [];
}

function isRun(node: Node): boolean {
  const call = ancestorsOf(node).find(({ type }) => CALLS.has(type));
  const callee = call === undefined ? null : calleeOf(call);
  return callee !== null && RUNS.test(lastName(callee));
}
