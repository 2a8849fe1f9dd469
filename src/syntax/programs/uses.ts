import type { Node } from './nodes.ts';
import { answeredOnce, isSame, lastName, nodesNamed, type Program, programOf } from './program.ts';
import { ancestorsOf, parentOf } from './nodes.ts';
import { declarationsOf } from './declarations.ts';
import { nameDeclaredBy } from './names.ts';
import { isSelf, ownerOf } from './scopes.ts';

/** What gives a value to a name. */
export const DECLARES = /declarator$|_spec$|assignment|definition$|_declaration$|parameter$|^short_var/;

interface Range {
  startIndex: number;
  endIndex: number;
}

interface Use {
  node: Node;
  at: Range;
  /** The names that declare what it means. */
  declaredAt: readonly Range[];
}

/** Where a program uses the name that a node declares. */
export function usesOf(name: Node, declaring: Node, program: Program): Node[] {
  const outer = rangeOf(declaring);
  return usesNamed(lastName(name), program)
    .filter(({ at, declaredAt }) => !isWithin(at, outer) && declaredAt.some((each) => isWithin(each, outer)))
    .map(({ node }) => node);
}

/** Where a program uses the constant that an expression is declared as; in Go the right side of a declaration is a list. */
export function usesOfConstant(node: Node): Node[] {
  const declaring = ancestorsOf(node).find(({ type }) => type !== 'expression_list');
  const constant =
    declaring !== undefined && DECLARES.test(declaring.type) ? nameDeclaredBy(declaring) : null;
  return declaring === undefined || constant === null ? [] : usesOf(constant, declaring, programOf(node));
}

/** All uses of a name with what they mean: many declarations of one name would ask each use for it again. */
const usesNamed = answeredOnce(
  (name: string) => name,
  (name, program): readonly Use[] =>
    nodesNamed(name, program).flatMap((written) => {
      const node = withSelf(written);
      if (!written.type.endsWith('identifier') || isGivenAnew(node)) return [];
      const declaredAt = declarationsOf(name, node).map((each) => rangeOf(each.name));
      return [{ node, at: rangeOf(written), declaredAt }];
    }),
);

function isGivenAnew(use: Node): boolean {
  const parent = parentOf(use);
  return parent !== null && DECLARES.test(parent.type) && isSame(nameDeclaredBy(parent), use);
}

/** `this.version` of `version`. */
function withSelf(node: Node): Node {
  const parent = parentOf(node);
  const owner = parent === null ? null : ownerOf(parent);
  return parent !== null && owner !== null && !isSame(owner, node) && isSelf(owner) ? parent : node;
}

export function isWithin(inner: Range, outer: Range): boolean {
  return outer.startIndex <= inner.startIndex && inner.endIndex <= outer.endIndex;
}

/** A node asks its tree for its end each time. */
function rangeOf({ startIndex, endIndex }: Node): Range {
  return { startIndex, endIndex };
}

/** Whether one of two parts of a program is in the other. */
export function belongTogether(one: Node | undefined, other: Node | undefined): boolean {
  if (one === undefined || other === undefined || one.tree !== other.tree) return false;
  return isWithin(one, other) || isWithin(other, one);
}
