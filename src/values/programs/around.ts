import {
  ancestorsOf,
  answeredOnce,
  callOf,
  codeOf,
  isClass,
  isFunction,
  isKeyed,
  isSame,
  keyOf,
  lastName,
  lookupIn,
  MEMBERS,
  ownerOf,
  parentOf,
  stringIn,
  type Node,
} from '../../syntax/programs/index.ts';
import { isAnswerKey } from '../../vocabulary/index.ts';
import { resolve } from './resolve/resolve.ts';

// What an expression is to what is around it.

/** Ways to choose: what is compared stands before their bodies, and in the heads of their cases. */
const CHOOSES = /switch|case|match/;
/** What a case does, after its head. */
const CASE_BODY = /statement|block|body|clause|declaration|case|default|section|group|rule|arm$/;
/** Several texts like these are a choice, of which each is a row. */
const ALIKE = /^[\w./:@*"'`-]*(?:amzn|al2|amazon-?linux|VER_\d|mysql_aurora)\S*$/i;

/** What is asked, instead of what then is the answer. */
export function isCondition(around: Node, inner: Node): boolean {
  if (isSame(around.childForFieldName('condition'), inner)) return true;
  // Of Python the condition stands between the answers.
  if (around.type === 'conditional_expression' && around.childForFieldName('condition') === null)
    return isSame(around.namedChildren[1] ?? null, inner);
  if (!CHOOSES.test(around.type)) return false;
  return (
    !CASE_BODY.test(inner.type) && !(around.type.endsWith('_arm') && !isSame(around.firstNamedChild, inner))
  );
}

/** Whether a row or an item stands among others that are of its sort. */
export function isOneOfAlike(item: Node): boolean {
  const isAlike = (each: Node): boolean =>
    ALIKE.test(codeOf(isKeyed(each) ? (each.lastNamedChild ?? each) : each));
  return isAlike(item) && (parentOf(item)?.namedChildren ?? []).filter(isAlike).length > 1;
}

export function isAnswer(node: Node): boolean {
  return node.namedChildren.some(
    (child) => child.type === 'pair' && isAnswerKey(keyOf(child.firstNamedChild)),
  );
}

/** `static readonly NEW = new Version('…')` in `class Version`, `const VersionNew = Version("…")`: an enumeration. */
export function isMemberOfOwnType(call: Node, type: string): boolean {
  const by = ancestorsOf(call).find(
    (each) => isFunction(each) || isClass(each) || each.type === 'const_spec',
  );
  const name = by?.childForFieldName('name') ?? null;
  if (by === undefined || name === null || isFunction(by)) return false;
  const declared = codeOf(name);
  return by.type === 'const_spec' ? declared.startsWith(type) : declared === type;
}

/** In Python a field of a class that is one, in Go a constant of a type of its own. */
export function isOfEnumeration(declaring: Node): boolean {
  const own = declaring.type === 'const_spec' ? declaring.childForFieldName('type') : null;
  if (own !== null) return codeOf(own) !== 'string';
  const bases = ancestorsOf(declaring).find(isClass)?.childForFieldName('superclasses') ?? null;
  return bases !== null && /Enum\b/.test(codeOf(bases));
}

/** What is selected directly from a table; null for a key that is only known later. */
export const selectedFrom = answeredOnce(
  (table: Node) => table.id,
  (table): { by: Node; key: string | null } | null => {
    const parent = parentOf(table);
    for (const by of parent === null ? [] : [parent, parentOf(parent) ?? parent]) {
      const lookup = lookupIn(by);
      if (lookup === null || !isSame(lookup.table, table)) continue;
      const node = resolve(lookup.key, '')[0]?.node ?? lookup.key;
      const isIndex = /^\d+$/.test(codeOf(node));
      return { by, key: isIndex ? codeOf(node) : (stringIn(node)?.text ?? null) };
    }
    if (parent === null || !MEMBERS.has(parent.type) || !isSame(ownerOf(parent), table)) return null;
    return callOf(parent) === null ? { by: parent, key: lastName(parent) } : null;
  },
);
