import { entriesOf, itemsOf, type Node, type ScalarNode, valueOf } from '../../syntax/index.ts';
import type { Piece } from '../value/pieces.ts';

const ENVIRONMENT_KEY = /^(?:env|environment|variables|inputs|vars)$/;
/** An expression with a literal fallback. */
const EXPRESSION_WITH_FALLBACK = /^(\$\{\{[^{}|]*\|\|\s*')([^'{}]*)'\s*\}\}$/;

/** True for a key that contains environment variables of a job. */
export function isEnvironmentKey(key: string): boolean {
  return ENVIRONMENT_KEY.test(key);
}

/**
 * Values of a workflow name (`NAME`, `env.NAME`, `inputs.name`): from the job, the step or the workflow; several if a
 * job runs once for each row of a matrix.
 */
export function workflowValues(name: string, maps: readonly Node[]): readonly Piece[] {
  const [context = '', key = ''] = name.split('.');
  if (context === 'matrix')
    return maps.flatMap((map) => matrixValues(valueOf(map, 'strategy', 'matrix'), key));
  const value = environmentValue(name, maps);
  return value === null ? [] : [value];
}

/** Values in `matrix: { version: […], include: [{ version: … }] }`. */
function matrixValues(matrix: Node | null, key: string): Piece[] {
  const included = itemsOf(valueOf(matrix, 'include')).map((row) => valueOf(row, key));
  return [...itemsOf(valueOf(matrix, key)), ...included].flatMap((value): Piece[] =>
    value?.kind === 'scalar' && value.value !== null
      ? [{ text: value.text, span: value, origin: 'variable', uses: [] }]
      : [],
  );
}

function environmentValue(name: string, maps: readonly Node[]): Piece | null {
  const [key = '', ...above] = name.split('.').reverse();
  for (const map of maps) {
    const scopes = above.includes('inputs') ? inputsOf(map) : environmentMaps(map);
    for (const scope of scopes) {
      const found = valueOf(scope, key);
      const value = found?.kind === 'map' ? valueOf(found, 'default') : found;
      if (value?.kind !== 'scalar' || value.value === null) continue;
      const written = literalOrFallback(value);
      if (/\$\{\{/.test(written.text)) continue;
      return { ...written, origin: found?.kind === 'map' ? 'default' : written.origin };
    }
  }
  return null;
}

/** Fallback of an expression, `${{ vars.VERSION || '8.0…' }}`; any other value as written. */
export function literalOrFallback(value: ScalarNode): Piece {
  const { text, lines, start, end } = value;
  const [, before = '', fallback] = EXPRESSION_WITH_FALLBACK.exec(text) ?? [];
  if (fallback === undefined || end - start !== text.length)
    return { text, span: value, origin: 'variable', uses: [] };
  const from = start + before.length;
  const span = { lines, start: from, end: from + fallback.length };
  return { text: fallback, span, origin: 'default', uses: [] };
}

function environmentMaps(map: Node): Node[] {
  return entriesOf(map).flatMap(({ key, value }) => {
    if (!isEnvironmentKey(key) || key === 'inputs') return [];
    const inner = valueOf(value, 'variables');
    return inner === null ? [value] : [inner, value];
  });
}

function inputsOf(map: Node): Node[] {
  const on = valueOf(map, 'on') ?? valueOf(map, 'true');
  return [
    valueOf(map, 'inputs'),
    valueOf(on, 'workflow_dispatch', 'inputs'),
    valueOf(on, 'workflow_call', 'inputs'),
  ].filter((node) => node !== null);
}
