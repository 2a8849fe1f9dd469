import {
  argumentsOf,
  calleeOf,
  CALLS,
  codeOf,
  isName,
  isString,
  keyOf,
  parentOf,
  normalizedName,
  stringIn,
  unwrap,
  type Node,
} from '../../syntax/programs/index.ts';
import { enumeratedValue } from '../../vocabulary/index.ts';

/** A value as written in a program. */
export interface WrittenValue {
  start: number;
  end: number;
  /** Text of a string without computed parts. */
  text: string | null;
  /** True for a boolean, a number, or a CDK form of one: `Duration.seconds(10)`, `RetentionDays.ONE_YEAR`. */
  isPlain: boolean;
  /** Content of an object, a dictionary or a list. */
  group: WrittenGroup | null;
  /** Arguments of a call: the object with its properties, or else all arguments. */
  given: WrittenGroup | null;
}

/** Arguments, an object or a list: the range inside its brackets, and its parts in written order. */
export interface WrittenGroup {
  open: number;
  close: number;
  parts: readonly { key: string | null; start: number; end: number; value: WrittenValue }[];
  /** True if it has parts from elsewhere: `...props`, `**props`. */
  isOpen: boolean;
}

const SPREAD_NODE = /^(?:spread_element|dictionary_splat|list_splat)$/;
const PLAIN_NODE = /^(?:true|false|number|integer|float)$/i;
/** CDK types that a static method creates from a literal: `Duration.seconds`, `CaCertificate.of`. */
const LITERAL_FACTORY = /^(?:\w+\.)*(?:Duration|CaCertificate)\.\w+$/;
/** Maximum depth of nested properties. */
const MAX_DEPTH = 5;

const STORES_RESULT = /^(?:variable_declarator|assignment_expression|assignment)$/;

/** Name by which later statements refer to a call's result: `shop`, `this.shop`; null if it is not stored. */
export function storedName(call: Node): string | null {
  const parent = parentOf(call);
  const keeps = parent !== null && STORES_RESULT.test(parent.type) ? parent : null;
  const kept = keeps?.childForFieldName('name') ?? keeps?.childForFieldName('left') ?? null;
  const name = kept === null ? '' : codeOf(kept);
  return /^[\w$.]+$/.test(name) ? name : null;
}

/** Range of a node in its text: the end is exclusive. */
export function rangeOf({ startIndex: start, endIndex: end }: Node): { start: number; end: number } {
  return { start, end };
}

/** Property object of a call in TypeScript, all arguments in Python; null if properties are passed by name. */
export function propertyGroupOf(call: Node, language: 'typescript' | 'python'): WrittenGroup | null {
  const list = call.childForFieldName('arguments');
  const properties = language === 'python' ? list : argumentsOf(call).at(-1);
  return properties && (language === 'python' || properties.type === 'object')
    ? groupOf(properties, 0)
    : null;
}

/** Object argument of a call, else all of its arguments; null if a name may be such an object. */
export function argumentGroupOf(call: Node, depth: number): WrittenGroup | null {
  const list = call.childForFieldName('arguments');
  const args = argumentsOf(call);
  const last = args.at(-1);
  if (last?.type === 'object') return groupOf(last, depth);
  return list === null || args.some(isName) ? null : groupOf(list, depth);
}

function groupOf(node: Node, depth: number): WrittenGroup {
  const children = node.namedChildren.filter(({ type }) => !type.endsWith('comment'));
  return {
    open: node.startIndex + 1,
    close: node.endIndex - 1,
    isOpen: children.some(({ type }) => SPREAD_NODE.test(type)),
    parts: children.map((child) => writtenPartOf(child, depth)),
  };
}

function writtenPartOf(child: Node, depth: number): WrittenGroup['parts'][number] {
  const { startIndex: start, endIndex: end } = child;
  const isPair = child.type === 'pair' || child.type === 'keyword_argument';
  const shorthand = child.type.startsWith('shorthand') ? child : null;
  const key = isPair ? child.firstNamedChild : shorthand;
  const value = isPair ? (child.lastNamedChild ?? child) : child;
  return {
    key: key === null ? null : normalizedName(isString(key) ? (stringIn(key)?.text ?? '') : keyOf(key)),
    start,
    end,
    value: valueOf(value, depth),
  };
}

function valueOf(written: Node, depth: number): WrittenValue {
  const node = unwrap(written);
  const isGroup = /^(?:object|dictionary|array|list)$/.test(node.type) && depth < MAX_DEPTH;
  const isCall = CALLS.has(node.type) && depth < MAX_DEPTH;
  return {
    start: written.startIndex,
    end: written.endIndex,
    text: isString(node) ? (stringIn(node)?.text ?? null) : null,
    isPlain:
      PLAIN_NODE.test(node.type) || enumeratedValue(codeOf(node)) !== undefined || isMadeOfLiterals(node),
    group: isGroup ? groupOf(node, depth + 1) : null,
    given: isCall ? argumentGroupOf(node, depth + 1) : null,
  };
}

function isMadeOfLiterals(node: Node): boolean {
  const callee = calleeOf(node);
  return (
    callee !== null &&
    LITERAL_FACTORY.test(codeOf(callee)) &&
    argumentsOf(node).every((each) => isString(each) || PLAIN_NODE.test(each.type))
  );
}
