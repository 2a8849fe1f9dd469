import {
  ancestorsOf,
  argumentsOf,
  CALLS,
  codeOf,
  DECLARES,
  isFunction,
  isKeyed,
  isSame,
  isString,
  isWithin,
  keyOf,
  nameDeclaredBy,
  parentOf,
  programOf,
  propertiesOf,
  type Property,
  unwrap,
  usesOf,
  type Node,
} from '../../syntax/programs/index.ts';
import { selectedFrom } from './around.ts';
import { isOfEnvironments } from './resolve/branches.ts';
import { plainly } from './known-functions.ts';
import { resolve } from './resolve/resolve.ts';
import { keyAsked } from './resolve/settings.ts';

// Objects that can hold more than is written, tables of which nothing is seen to take a row, and code that runs only where a
// deployment asks for it.

const OBJECT = /^(?:object|dictionary)$/;
const SPREAD = /^(?:spread_element|dictionary_splat)$/;
const maxSpreadsInARow = 5;

/** Whether an object can hold properties that are not written out: it is computed, or spreads what is not known. */
export function isOpen(expression: Node, depth = 0): boolean {
  const node = unwrap(expression);
  if (depth > maxSpreadsInARow) return true;
  if (OBJECT.test(node.type)) return spreadIn(node).some((inner) => isOpen(inner, depth + 1));
  if (propertiesOf(node).length > 0) return false;
  if (CALLS.has(node.type)) return !hasNoArguments(node);
  const targets = resolve(node, '').filter((target) => !isSame(target.node, node));
  return targets.length === 0 || targets.some((target) => isOpen(target.node, depth + 1));
}

/** As {@link isOpen}, of what a call is given: keywords, an object, the name of one. */
export function isGivenMore(call: Node): boolean {
  const splats = spreadIn(call.childForFieldName('arguments'));
  if (splats.some((inner) => isOpen(inner))) return true;
  const last = argumentsOf(call).at(-1);
  if (last === undefined || call.type === 'method_invocation' || isNoObject(last)) return false;
  return isOpen(last);
}

/** What is spread beside a property and can hold others that are not seen: `...settings`, `**settings`; null for none. */
export function openBeside({ key }: Property): Node | null {
  const around = ancestorsOf(key).find(({ type }) => OBJECT.test(type) || type === 'argument_list');
  return spreadIn(around ?? null).find((inner) => hasOthers(unwrap(inner))) ?? null;
}

/** Of `name && { … }` what is written out is known, and may give a version. */
function hasOthers(spread: Node): boolean {
  const given =
    spread.childForFieldName('operator')?.type === '&&' ? spread.childForFieldName('right') : null;
  if (given === null) return isOpen(spread);
  return isOpen(given) || propertiesOf(given).some(({ name }) => name === 'engineversion');
}

/** Keyword arguments, names of constructs, and `this`. */
function isNoObject(argument: Node): boolean {
  const node = unwrap(argument);
  return /^(?:keyword_argument|this|self)$/.test(node.type) || SPREAD.test(node.type) || isString(node);
}

function spreadIn(node: Node | null): Node[] {
  return (node?.namedChildren ?? [])
    .filter((child) => SPREAD.test(child.type))
    .flatMap((child) => child.firstNamedChild ?? []);
}

/** `dict()`, `new Props()`: nothing is in it. */
function hasNoArguments(call: Node): boolean {
  return argumentsOf(call).length === 0;
}

const LIST = /^(?:array|list|set|tuple|array_initializer|initializer_expression|literal_value)$/;
const TABLE = /^(?:object|dictionary|literal_value|initializer_expression)$/;

/**
 * The table with a name of its own that a value is a row of, where the program is not seen to take that row: nothing
 * selects one, or a key does that is only known when it runs. Null where the row is taken, or the table as a whole.
 */
export function openTableOf(value: Node): Node | null {
  let key = '';
  let row: { table: Node; key: string } | null = null;
  for (const around of ancestorsOf(value)) {
    if (isKeyed(around)) key = keyOf(around.firstNamedChild);
    else if (TABLE.test(around.type)) row = { table: around, key };
    else if (DECLARES.test(around.type)) return row === null || isTaken(around, row.key) ? null : row.table;
    else if (CALLS.has(around.type) || isFunction(around)) return null;
  }
  return null;
}

/** The other items of the list that a value stands in. */
export function itemsBeside(value: Node): Node[] {
  const parent = parentOf(value);
  const [list, own] = parent?.type === 'literal_element' ? [parentOf(parent), parent] : [parent, value];
  if (list === null || !LIST.test(list.type)) return [];
  return list.namedChildren.filter((item) => item.id !== own.id);
}

/** Whether a program takes a row of the table that a node declares, or hands on all of it. */
function isTaken(declaring: Node, key: string): boolean {
  const name = nameDeclaredBy(declaring);
  if (name === null) return true;
  const program = programOf(declaring);
  return usesOf(name, declaring, program).some((use) => {
    const selected = selectedFrom(use, program);
    if (selected === null) return parentOf(use)?.type.startsWith('export_') !== true;
    return selected.key !== null && plainly(selected.key) === plainly(key);
  });
}

const BRANCH = /^(?:if_statement|elif_clause|ternary_expression)$/;
const NEGATION = /^(?:unary_expression|not_operator|prefix_unary_expression)$/;
const COMPARISON = /^(?:binary_expression|comparison_operator)$/;
const IS_NOT = /^(?:!==?|is not)$/;
const IS = /^(?:={2,3}|is)$/;
/** What a key of the context is that is not given, and what somebody gives who wants something. */
const NOTHING = /^(?:undefined|null|None)$/;
const WANTED = /^(?:["']?true["']?)$/i;

/** Whether code runs only where a deployment gives a key of the context that the app does not give itself. */
export function isOnRequest(code: Node): boolean {
  return ancestorsOf(code).some((around) => {
    if (!BRANCH.test(around.type) || isOfEnvironments(around)) return false;
    const condition = around.childForFieldName('condition');
    const consequence = around.childForFieldName('consequence');
    const truth = condition === null || consequence === null ? null : holdsUnasked(condition, 0);
    return truth !== null && consequence !== null && truth !== isWithin(code, consequence);
  });
}

/** Whether a condition holds as long as no key is given that it asks for; null where it asks for nothing of the kind. */
function holdsUnasked(condition: Node, depth: number): boolean | null {
  const [target, another] = depth > maxSpreadsInARow ? [] : resolve(condition, '');
  if (target === undefined || another !== undefined) return null;
  const node = unwrap(target.node);
  if (keyAsked(node) !== null) return false;
  const [left, right] = node.namedChildren;
  if (left === undefined) return null;
  if (NEGATION.test(node.type))
    return negated(holdsUnasked(left, depth + 1), /^(?:!|not\b)/.test(codeOf(node)));
  if (right === undefined || !COMPARISON.test(node.type)) return null;
  const operator = node.children.find(({ type }) => IS.test(type) || IS_NOT.test(type))?.type;
  const isAsked = operator !== undefined && holdsUnasked(left, depth + 1) === false;
  if (!isAsked || !(NOTHING.test(codeOf(right)) || WANTED.test(codeOf(right)))) return null;
  return NOTHING.test(codeOf(right)) === IS.test(operator);
}

function negated(truth: boolean | null, isNegated: boolean): boolean | null {
  return truth === null || !isNegated ? null : !truth;
}
