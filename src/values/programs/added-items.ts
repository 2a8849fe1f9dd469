import {
  ancestorsOf,
  argumentsOf,
  calleeOf,
  CALLS,
  DECLARES,
  isFunction,
  isSame,
  isWithin,
  lastName,
  MEMBERS,
  nameDeclaredBy,
  nodesNamed,
  parentOf,
  plainName,
  programOf,
  type Node,
} from '../../syntax/programs/index.ts';

/** What an item of a list, or an argument, is wrapped in. */
const WRAPPED = /^(?:literal_element|argument)$/;
const ARGUMENTS = /argument/;
const LIST = /^(?:array|list|tuple|array_initializer|initializer_expression|literal_value)$/;
/** What a list stands in before it is given to a name. */
const PART = /binary|parenthes|composite_literal|array_creation|expression_list/;
const AUGMENTED = /^augmented_assignment/;
const ADDS: ReadonlySet<string> = new Set([
  'append',
  'extend',
  'push',
  'concat',
  'add',
  'addall',
  'addrange',
]);

/**
 * The items of the list that an expression is an item of, with those that are added to it later on in the same function, in
 * written order: `command += ['--engine', name]`. Of an argument, all arguments. Null where it is neither.
 */
export function itemsAround(item: Node): readonly Node[] | null {
  const parent = parentOf(item);
  const around = parent !== null && WRAPPED.test(parent.type) ? parentOf(parent) : parent;
  if (around === null) return null;
  if (ARGUMENTS.test(around.type)) {
    const call = parentOf(around);
    return call !== null && CALLS.has(call.type) ? argumentsOf(call) : null;
  }
  return LIST.test(around.type) ? [...itemsOf(around), ...addedTo(around)] : null;
}

function itemsOf(list: Node): Node[] {
  return list.namedChildren.map((each) => (WRAPPED.test(each.type) ? (each.firstNamedChild ?? each) : each));
}

function addedTo(list: Node): Node[] {
  const declaring = ancestorsOf(list).find(({ type }) => !PART.test(type));
  const name = declaring !== undefined && DECLARES.test(declaring.type) ? nameDeclaredBy(declaring) : null;
  if (declaring === undefined || name === null) return [];
  const within = ancestorsOf(list).find(isFunction) ?? programOf(list).root;
  const added: Node[] = [];
  for (const use of nodesNamed(lastName(name), programOf(list))) {
    if (use.startIndex < declaring.endIndex || use.endIndex > within.endIndex) continue;
    const found = addedAt(use);
    if (found === null) break;
    added.push(...found.flatMap((each) => (LIST.test(each.type) ? itemsOf(each) : [each])));
  }
  return added;
}

/** What is added where a list is used; null where its name gets another value. */
function addedAt(use: Node): Node[] | null {
  const parent = parentOf(use);
  if (parent === null) return [];
  if (AUGMENTED.test(parent.type)) return parent.lastNamedChild === null ? [] : [parent.lastNamedChild];
  const call = MEMBERS.has(parent.type) || ARGUMENTS.test(parent.type) ? parentOf(parent) : parent;
  const callee = call !== null && CALLS.has(call.type) ? calleeOf(call) : null;
  if (call !== null && callee !== null && ADDS.has(plainName(lastName(callee))))
    return argumentsOf(call).filter((each) => !isSame(each, use));
  const [declaring] = ancestorsOf(use).filter(({ type }) => !PART.test(type));
  const isGivenAnew =
    declaring !== undefined &&
    DECLARES.test(declaring.type) &&
    lastName(nameDeclaredBy(declaring) ?? declaring) === lastName(use);
  const isKept = nodesNamed(lastName(use), programOf(use)).some(
    (other) => !isSame(other, use) && declaring !== undefined && isWithin(other, declaring),
  );
  return isGivenAnew && !isKept ? null : [];
}
