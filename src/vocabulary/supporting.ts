import type { AssetKind } from '../model/index.ts';
import { ATTACHMENTS } from './attachments.ts';
import { RESOURCES } from './resources.ts';

/**
 * Kinds that matter only where another one leads to them. Most code has roles, buckets and functions that nothing here asks
 * about. They are no reason to read a file, and beside others they are read only where one of those can name them: they are
 * 8 of 10 resources of real trees, half of a scan's time.
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

/** Kinds that a resource of another kind can write within itself. */
const WRITTEN_INSIDE: ReadonlySet<AssetKind> = new Set(['lifecycle-hook']);

/** True of a kind that only matters beside others. */
export function isSupporting(kind: AssetKind): boolean {
  return SUPPORTING.has(kind);
}

/**
 * Returns a test of the kinds that matter where some kinds are declared: all but the supporting ones that none of them leads
 * to. A bucket matters beside a load balancer, which may write its logs to it, and not beside a database.
 */
export function kindsThatMatter(declared: Iterable<AssetKind>): (kind: AssetKind) => boolean {
  const reached = new Set([...declared].filter((kind) => !isSupporting(kind)));
  // A set is walked to its end, with what is added on the way.
  for (const kind of reached)
    for (const next of NEIGHBOURS.get(kind) ?? [])
      if (isSupporting(next) || WRITTEN_INSIDE.has(next)) reached.add(next);
  return (kind) => !isSupporting(kind) || reached.has(kind);
}

/** The kinds that resources and attachments of a kind name, and those that name it. */
const NEIGHBOURS: ReadonlyMap<AssetKind, readonly AssetKind[]> = neighbours();

function neighbours(): Map<AssetKind, AssetKind[]> {
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
