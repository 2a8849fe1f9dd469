import {
  answeredOnce,
  calleeOf,
  CALLS,
  isName,
  isSame,
  lastName,
  MEMBERS,
  nodesNamed,
  parentOf,
  plainName,
  programOf,
  unwrap,
  type Node,
} from '../../syntax/programs/index.ts';

// What a program writes down at first and changes later is not what is written down.

const AUGMENTED = /^augmented_assignment/;
const ASSIGNED = /assignment/;
const SUBSCRIPT =
  /^(?:subscript|subscript_expression|element_access_expression|index_expression|array_access)$/;
/** Methods that change a list or a map, as {@link plainName} has them. */
const CHANGES: ReadonlySet<string> = new Set([
  ...['push', 'unshift', 'splice', 'append', 'extend', 'insert', 'add', 'addall', 'addrange', 'remove'],
  ...['pop', 'clear', 'update', 'setdefault', 'set', 'put', 'putall', 'tryadd'],
]);

/** Whether a list or map that has a name is changed somewhere after it was written down. */
export function isChangedLater(expression: Node): boolean {
  const node = unwrap(expression);
  return isName(node) && changedNames(lastName(node), programOf(node));
}

const changedNames = answeredOnce(
  (name: string) => name,
  (name, program) => nodesNamed(name, program).some((node) => isChange(wholeName(node))),
);

/** `this.exports` of `exports`. */
function wholeName(node: Node): Node {
  const parent = parentOf(node);
  const isMember = parent !== null && MEMBERS.has(parent.type) && isSame(parent.lastNamedChild, node);
  return isMember ? parent : node;
}

function isChange(node: Node): boolean {
  const parent = parentOf(node);
  if (parent === null) return false;
  if (AUGMENTED.test(parent.type)) return isSame(parent.firstNamedChild, node);
  if (SUBSCRIPT.test(parent.type)) return isSame(parent.firstNamedChild, node) && isAssigned(parent);
  if (!isSame(parent.firstNamedChild, node)) return false;
  const call = CALLS.has(parent.type) ? parent : parentOf(parent);
  if (call === null || !CALLS.has(call.type)) return false;
  const callee = calleeOf(call);
  const isOnIt = parent === call ? parent.type === 'method_invocation' : isSame(callee, parent);
  return isOnIt && callee !== null && CHANGES.has(plainName(lastName(callee)));
}

/** `parameters['x'] = …`; in Go the left side is a list. */
function isAssigned(node: Node): boolean {
  const parent = parentOf(node);
  if (parent?.type === 'expression_list') return isAssigned(parent);
  return parent !== null && ASSIGNED.test(parent.type) && isSame(parent.firstNamedChild, node);
}

const OVERRIDE = 'add_?(?:property_?|deletion_?|property_?deletion_?)?override';
const CHILD = '(?:get)?default_?child';
/** What follows the variable of a construct where its template is changed past the construct's own properties. */
const ESCAPES = `\\s*[!?]?\\s*\\.\\s*(?:(?:get)?node(?:\\(\\))?\\s*\\.\\s*${CHILD}|${OVERRIDE}|\\w+\\s*=(?![=>]))`;

/**
 * Whether what a construct makes is changed past its arguments: `cluster.node.defaultChild`,
 * `cfn.addPropertyOverride(…)`.
 */
export function isOverridden({ variable, call }: { variable: string | null; call: Node }): boolean {
  if (variable === null || !/^\w+$/.test(variable)) return false;
  return new RegExp(`(?<![\\w$])${variable}${ESCAPES}`, 'i').test(programOf(call).source.text);
}
