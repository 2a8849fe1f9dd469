import { text } from '../../l10n/index.ts';
import { unknown, type Unknown } from '../value/value.ts';
import type { Expression } from '../../syntax/index.ts';

/** Placeholder for code that is not worth showing. */
const ELLIPSIS = '…';

/** A value known only at deployment, represented by its code. */
export function computedAtDeployment(expression: Expression, resources: readonly string[] = []): Unknown {
  const code = shortCode(expression);
  const reason =
    code === ELLIPSIS ? text('inventory.computedHere') : text('inventory.computed', { expression: code });
  return unknown(reason, expression, resources);
}

/** Short form of code, for people: `aws_x.y.id`, `lookup(…)`. */
export function shortCode(expression: Expression): string {
  switch (expression.kind) {
    case 'reference':
      return [
        expression.root,
        ...expression.steps.map((step) => (step.kind === 'attribute' ? step.name : '*')),
      ].join('.');
    case 'access':
      return shortCode(expression.base);
    case 'call':
      return `${expression.name}(…)`;
    case 'template':
      return `"${expression.parts.map((part) => (part.kind === 'literal' ? part.text : `\${${shortCode(part)}}`)).join('')}"`;
    case 'literal':
      return expression.text;
    case 'list':
    case 'object':
    case 'conditional':
    case 'operation':
    case 'for':
    case 'opaque':
      return ELLIPSIS;
  }
}
