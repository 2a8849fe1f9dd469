import type { Node } from 'web-tree-sitter';
import { ancestorsOf, parentOf } from './code/parents.ts';
import { isAnswerKey } from '../../resources/version-keys.ts';
import {
  calleeOf,
  CALLS,
  codeOf,
  isComment,
  isSame,
  lastName,
  stringIn,
  unwrap,
  type Program,
} from './code/program.ts';
import { isClass, isFunction } from './code/scopes.ts';
import { constantIn, isEngineName } from './constructs/versions.ts';

// Whether code uses what it writes, or compares, lists, expects or only names it.

/** What compares a version instead of using it, and what only names it. */
const NO_USE =
  /^(?:import|binary_expression|comparison_operator|member_access_comparison|decorator|annotation|literal_type)/;
/** Ways to choose: what is compared stands before their bodies, and in the heads of their cases. */
const CHOOSES = /switch|case|match/;
/** What a case does, after its head. */
const CASE_BODY = /statement|block|body|clause|declaration|case|default|section|group|rule|arm$/;
const LISTS = /^(?:array|list|set|tuple|array_initializer|initializer_expression|literal_value)$/;
export const KEYED = /^(?:pair|keyword_argument|keyed_element)$/;
const NAMED = /declarator|_spec$|assignment|definition|_declaration$|parameter$|^short_var/;
/** What compares in scripts, checks and policies, too. */
const ASSERTS =
  /(?<![a-z])(?:assert(?!ion)|expect|should|require(?!env)[a-z])|(?:has|have)Resource|approved|allowed|supported|deprecated/i;
/** The keys and names that lead to an expression, the outermost first. */
export function namesOf(node: Node, program: Program): string[] {
  const names: string[] = [];
  let inner = node;
  for (const ancestor of ancestorsOf(node)) {
    const isKeyed = KEYED.test(ancestor.type);
    if (isKeyed || NAMED.test(ancestor.type)) {
      const key = isKeyed
        ? ancestor.firstNamedChild
        : (ancestor.childForFieldName('name') ??
          ancestor.childForFieldName('pattern') ??
          ancestor.childForFieldName('left') ??
          ancestor.firstNamedChild);
      if (key !== null && !isSame(key, inner) && key.endIndex <= node.startIndex) {
        const name = stringIn(unwrap(key), program)?.text ?? lastName(key, program);
        if (name !== '' && name.length < 80) names.unshift(name);
      }
      if (!isKeyed) return names;
    }
    if (ancestor.type === 'return_statement' && names.length === 0) return functionNames(ancestor, program);
    if (/block|body|program|module|source_file|_statement$/.test(ancestor.type)) return names;
    inner = ancestor;
  }
  return names;
}

/** What is given back is about what its function is about. */
function functionNames(node: Node, program: Program): string[] {
  const name = ancestorsOf(node).find(isFunction)?.childForFieldName('name') ?? null;
  return name === null ? [] : [codeOf(name, program)];
}

export function outermostItem(node: Node): Node {
  const parent = parentOf(node);
  return parent !== null && /^(?:literal_element|argument)$/.test(parent.type) ? parent : node;
}

/** A member of an enumeration, in Go a constant of a type of its own: it names what there is. */
export function isEnumerated(node: Node): boolean {
  return ancestorsOf(node)
    .slice(0, 4)
    .some(
      (each) =>
        /^enum_(?:assignment|body|constant|member_declaration)$/.test(each.type) ||
        (each.type === 'const_spec' && each.childForFieldName('type') !== null),
    );
}

/** A text in a list of several versions is a choice. */
export function isOneOfMany(node: Node): boolean {
  const item = outermostItem(node);
  const list = parentOf(item);
  return list !== null && LISTS.test(list.type) && list.namedChildCount > 1;
}

export function isKey(node: Node): boolean {
  const item = outermostItem(node);
  const parent = parentOf(item);
  return parent !== null && KEYED.test(parent.type) && isSame(parent.firstNamedChild, item);
}

/** Whether code uses a version: it is not compared, listed for a choice, or expected by a test. */
export function isUse(node: Node, program: Program): boolean {
  let inner = node;
  for (const ancestor of ancestorsOf(node)) {
    if (isComment(ancestor)) return false;
    if (NO_USE.test(ancestor.type) && !isFallback(ancestor)) return false;
    if (isAnswer(ancestor, program) || isEngineName(ancestor, program)) return false;
    if (CHOOSES.test(ancestor.type) && !isAnswerOf(ancestor, inner)) return false;
    inner = ancestor;
    if (CALLS.has(ancestor.type)) {
      const callee = calleeOf(ancestor);
      if (callee !== null && ASSERTS.test(codeOf(callee, program).slice(0, 200))) return false;
    }
    if (isFunction(ancestor) || isClass(ancestor) || ancestor.type.endsWith('block')) break;
  }
  return constantIn(node, program) === null || !isOneOfMany(node);
}

/** What a case comes to, and not what it is for. */
function isAnswerOf(choice: Node, part: Node): boolean {
  return CASE_BODY.test(part.type) || (choice.type.endsWith('_arm') && !isSame(choice.firstNamedChild, part));
}

function isAnswer(node: Node, program: Program): boolean {
  if (!/^(?:object|dictionary)$/.test(node.type)) return false;
  return node.namedChildren.some((child) => {
    const key = child.type === 'pair' ? child.firstNamedChild : null;
    return key !== null && isAnswerKey(stringIn(key, program)?.text ?? codeOf(key, program));
  });
}

function isFallback(node: Node): boolean {
  return /^(?:\|\||\?\?|or)$/.test(node.childForFieldName('operator')?.type ?? '');
}
