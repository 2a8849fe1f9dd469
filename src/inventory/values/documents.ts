import { text } from '../../l10n/index.ts';
import type { SettingValue, Text } from '../../model/index.ts';
import type { Fact } from '../resources/draft.ts';
import { scalarAt, type Scalar } from './value.ts';
import { locate, type Node, type ScalarNode } from '../../syntax/index.ts';

const MAX_NODES = 2000;

/** What a node holds, written where it is used. Unknown when a text template or a tag of its own decides a part of it. */
export function literalValue(node: Node): Fact {
  const at = locate(node);
  const progress: Progress = { nodes: 0, open: null };
  const value = dataOf(node, progress);
  if (value === undefined) return { state: 'unknown', reason: reasonFor(progress.open), at };
  return { state: 'known', value, at, how: 'literal', uses: [] };
}

/** As {@link literalValue}, with a scalar as it is written: an unquoted `5.70` is `5.70`. */
export function literalText(node: Node): Fact {
  const value = literalValue(node);
  if (value.state === 'unknown' || node.kind !== 'scalar' || node.value === null) return value;
  return { ...value, value: node.text };
}

/** A scalar as it is written, also with a template's expression in it or a tag before it: for a text that tells enough. */
export function writtenText(node: ScalarNode): Fact {
  return { state: 'known', value: node.text, at: locate(node), how: 'literal', uses: [] };
}

/** The default inside a template's expression, at its own place where the text is written without escapes. */
export function defaultIn(expression: ScalarNode, value: string): Scalar {
  const { start: from, end, lines, text: written } = expression;
  const isVerbatim = end - from === written.length;
  const start = isVerbatim ? from + written.lastIndexOf(value) : from;
  const span = { lines, start, end: isVerbatim ? start + value.length : end };
  return scalarAt(value, span, { how: 'default' });
}

interface Progress {
  nodes: number;
  /** The part that is not known; null where there is only too much. */
  open: ScalarNode | null;
}

function reasonFor(open: ScalarNode | null): Text {
  if (open === null) return text('inventory.tooComplex');
  if (open.isTemplated) return text('inventory.templated');
  return text('inventory.computed', { expression: `${open.tag ?? ''} ${open.text}`.trim().slice(0, 80) });
}

/** Undefined when any part is not known, or when aliases make it too large. */
function dataOf(node: Node, progress: Progress): SettingValue | undefined {
  if (++progress.nodes > MAX_NODES) return undefined;
  if (node.kind === 'scalar') {
    const isKnown = !node.isTemplated && node.tag === null;
    if (!isKnown) progress.open = node;
    return isKnown ? node.value : undefined;
  }
  if (node.kind === 'list') {
    const items = node.items.map((item) => dataOf(item, progress));
    return items.some((item) => item === undefined) ? undefined : items.filter((item) => item !== undefined);
  }
  const entries: [string, SettingValue][] = [];
  for (const entry of node.entries) {
    const value = dataOf(entry.value, progress);
    if (value === undefined) return undefined;
    entries.push([entry.key, value]);
  }
  return Object.fromEntries(entries);
}
