import { textOfPieces, type Fact } from '../../../../values/index.ts';
import type { Construct } from '../constructs/constructs.ts';
import { methodCallsIn } from '../constructs/method-calls.ts';
import {
  argumentsOf,
  calleeOf,
  codeOf,
  propertyValue,
  lastName,
  namesUsedIn,
  programOf,
  stringIn,
  type Node,
} from '../../../../syntax/programs/index.ts';
import {
  itemsIn,
  knownFactAt,
  assembledText,
  resolve,
  resolvedProperties,
  unknownFactAt,
} from '../../../../values/programs/index.ts';

const ADDS_COMMANDS: ReadonlySet<string> = new Set(['addcommands', 'adduserdata']);

/**
 * Startup script of a machine; unknown parts are kept as their source code. Unknown if no part is visible, because
 * other code may add to it.
 */
export function userDataOf({ call, properties, variable }: Construct): Fact {
  const given = propertyValue(properties, 'userdata');
  const names = [variable ?? '', given === null ? '' : lastName(given)].filter((name) => name !== '');
  const added = methodCallsIn(programOf(call)).filter(({ method, receiver }) => {
    const words = namesUsedIn(receiver);
    return ADDS_COMMANDS.has(method) && names.some((name) => words.has(name));
  });
  const texts = [
    ...(given === null ? [] : customText(given)),
    ...added.flatMap((each) => argumentsOf(each.call).flatMap(textsIn)),
  ];
  return scriptLines(given ?? added[0]?.call ?? call, texts);
}

/** Script of commands in lists and maps. */
export function scriptOf(expression: Node): Fact {
  return scriptLines(expression, textsIn(expression));
}

function scriptLines(at: Node, texts: readonly string[]): Fact {
  return texts.length === 0 ? unknownFactAt(at) : knownFactAt(texts.join('\n'), at);
}

/** Text in `UserData.custom('…')`. */
function customText(given: Node): string[] {
  const { node } = resolve(given);
  const callee = calleeOf(node);
  const isCustom = callee !== null && /^custom$/i.test(lastName(callee));
  return isCustom ? argumentsOf(node).flatMap(textsIn) : [];
}

function textsIn(expression: Node): string[] {
  const spread = /spread|splat/.test(expression.type) ? expression.firstNamedChild : null;
  const items = itemsIn(spread ?? expression);
  if (items !== null) return items.flatMap(textsIn);
  const fields = resolvedProperties(expression);
  if (fields.length > 0) return fields.flatMap(({ value }) => textsIn(value));
  const { node } = resolve(expression);
  const string = stringIn(node);
  if (string !== null) return [string.text];
  const joined = assembledText(node);
  return [joined === null ? `\${${codeOf(node).slice(0, 80)}}` : textOfPieces(joined.pieces)];
}
