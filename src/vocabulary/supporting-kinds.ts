import type { AssetKind } from '../model/index.ts';
import { ATTACHMENTS } from './attachments.ts';
import { RESOURCES } from './resources.ts';

/**
 * Kinds that matter only if another asset references them. Most code has roles, buckets and functions that no check
 * needs. They are no reason to read a file, and are read only if another asset there can reference them: they make up 8
 * of 10 resources of real trees, and half of a scan's time.
 */
const SUPPORTING: ReadonlySet<AssetKind> = new Set([
  'bucket',
  'function',
  'instance-profile',
  'key',
  'policy',
  'queue',
  'role',
]);

/** Kinds that can be written inside a resource of another kind. */
const WRITTEN_INSIDE: ReadonlySet<AssetKind> = new Set(['lifecycle-hook']);

/** True for a kind that matters only together with others. */
export function isSupporting(kind: AssetKind): boolean {
  return SUPPORTING.has(kind);
}

/** True for a supporting kind that is found by links alone; a load balancer may name its bucket by a text. */
export function isReachedByLinks(kind: AssetKind): boolean {
  return isSupporting(kind) && kind !== 'bucket';
}

/**
 * Returns a test for the kinds that matter beside some declared kinds: all but the supporting ones that none of them
 * references. A bucket matters beside a load balancer, which may write its logs to it, and not beside a database.
 */
export function kindsThatMatter(declared: Iterable<AssetKind>): (kind: AssetKind) => boolean {
  const reached = new Set([...declared].filter((kind) => !isSupporting(kind)));
  // Iteration over a set includes items that are added meanwhile.
  for (const kind of reached)
    for (const next of NEIGHBOURS.get(kind) ?? [])
      if (isSupporting(next) || WRITTEN_INSIDE.has(next)) reached.add(next);
  return (kind) => !isSupporting(kind) || reached.has(kind);
}

/** Kinds that reference a kind or are referenced by it, through resources and attachments. */
const NEIGHBOURS: ReadonlyMap<AssetKind, readonly AssetKind[]> = neighbourKinds();

function neighbourKinds(): Map<AssetKind, AssetKind[]> {
  const named = [
    ...RESOURCES.flatMap(({ kind, links = [] }) => links.map(({ to }) => ({ kinds: [kind], to }))),
    ...ATTACHMENTS.flatMap(({ of, links = [] }) =>
      links.map(({ to }) => ({ kinds: of.kinds, to: to.kinds })),
    ),
  ];
  const pairs = named.flatMap(({ kinds, to }) =>
    kinds.flatMap((kind) => to.map((other) => ({ kind, other }))),
  );
  const both = [...pairs, ...pairs.map(({ kind, other }) => ({ kind: other, other: kind }))];
  return new Map(
    [...Map.groupBy(both, ({ kind }) => kind)].map(([kind, each]) => [kind, each.map(({ other }) => other)]),
  );
}
