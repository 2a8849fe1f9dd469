import { memoize } from '../../../model/index.ts';
import { ancestorsOf, parentOf, type Node } from '../nodes.ts';
import { calleeOf, CALLS, codeOf, isSameNode, lastName, MEMBERS, stringIn, unwrap } from '../program.ts';
import { isFunction } from './scopes.ts';

const KEYED_NODE = /^(?:pair|keyword_argument|keyed_element)$/;
/** Node types for the name of a member in brackets. */
const IN_BRACKETS = /^(?:string|subscript_expression)$/;
const NAMED_NODE = /declarator|_spec$|assignment|definition|_declaration$|parameter$|^short_var/;
const STATEMENT_NODE = /block|body|program|module|source_file|_statement$/;
const maxNameLength = 80;

/** True for a key with its value, or in C# an assignment in an initialiser. */
export function isKeyed(node: Node): boolean {
  const isSet = node.type === 'assignment_expression' && parentOf(node)?.type === 'initializer_expression';
  return isSet || KEYED_NODE.test(node.type);
}

export function keyOf(key: Node | null): string {
  return key === null ? '' : (stringIn(unwrap(key))?.text ?? lastName(key));
}

/** Name in a node that declares a variable, a field or a parameter, or assigns to one. */
export function nameDeclaredBy(declaring: Node): Node | null {
  return (
    declaring.childForFieldName('name') ??
    declaring.childForFieldName('pattern') ??
    declaring.childForFieldName('left') ??
    declaring.firstNamedChild
  );
}

/**
 * Keys and names on the path to an expression, outermost first.
 * @param isPathStart true for an expression around a key that is about another subject
 */
export function namesOnPath(node: Node, isPathStart: (around: Node) => boolean = () => false): string[] {
  const names: string[] = [];
  let inner = node;
  for (const around of ancestorsOf(node)) {
    if (names.length > 0 && isPathStart(around)) return names;
    const isKey = KEYED_NODE.test(around.type);
    if (isKey || NAMED_NODE.test(around.type)) {
      const key = isKey ? around.firstNamedChild : nameDeclaredBy(around);
      if (key !== null && !isSameNode(key, inner) && key.endIndex <= node.startIndex) {
        const name = keyOf(key);
        if (name !== '' && name.length < maxNameLength) names.unshift(name);
      }
      if (!isKey) return names;
    }
    if (around.type === 'return_statement' && names.length === 0) return namesOfFunctionAround(around);
    if (STATEMENT_NODE.test(around.type)) return names;
    inner = around;
  }
  return names;
}

/** Name of the function around a value, as a list: it can describe the value, as in `getMysqlVersion`. */
function namesOfFunctionAround(node: Node): string[] {
  const name = ancestorsOf(node).find(isFunction)?.childForFieldName('name') ?? null;
  return name === null ? [] : [codeOf(name)];
}

/** Name of a callee with its qualifiers. */
export function calledName(node: Node): Node {
  let whole = node;
  for (let parent = parentOf(whole); parent !== null; parent = parentOf(whole)) {
    const isCalled = CALLS.has(parent.type) && isSameNode(calleeOf(parent), whole);
    const isName = MEMBERS.has(parent.type) || IN_BRACKETS.test(parent.type);
    if (!isCalled && !isName) return whole;
    whole = parent;
  }
  return whole;
}

/** Variable or field that stores a call's result. */
export function variableOf(call: Node): string | null {
  for (const ancestor of ancestorsOf(call).slice(0, 6)) {
    const name =
      ancestor.childForFieldName('name') ??
      ancestor.childForFieldName('left')?.firstNamedChild ??
      ancestor.childForFieldName('left');
    if (!/declar|assign|definition|_spec/.test(ancestor.type) || name === null) continue;
    const left = ancestor.childForFieldName('left');
    const variable = lastName(left !== null && MEMBERS.has(left.type) ? left : name);
    return variable === '_' ? null : variable;
  }
  return null;
}

/** Names that an expression uses, without words in texts. */
export const namesUsedIn = memoize((expression: Node): ReadonlySet<string> => {
  const names = new Set<string>();
  const visit = (node: Node): void => {
    if (node.namedChildren.length === 0) {
      if (node.type.endsWith('identifier')) names.add(codeOf(node));
      return;
    }
    for (const child of node.namedChildren) visit(child);
  };
  visit(expression);
  return names;
});
