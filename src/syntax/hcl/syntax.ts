import type { Span } from '../document/node.ts';

/** One step of a traversal: `.name`, `[key]`, `.*` or `[*]`. */
export type TraversalStep =
  { kind: 'attribute'; name: string } | { kind: 'index'; key: Expression } | { kind: 'splat' };

export interface ObjectEntry {
  key: Expression;
  value: Expression;
}

/**
 * An HCL expression. The span of a string is its content without quotes; otherwise it is the whole expression. The
 * `text` of a literal is its written form (`8.0` stays `8.0`); of a string, its value.
 */
export type Expression = Span &
  (
    | { kind: 'literal'; value: string | number | boolean | null; text: string }
    | { kind: 'template'; parts: readonly Expression[] }
    | { kind: 'list'; items: readonly Expression[] }
    | { kind: 'object'; entries: readonly ObjectEntry[] }
    | { kind: 'reference'; root: string; steps: readonly TraversalStep[] }
    | { kind: 'access'; base: Expression; steps: readonly TraversalStep[] }
    | { kind: 'call'; name: string; args: readonly Expression[] }
    | { kind: 'conditional'; condition: Expression; yes: Expression; no: Expression }
    | { kind: 'operation'; operator: string; operands: readonly Expression[] }
    | ForExpression
    /** Unreadable code: a template with directives, a syntax error. */
    | { kind: 'opaque' }
  );

/** A call of a function. */
export type Call = Expression & { kind: 'call' };

export interface ForExpression {
  kind: 'for';
  keyName: string | null;
  valueName: string;
  collection: Expression;
  /** Key of each entry of the result; null if the result is a list. */
  resultKey: Expression | null;
  result: Expression;
  condition: Expression | null;
}

export interface Attribute {
  name: string;
  nameSpan: Span;
  value: Expression;
}

export interface Label extends Span {
  text: string;
}

export interface Block {
  readonly type: string;
  /** Labels, with spans inside the quotes. */
  readonly labels: readonly Label[];
  readonly typeSpan: Span;
  /** Parsed on first access, for a block that is rarely needed. */
  readonly body: Body;
  /** Text of a body that was not parsed at once; null otherwise. */
  readonly unread: string | null;
}

/** True if a block's body is needed, by its type and first label. */
export type NeedsBody = (type: string, label: string | undefined) => boolean;

export interface Body {
  attributes: readonly Attribute[];
  blocks: readonly Block[];
}

export interface SyntaxError {
  /** 1-based. */
  line: number;
  /** Code at which parsing stopped, shortened. */
  near: string;
}

/** One parsed file. */
export interface HclFile {
  file: string;
  text: string;
  body: Body;
  errors: readonly SyntaxError[];
}

/** Attribute with a name; the last one if repeated. */
export function attributeOf(body: Body, name: string): Attribute | undefined {
  const { attributes } = body;
  for (let nth = attributes.length - 1; nth >= 0; nth--)
    if (attributes[nth]?.name === name) return attributes[nth];
  return undefined;
}

/** Like {@link attributeOf}, for a block. Does not parse a body that lacks the word. */
export function argumentOf(block: Block, name: string): Attribute | undefined {
  const { unread } = block;
  return unread !== null && !hasSeparateWord(name, unread) ? undefined : attributeOf(block.body, name);
}

/** True if code contains a separate word that does not end a reference. */
function hasSeparateWord(word: string, code: string): boolean {
  for (let at = code.indexOf(word); at >= 0; at = code.indexOf(word, at + 1)) {
    const isPart = PART_OF_WORD.test(code.charAt(at - 1)) || PART_OF_WORD.test(code.charAt(at + word.length));
    if (!isPart) return true;
  }
  return false;
}

const PART_OF_WORD = /[\w.-]/;

/** Labels of a block joined with dots: `aws_rds_cluster.main`. */
export function blockName({ labels }: Block): string {
  let name = labels[0]?.text ?? '';
  for (let nth = 1; nth < labels.length; nth++) name += `.${labels[nth]?.text ?? ''}`;
  return name;
}

export function blocksOf(body: Body, type: string): readonly Block[] {
  return body.blocks.filter((block) => block.type === type);
}
