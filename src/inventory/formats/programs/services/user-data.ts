import type { Node } from 'web-tree-sitter';
import type { Value } from '../../../resources/draft.ts';
import { namesUsedIn, type Construct } from '../constructs/constructs.ts';
import type { MethodCall } from '../constructs/method-calls.ts';
import {
  argumentsOf,
  calleeOf,
  codeOf,
  isString,
  lastName,
  stringIn,
  unwrap,
  type Program,
} from '../tree/program.ts';
import { resolve } from '../flow/resolve.ts';
import { find } from '../constructs/properties.ts';
import { itemsIn, knownAt, unknownAt } from '../constructs/values.ts';

const ADDS: ReadonlySet<string> = new Set(['addcommands', 'adduserdata']);

/**
 * The script that a machine starts with, what is not known of it as the code that stands for it. Unknown where nothing of it
 * is seen: other code can add to it.
 */
export function userDataOf(
  { call, properties, variable }: Construct,
  calls: readonly MethodCall[],
  program: Program,
): Value {
  const given = find(properties, 'userdata');
  const names = [variable, given === null ? null : lastName(given, program)].filter(
    (name) => name !== null && name !== '',
  );
  const added = calls.filter(({ method, receiver }) => {
    const words = namesUsedIn(receiver, program);
    return ADDS.has(method) && names.some((name) => name !== null && words.has(name));
  });
  const texts = [
    ...(given === null ? [] : customText(given, program)),
    ...added.flatMap((each) => argumentsOf(each.call).flatMap((argument) => textsIn(argument, program))),
  ];
  const at = given ?? added[0]?.call ?? call;
  return texts.length === 0 ? unknownAt(at, program) : knownAt(texts.join('\n'), at, program);
}

/** `UserData.custom('…')` */
function customText(given: Node, program: Program): string[] {
  return resolve(given, '', program).flatMap(({ node }) => {
    const callee = calleeOf(node);
    const isCustom = callee !== null && /^custom$/i.test(lastName(callee, program));
    return isCustom ? argumentsOf(node).flatMap((argument) => textsIn(argument, program)) : [];
  });
}

function textsIn(expression: Node, program: Program): string[] {
  const spread = /spread|splat/.test(expression.type) ? expression.firstNamedChild : null;
  const items = itemsIn(spread ?? expression, program);
  if (items !== null) return items.flatMap((item) => textsIn(item, program));
  const node = unwrap(resolve(expression, '', program)[0]?.node ?? expression);
  const string = stringIn(node, program);
  if (string !== null) return [string.text];
  const code = codeOf(node, program);
  return [isString(node) ? code : `\${${code.slice(0, 80)}}`];
}
