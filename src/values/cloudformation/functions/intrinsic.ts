import { memoize } from '../../../model/index.ts';
import type { Node } from '../../../syntax/index.ts';

/** A CloudFormation function call, in long form (`Fn::Sub: x`) or short (`!Sub x`). */
export interface Intrinsic {
  /** `Ref`, `Condition`, `Fn::Sub`, … */
  name: string;
  argument: Node;
}

/** Function call in a node; null for plain data. */
export function intrinsicOf(node: Node): Intrinsic | null {
  if (node.tag !== null) return { name: nameOfTag(node.tag), argument: { ...node, tag: null } };
  if (node.kind !== 'map' || node.entries.length !== 1) return null;
  const [entry] = node.entries;
  if (entry === undefined) return null;
  const isFunction = entry.key === 'Ref' || entry.key.startsWith('Fn::');
  return isFunction ? { name: entry.key, argument: entry.value } : null;
}

const nameOfTag = memoize((tag: string): string => {
  const short = tag.slice(1);
  return short === 'Ref' || short === 'Condition' ? short : `Fn::${short}`;
});
