import type { Node as AskedNode } from 'web-tree-sitter';

/** Nodes around one that are looked at. */
const maxNestingLookedAt = 200;

/** The nodes of a tree that were come to, by their ids: each is one object. */
interface Tree {
  nodes: Map<number, Node>;
  /** Where one was last looked for: the next one is mostly near. */
  last: Node | null;
}

/** A node of a program. Each answer of tree-sitter is a call of WebAssembly: it is asked once. */
export class Node {
  readonly id: number;
  readonly startIndex: number;
  readonly tree: Tree;
  readonly #asked: AskedNode;
  #around: Node | null | undefined;
  #type: string | undefined;
  #end: number | undefined;
  #children: readonly Node[] | undefined;
  #namedChildren: readonly Node[] | undefined;
  #fields: Map<string, Node | null> | undefined;

  /** @param around what the node is directly in, where that is known; null for the whole program */
  constructor(asked: AskedNode, tree: Tree, around?: Node | null) {
    this.id = asked.id;
    this.startIndex = asked.startIndex;
    this.tree = tree;
    this.#asked = asked;
    this.#around = around;
    tree.nodes.set(asked.id, this);
  }

  get type(): string {
    return (this.#type ??= this.#asked.type);
  }

  get endIndex(): number {
    return (this.#end ??= this.#asked.endIndex);
  }

  /** The node that this one is directly in; null for the whole program. */
  get around(): Node | null {
    return this.#around === undefined ? this.#wayFromRoot() : this.#around;
  }

  get children(): readonly Node[] {
    return (this.#children ??= this.#asked.children.map((child) => this.#child(child)));
  }

  get namedChildren(): readonly Node[] {
    return (this.#namedChildren ??= this.#asked.namedChildren.map((child) => this.#child(child)));
  }

  get firstNamedChild(): Node | null {
    return this.namedChildren[0] ?? null;
  }

  get lastNamedChild(): Node | null {
    return this.namedChildren.at(-1) ?? null;
  }

  childForFieldName(name: string): Node | null {
    this.#fields ??= new Map();
    let child = this.#fields.get(name);
    if (child === undefined) {
      const asked = this.#asked.childForFieldName(name);
      child = asked === null ? null : this.#child(asked);
      this.#fields.set(name, child);
    }
    return child;
  }

  /** The smallest node in this one that a range of the code is in. */
  descendantForIndex(start: number, end: number): Node | null {
    const found = this.#asked.descendantForIndex(start, end);
    return found === null ? null : (this.tree.nodes.get(found.id) ?? new Node(found, this.tree));
  }

  #child(asked: AskedNode): Node {
    const before = this.tree.nodes.get(asked.id);
    if (before === undefined) return new Node(asked, this.tree, this);
    before.#around = this;
    return before;
  }

  /**
   * A tree of tree-sitter knows the children of its nodes only: its own `parent` searches from the root each time, and going
   * up so takes the square of the depth.
   */
  #wayFromRoot(): Node {
    let around = this.tree.last ?? this;
    // What is around a node and as long can be inside of it: only what is longer is certain.
    while (around.#around && !isAround(around, this)) around = around.#around;
    for (;;) {
      const asked = around.#asked.childWithDescendant(this.#asked);
      if (asked === null || asked.id === this.id) break;
      around = around.#child(asked);
    }
    this.#around = around;
    this.tree.last = around;
    return around;
  }
}

/** The whole of a program that tree-sitter read. */
export function rootOf(asked: AskedNode): Node {
  const tree: Tree = { nodes: new Map(), last: null };
  tree.last = new Node(asked, tree, null);
  return tree.last;
}

/** The node that one is directly in. */
export function parentOf(node: Node): Node | null {
  return node.around;
}

/** The nodes around one, the innermost first. */
export function ancestorsOf(node: Node): Node[] {
  const ancestors: Node[] = [];
  for (let each = node.around; each !== null && ancestors.length < maxNestingLookedAt; each = each.around)
    ancestors.push(each);
  return ancestors;
}

function isAround(outer: Node, { startIndex, endIndex }: Node): boolean {
  if (outer.startIndex > startIndex) return false;
  const end = outer.endIndex;
  return end >= endIndex && end - outer.startIndex > endIndex - startIndex;
}

/** True for a part of the code that is in another one. */
export function isWithin(inner: Pick<Node, 'startIndex' | 'endIndex'>, outer: typeof inner): boolean {
  return outer.startIndex <= inner.startIndex && inner.endIndex <= outer.endIndex;
}
