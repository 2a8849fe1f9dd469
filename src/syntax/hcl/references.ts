import { memoize, groupByEach, getOrInsert } from '../../model/index.ts';
import type { Attribute, Block, Body, Expression, HclFile, Step } from './syntax.ts';

/** Argument of option groups for a major version: a variable that only it uses is not the version of a database. */
const LINE_OF_VERSIONS = 'major_engine_version';
const LEFT_OUT: ReadonlySet<string> = new Set([LINE_OF_VERSIONS, 'validation']);
const NAME = '[\\p{ID_Start}_][\\p{ID_Continue}-]*';
const REFERENCE = new RegExp(`\\b${LINE_OF_VERSIONS}\\s*=.*|\\b(var|local)\\.(${NAME})`, 'gu');
const DATA = new RegExp(String.raw`\bdata\.(${NAME})\.(${NAME})(?:\s*\[\s*"([^"$\n]*)"\s*\])?`, 'gu');

export type References = ReadonlyMap<string, number>;

/** Branches of decided conditions, and whether any decision selected them. */
export type Branches = Map<Expression, boolean>;

/**
 * Variables and locals (`var.x`, `local.y`) that code references, with the number of references. Excludes a variable's
 * own validation and an option group's major version.
 */
export const referencesIn = memoize((files: readonly Pick<HclFile, 'body'>[]) => countIn(files));

/** True if a block references a variable or a local (`var.x`) outside branches that no decision selected. */
export function refersTo(name: string, block: Block, branches?: Branches): boolean {
  if (branches === undefined || !referencesOf(block).has(name)) return referencesOf(block).has(name);
  return countIn([bodyOf(block)], leavingOut(branches)).has(name);
}

/** Arguments of a block that reference a variable or a local, likewise. */
export function argumentsReferringTo(name: string, block: Block, branches: Branches): readonly Attribute[] {
  return (argumentsByReference(block).get(name) ?? []).filter((argument) =>
    countIn([bodyOf(argument)], leavingOut(branches)).has(name),
  );
}

const referencesOf = memoize((block: Block) => countIn([bodyOf(block)]));
const argumentsByReference = memoize(({ body: { attributes } }: Block) =>
  groupByEach(attributes, (argument) => countIn([bodyOf(argument)]).keys()),
);

function bodyOf(part: Block | Attribute): Pick<HclFile, 'body'> {
  const isBlock = 'body' in part;
  return { body: { attributes: isBlock ? [] : [part], blocks: isBlock ? [part] : [] } };
}

function leavingOut(branches: Branches): Visitor['leavesOutBranch'] {
  return (branch) => branches.get(branch) === false;
}

function countIn(
  files: readonly Pick<HclFile, 'body'>[],
  leavesOutBranch: Visitor['leavesOutBranch'] = () => false,
): References {
  const found = new Map<string, number>();
  visitFiles(files, {
    leavesOutBranch,
    reference({ root, steps: [first] }) {
      if ((root === 'var' || root === 'local') && first?.kind === 'attribute')
        count(`${root}.${first.name}`, found);
    },
    // Approximate: a comment counts, too. It only decides if a value counts as used.
    text(text) {
      for (const [, root, name] of text.matchAll(REFERENCE)) {
        if (root !== undefined && name !== undefined) count(`${root}.${name}`, found);
      }
    },
  });
  return found;
}

/**
 * Instances of a data source that code uses, by literal key: `data.aws_ssm_parameter.image["arm"]`; includes null if
 * any may be used, by an unknown key or all together.
 */
export function usedKeys(type: string, name: string, files: readonly HclFile[]): ReadonlySet<string | null> {
  return dataTaken(files).get(`${type}.${name}`) ?? new Set();
}

/** Keys of used instances, by data source. */
const dataTaken = memoize((files: readonly HclFile[]) => {
  const taken = new Map<string, Set<string | null>>();
  const add = (type: string, name: string, key: string | null): void => {
    getOrInsert(taken, `${type}.${name}`, () => new Set<string | null>()).add(key);
  };
  visitFiles(files, {
    leavesOutBranch: () => false,
    reference({ root, steps: [first, second, third] }) {
      if (root !== 'data' || first?.kind !== 'attribute' || second?.kind !== 'attribute') return;
      const key = third?.kind === 'index' && third.key.kind === 'literal' ? third.key.value : null;
      add(first.name, second.name, typeof key === 'string' ? key : null);
    },
    text(written) {
      for (const [, type = '', name = '', key = null] of written.matchAll(DATA)) add(type, name, key);
    },
  });
  return taken;
});

function visitFiles(files: readonly Pick<HclFile, 'body'>[], visitor: Omit<Visitor, 'leavesOut'>): void {
  for (const { body } of files) visitReferences(body, { ...visitor, leavesOut: LEFT_OUT });
}

function count(name: string, found: Map<string, number>): void {
  found.set(name, (found.get(name) ?? 0) + 1);
}

/** Callbacks for each reference, and for code that was not parsed. */
interface Visitor {
  reference: (reference: Extract<Expression, { kind: 'reference' }>) => void;
  text: (text: string) => void;
  /** Names of arguments and types of blocks to skip. */
  leavesOut: ReadonlySet<string>;
  leavesOutBranch: (branch: Expression) => boolean;
}

/** Operators whose result is only true or false. */
const COMPARES: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=']);

/** Visits all references in a body, except those that are only compared or tested. */
function visitReferences(body: Body, visitor: Visitor): void {
  for (const { name, value } of body.attributes) if (!visitor.leavesOut.has(name)) visit(value, visitor);
  for (const block of body.blocks) {
    if (block.unread !== null) visitor.text(block.unread);
    else if (!visitor.leavesOut.has(block.type)) visitReferences(block.body, visitor);
  }
}

function visit(expression: Expression, visitor: Visitor): void {
  switch (expression.kind) {
    case 'reference':
      visitor.reference(expression);
      visitSteps(expression.steps, visitor);
      break;
    case 'access':
      visit(expression.base, visitor);
      visitSteps(expression.steps, visitor);
      break;
    case 'template':
      for (const part of expression.parts) visit(part, visitor);
      break;
    case 'list':
      for (const item of expression.items) visit(item, visitor);
      break;
    case 'object':
      for (const { key, value } of expression.entries) {
        visit(key, visitor);
        visit(value, visitor);
      }
      break;
    case 'call':
      for (const arg of expression.args) visit(arg, visitor);
      break;
    case 'conditional':
      for (const branch of [expression.yes, expression.no])
        if (!visitor.leavesOutBranch(branch)) visit(branch, visitor);
      break;
    case 'operation':
      if (COMPARES.has(expression.operator)) break;
      for (const operand of expression.operands) visit(operand, visitor);
      break;
    case 'for':
      for (const part of [expression.collection, expression.resultKey, expression.result]) {
        if (part !== null) visit(part, visitor);
      }
      break;
    case 'literal':
    case 'opaque':
      break;
  }
}

function visitSteps(steps: readonly Step[], visitor: Visitor): void {
  for (const step of steps) if (step.kind === 'index') visit(step.key, visitor);
}
