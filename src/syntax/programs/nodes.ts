import type { Node as SyntaxNode } from 'web-tree-sitter';
import { linesOf, type LineStarts } from '../document/lines.ts';
import type { SourceFile } from '../source.ts';

/** Maximum number of ancestors of a node that are examined. */
const maxExaminedNesting = 200;

/** A parsed program, or a JSON file. Every grammar reads JSON as an object in brackets. */
export interface Program {
  source: SourceFile;
  lines: LineStarts;
  root: Node;
  files: FileAccess;
}

/** Access to the other files that a program imports. */
export interface FileAccess {
  /** Opens another file of the workspace; null if it does not exist. Its own imports are not followed. */
  open(file: string): Program | null;
  /** True if a limit cut off a part of the program. */
  isCut: boolean;
}

/** Nodes of a program that were visited, by id. Each node has one object. */
interface Tree {
  nodes: Map<number, Node>;
  /** Node whose parent was looked up last; the next one is usually near. */
  last: Node | null;
  /** Null until its root is created. */
  program: Program | null;
}

/** A node of a program. Each query of tree-sitter is a WebAssembly call, so results are cached. */
export class Node {
  readonly id: number;
  readonly startIndex: number;
  readonly tree: Tree;
  readonly #syntaxNode: SyntaxNode;
  #around: Node | null | undefined;
  #type: string | undefined;
  #end: number | undefined;
  #children: readonly Node[] | undefined;
  #namedChildren: readonly Node[] | undefined;
  #fields: Map<string, Node | null> | undefined;

  /** @param around its parent, if known; null for the whole program */
  constructor(syntaxNode: SyntaxNode, tree: Tree, around?: Node | null) {
    this.id = syntaxNode.id;
    this.startIndex = syntaxNode.startIndex;
    this.tree = tree;
    this.#syntaxNode = syntaxNode;
    this.#around = around;
    tree.nodes.set(syntaxNode.id, this);
  }

  get type(): string {
    return (this.#type ??= this.#syntaxNode.type);
  }

  get endIndex(): number {
    return (this.#end ??= this.#syntaxNode.endIndex);
  }

  /** Parent of this node; null for the whole program. */
  get around(): Node | null {
    return this.#around === undefined ? this.#parentFromRoot() : this.#around;
  }

  get children(): readonly Node[] {
    return (this.#children ??= this.#syntaxNode.children.map((child) => this.#child(child)));
  }

  get namedChildren(): readonly Node[] {
    return (this.#namedChildren ??= this.#syntaxNode.namedChildren.map((child) => this.#child(child)));
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
      const syntaxNode = this.#syntaxNode.childForFieldName(name);
      child = syntaxNode === null ? null : this.#child(syntaxNode);
      this.#fields.set(name, child);
    }
    return child;
  }

  /** Smallest node inside this one around a range of the code. */
  descendantForIndex(start: number, end: number): Node | null {
    const found = this.#syntaxNode.descendantForIndex(start, end);
    return found === null ? null : (this.tree.nodes.get(found.id) ?? new Node(found, this.tree));
  }

  #child(syntaxNode: SyntaxNode): Node {
    const before = this.tree.nodes.get(syntaxNode.id);
    if (before === undefined) return new Node(syntaxNode, this.tree, this);
    before.#around = this;
    return before;
  }

  /**
   * Finds parents from the root. In tree-sitter, nodes only know their children: its own `parent` searches from the
   * root each time, so that a walk upwards takes quadratic time.
   */
  #parentFromRoot(): Node {
    let around = this.tree.last ?? this;
    // Only a longer node is certain to be around another one; with equal length, it may be inside.
    while (around.#around && !isAround(around, this)) around = around.#around;
    for (;;) {
      const syntaxNode = around.#syntaxNode.childWithDescendant(this.#syntaxNode);
      if (syntaxNode === null || syntaxNode.id === this.id) break;
      around = around.#child(syntaxNode);
    }
    this.#around = around;
    this.tree.last = around;
    return around;
  }
}

/**
 * Program from a tree that tree-sitter parsed.
 * @param syntaxNode root of the tree
 */
export function newProgram(source: SourceFile, syntaxNode: SyntaxNode, files: FileAccess): Program {
  const tree: Tree = { nodes: new Map(), last: null, program: null };
  const root = new Node(syntaxNode, tree, null);
  tree.last = root;
  tree.program = { source, lines: linesOf(source), root, files };
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
  for (let each = node.around; each !== null && ancestors.length < maxExaminedNesting; each = each.around)
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
