import { memoize, groupByEach, getOrInsert } from '../../model/index.ts';
import type { Attribute, Block, Body, Expression, HclFile, TraversalStep } from './syntax.ts';

/** Argument of option groups for a major version. A variable that only it uses is not the version of a database. */
const MAJOR_VERSION_ARGUMENT = 'major_engine_version';
const EXCLUDED_NAMES: ReadonlySet<string> = new Set([MAJOR_VERSION_ARGUMENT, 'validation']);
const NAME_PATTERN = '[\\p{ID_Start}_][\\p{ID_Continue}-]*';
const REFERENCE = new RegExp(`\\b${MAJOR_VERSION_ARGUMENT}\\s*=.*|\\b(var|local)\\.(${NAME_PATTERN})`, 'gu');
const DATA_REFERENCE = new RegExp(
  String.raw`\bdata\.(${NAME_PATTERN})\.(${NAME_PATTERN})(?:\s*\[\s*"([^"$\n]*)"\s*\])?`,
  'gu',
);

export type ReferenceCounts = ReadonlyMap<string, number>;

/** Branches of conditionals with a known condition, and whether any evaluation selected them. */
export type BranchDecisions = Map<Expression, boolean>;

/**
 * Variables and locals (`var.x`, `local.y`) that code references, with the number of references. Excludes a variable's
 * own validation and an option group's major version.
 */
export const referencesIn = memoize((files: readonly Pick<HclFile, 'body'>[]) => countReferences(files));

/** True if a block references a variable or a local (`var.x`) outside branches that no decision selected. */
export function refersTo(name: string, block: Block, branches?: BranchDecisions): boolean {
  if (branches === undefined || !referencesOf(block).has(name)) return referencesOf(block).has(name);
  return countReferences([bodyOf(block)], outsideBranches(branches)).has(name);
}

/** Arguments of a block that reference a variable or a local outside branches that no decision selected. */
export function argumentsReferringTo(
  name: string,
  block: Block,
  branches: BranchDecisions,
): readonly Attribute[] {
  return (argumentsByReference(block).get(name) ?? []).filter((argument) =>
    countReferences([bodyOf(argument)], outsideBranches(branches)).has(name),
  );
}

const referencesOf = memoize((block: Block) => countReferences([bodyOf(block)]));
const argumentsByReference = memoize(({ body: { attributes } }: Block) =>
  groupByEach(attributes, (argument) => countReferences([bodyOf(argument)]).keys()),
);

function bodyOf(part: Block | Attribute): Pick<HclFile, 'body'> {
  const isBlock = 'body' in part;
  return { body: { attributes: isBlock ? [] : [part], blocks: isBlock ? [part] : [] } };
}

function outsideBranches(branches: BranchDecisions): Visitor['excludesBranch'] {
  return (branch) => branches.get(branch) === false;
}

function countReferences(
  files: readonly Pick<HclFile, 'body'>[],
  excludesBranch: Visitor['excludesBranch'] = () => false,
): ReferenceCounts {
  const found = new Map<string, number>();
  visitFiles(files, {
    excludesBranch: excludesBranch,
    reference({ root, steps: [first] }) {
      if ((root === 'var' || root === 'local') && first?.kind === 'attribute')
        countName(`${root}.${first.name}`, found);
    },
    // Approximate, because it counts comments, too. Only decides whether a value counts as used.
    text(text) {
      for (const [, root, name] of text.matchAll(REFERENCE)) {
        if (root !== undefined && name !== undefined) countName(`${root}.${name}`, found);
      }
    },
  });
  return found;
}

/**
 * Keys of a data source's instances that code uses: `data.aws_ssm_parameter.image["arm"]`. Includes null if any
 * instance may be used: by an unknown key, or all of them together.
 */
export function usedKeys(type: string, name: string, files: readonly HclFile[]): ReadonlySet<string | null> {
  return usedDataKeys(files).get(`${type}.${name}`) ?? new Set();
}

/** Keys of used instances, for each data source. */
const usedDataKeys = memoize((files: readonly HclFile[]) => {
  const taken = new Map<string, Set<string | null>>();
  const add = (type: string, name: string, key: string | null): void => {
    getOrInsert(taken, `${type}.${name}`, () => new Set<string | null>()).add(key);
  };
  visitFiles(files, {
    excludesBranch: () => false,
    reference({ root, steps: [first, second, third] }) {
      if (root !== 'data' || first?.kind !== 'attribute' || second?.kind !== 'attribute') return;
      const key = third?.kind === 'index' && third.key.kind === 'literal' ? third.key.value : null;
      add(first.name, second.name, typeof key === 'string' ? key : null);
    },
    text(written) {
      for (const [, type = '', name = '', key = null] of written.matchAll(DATA_REFERENCE))
        add(type, name, key);
    },
  });
  return taken;
});

function visitFiles(files: readonly Pick<HclFile, 'body'>[], visitor: Omit<Visitor, 'excludes'>): void {
  for (const { body } of files) visitReferences(body, { ...visitor, excludes: EXCLUDED_NAMES });
}

function countName(name: string, found: Map<string, number>): void {
  found.set(name, (found.get(name) ?? 0) + 1);
}

/** Receives each reference, and code that was not parsed. */
interface Visitor {
  reference: (reference: Extract<Expression, { kind: 'reference' }>) => void;
  text: (text: string) => void;
  /** Names of arguments and types of blocks to skip. */
  excludes: ReadonlySet<string>;
  excludesBranch: (branch: Expression) => boolean;
}

/** Operators whose result is only true or false. */
const COMPARISONS: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=']);

/** Visits all references in a body, except those that are only compared or tested. */
function visitReferences(body: Body, visitor: Visitor): void {
  for (const { name, value } of body.attributes) if (!visitor.excludes.has(name)) visit(value, visitor);
  for (const block of body.blocks) {
    if (block.unread !== null) visitor.text(block.unread);
    else if (!visitor.excludes.has(block.type)) visitReferences(block.body, visitor);
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
        if (!visitor.excludesBranch(branch)) visit(branch, visitor);
      break;
    case 'operation':
      if (COMPARISONS.has(expression.operator)) break;
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

function visitSteps(steps: readonly TraversalStep[], visitor: Visitor): void {
  for (const step of steps) if (step.kind === 'index') visit(step.key, visitor);
}
