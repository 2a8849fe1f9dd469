import type { Body, Expression, HclFile, Step } from '../../../../syntax/index.ts';

/** An argument of option groups, which go by a line of versions: what only it reads is the version of nothing. */
const LINE_OF_VERSIONS = 'major_engine_version';
const REFERENCE = new RegExp(
  `\\b${LINE_OF_VERSIONS}\\s*=.*|\\b(var|local)\\.([\\p{ID_Start}_][\\p{ID_Continue}-]*)`,
  'gu',
);

export type References = ReadonlyMap<string, number>;

/**
 * The variables and locals (`var.x`, `local.y`) that code refers to; a variable's own validation does not count, nor does
 * the line of versions of an option group. With how often it does.
 */
export function referencesIn(files: readonly HclFile[]): References {
  const found = new Map<string, number>();
  for (const { body } of files) addFromBody(body, found);
  return found;
}

function addFromBody(body: Body, found: Map<string, number>): void {
  for (const { name, value } of body.attributes) if (name !== LINE_OF_VERSIONS) addFrom(value, found);
  for (const block of body.blocks) {
    if (block.unread !== null) addFromText(block.unread, found);
    else if (block.type !== 'validation') addFromBody(block.body, found);
  }
}

/** Roughly: a comment counts too. It only decides whether a value counts as used. */
function addFromText(text: string, found: Map<string, number>): void {
  for (const [, root, name] of text.matchAll(REFERENCE)) {
    if (root !== undefined && name !== undefined) count(`${root}.${name}`, found);
  }
}

function count(name: string, found: Map<string, number>): void {
  found.set(name, (found.get(name) ?? 0) + 1);
}

function addFrom(expression: Expression, found: Map<string, number>): void {
  switch (expression.kind) {
    case 'reference': {
      const [first] = expression.steps;
      if ((expression.root === 'var' || expression.root === 'local') && first?.kind === 'attribute') {
        count(`${expression.root}.${first.name}`, found);
      }
      addFromSteps(expression.steps, found);
      break;
    }
    case 'access':
      addFrom(expression.base, found);
      addFromSteps(expression.steps, found);
      break;
    case 'template':
      for (const part of expression.parts) addFrom(part, found);
      break;
    case 'list':
      for (const item of expression.items) addFrom(item, found);
      break;
    case 'object':
      for (const { key, value } of expression.entries) {
        addFrom(key, found);
        addFrom(value, found);
      }
      break;
    case 'call':
      for (const arg of expression.args) addFrom(arg, found);
      break;
    case 'conditional':
      for (const part of [expression.condition, expression.yes, expression.no]) addFrom(part, found);
      break;
    case 'operation':
      for (const operand of expression.operands) addFrom(operand, found);
      break;
    case 'for':
      for (const part of [
        expression.collection,
        expression.resultKey,
        expression.result,
        expression.condition,
      ]) {
        if (part !== null) addFrom(part, found);
      }
      break;
    case 'literal':
    case 'opaque':
      break;
  }
}

function addFromSteps(steps: readonly Step[], found: Map<string, number>): void {
  for (const step of steps) if (step.kind === 'index') addFrom(step.key, found);
}
