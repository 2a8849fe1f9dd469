import type { Node as AskedNode } from 'web-tree-sitter';
import { linesOf, type Lines } from '../document/lines.ts';
import type { SourceFile } from '../source.ts';

/** Maximum number of nodes around one that are examined. */
const maxNestingLookedAt = 200;

/** A parsed program, or a JSON file, which every grammar reads as an object in brackets. */
export interface Program {
  source: SourceFile;
  lines: Lines;
  root: Node;
  reach: FileAccess;
}

/** Access to other files that names of a program may come from. */
export interface FileAccess {
  /** Opens another file of the workspace; null if there is none. Its own imports are not followed. */
  open(file: string): Program | null;
  /** True if the program has more of something than is read. */
  isCut: boolean;
}

/** Visited nodes of a program, by id: each has one object. */
interface Tree {
  nodes: Map<number, Node>;
  /** Node whose parent was last looked up: the next one is mostly near. */
  last: Node | null;
  /** Null until its root is created. */
  program: Program | null;
}

/** A node of a program. Each query of tree-sitter is a WebAssembly call, so results are cached. */
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

  /** @param around its parent, if known; null for the whole program */
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

  /** Parent of this node; null for the whole program. */
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

  /** Smallest node inside this one around a range of the code. */
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
   * Finds parents from the root. A tree of tree-sitter knows only the children of its nodes: its own `parent` searches
   * from the root each time, so that going up takes the square of the depth.
   */
  #wayFromRoot(): Node {
    let around = this.tree.last ?? this;
    // A node around another one of the same length may also be inside it: only a longer one is certain.
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

/**
 * Program from a tree that tree-sitter parsed.
 * @param asked root of the tree
 */
export function newProgram(source: SourceFile, asked: AskedNode, reach: FileAccess): Program {
  const tree: Tree = { nodes: new Map(), last: null, program: null };
  const root = new Node(asked, tree, null);
  tree.last = root;
  tree.program = { source, lines: linesOf(source), root, reach };
  return tree.program;
}

/** Program of a node. */
export function programOf({ tree: { program } }: Node): Program {
  if (program === null) throw new Error('a node of no program');
  return program;
}

/** Parent of a node. */
export function parentOf(node: Node): Node | null {
  return node.around;
}

/** Ancestors of a node, innermost first. */
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

/** True for a part of the code inside another one. */
export function isWithin(inner: Pick<Node, 'startIndex' | 'endIndex'>, outer: typeof inner): boolean {
  return outer.startIndex <= inner.startIndex && inner.endIndex <= outer.endIndex;
}
