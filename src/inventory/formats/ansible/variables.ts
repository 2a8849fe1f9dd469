import { text } from '../../../l10n/index.ts';
import type { SettingValue } from '../../../model/index.ts';
import type { Fact } from '../../resources/draft.ts';
import { defaultIn } from '../../values/documents.ts';
import { toFact } from '../../values/facts.ts';
import { usedAt } from '../../values/value.ts';
import {
  entryOf,
  locate,
  valueOf,
  type MapNode,
  type Node,
  type ScalarNode,
  type Span,
} from '../../../syntax/index.ts';

/** Variables that an expression sees, the strongest first. */
export interface Variables {
  /** Who uses the values. */
  user: string;
  maps: readonly { node: Node; how: 'variable' | 'default' }[];
}

/** A reference to one variable, with a default or without: `{{ db.version | default('8.0') }}`. */
const REFERENCE =
  /^\s*\{\{-?\s*(?<name>[A-Za-z_][\w.]*)\s*(?:\|\s*(?:d|default)\s*\(\s*(?:'(?<single>[^']*)'|"(?<double>[^"]*)"|(?<other>[A-Za-z_][\w.]*))(?:[^\w.)][^)]*)?\)\s*)?(?:\|\s*(?:string|trim|mandatory)\s*)*-?\}\}\s*$/;
const MAX_DEPTH = 20;
const MAX_NODES = 2000;

interface Progress {
  depth: number;
  nodes: number;
}

/** Follows a value through its variables to where it is written. */
export function resolveValue(node: Node, variables: Variables): Fact {
  return resolve(node, variables, { depth: 0, nodes: 0 }, false);
}

/** As {@link resolveValue}, with a scalar as it is written: an unquoted `5.70` is `5.70`. */
export function resolveText(node: Node, variables: Variables): Fact {
  return resolve(node, variables, { depth: 0, nodes: 0 }, true);
}

function resolve(node: Node, variables: Variables, progress: Progress, asText: boolean): Fact {
  progress.nodes += 1;
  if (progress.depth > MAX_DEPTH || progress.nodes > MAX_NODES)
    return unknown(node, text('inventory.tooComplex'));
  const inner = { ...progress, depth: progress.depth + 1 };
  const value =
    node.kind === 'scalar'
      ? resolveScalar(node, variables, inner, asText)
      : resolveParts(node, variables, inner);
  progress.nodes = inner.nodes;
  return value;
}

function resolveScalar(scalar: ScalarNode, variables: Variables, progress: Progress, asText: boolean): Fact {
  if (scalar.isTemplated || (scalar.tag !== null && scalar.tag !== '!unsafe'))
    return unknown(scalar, text('inventory.templated'));
  if (!scalar.text.includes('{{') && !scalar.text.includes('{%')) {
    return written(scalar, asText && scalar.value !== null ? scalar.text : scalar.value);
  }
  const groups = REFERENCE.exec(scalar.text)?.groups;
  if (groups === undefined) return computed(scalar);
  const found = lookUp(groups['name'] ?? '', variables) ?? lookUp(groups['other'] ?? '', variables);
  const use = { location: locate(scalar), name: variables.user };
  if (found === null) {
    const fallback = groups['single'] ?? groups['double'];
    return fallback === undefined ? computed(scalar) : toFact(usedAt(defaultIn(scalar, fallback), use));
  }
  const value = resolve(found.node, variables, progress, asText);
  if (value.state === 'unknown') return value;
  return { ...value, how: value.how === 'literal' ? found.how : value.how, uses: [...value.uses, use] };
}

function lookUp(name: string, { maps }: Variables): { node: Node; how: 'variable' | 'default' } | null {
  const path = name.split('.');
  for (const { node, how } of maps) {
    const found = valueOf(node, ...path);
    if (found !== null) return { node: found, how };
  }
  return null;
}

/** A list or map; unknown when a part of it is. */
function resolveParts(node: Exclude<Node, ScalarNode>, variables: Variables, progress: Progress): Fact {
  const parts = node.kind === 'list' ? node.items : node.entries.map((entry) => entry.value);
  const values: SettingValue[] = [];
  for (const part of parts) {
    const value = resolve(part, variables, progress, false);
    if (value.state === 'unknown') return value;
    values.push(value.value);
  }
  if (node.kind === 'list') return written(node, values);
  return written(node, Object.fromEntries(node.entries.map((entry, i) => [entry.key, values[i] ?? null])));
}

function written(span: Span, value: SettingValue): Fact {
  return { state: 'known', value, at: locate(span), how: 'literal', uses: [] };
}

function unknown(span: Span, reason: Extract<Fact, { state: 'unknown' }>['reason']): Fact {
  return { state: 'unknown', reason, at: locate(span) };
}

function computed(scalar: ScalarNode): Fact {
  return unknown(scalar, text('inventory.computed', { expression: scalar.text.trim().slice(0, 80) }));
}

/** The `vars` of a task and of the blocks and plays around it, given the nearest first. */
export function varsOf(maps: readonly MapNode[]): Variables['maps'] {
  return maps.flatMap((map) => {
    const vars = entryOf(map, 'vars')?.value;
    return vars?.kind === 'map' ? [{ node: vars, how: 'variable' } as const] : [];
  });
}
