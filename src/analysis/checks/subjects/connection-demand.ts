import { memoize, type Asset } from '../../../model/index.ts';
import type { CheckContext } from '../check.ts';
import { observabilityOfCluster } from '../engine.ts';
import type { Graph } from '../reading/graph.ts';
import { instanceClasses, membersOf } from './members.ts';
import { readParameter } from './parameters.ts';
import { numberOf } from '../reading/readings.ts';

/** Share of connections that web servers may use together, and at which an alarm rings (our choice). */
export const MAX_SHARE_PERCENT = 80;

/**
 * Maximum connections of a cluster, from its parameter or the smallest class of its instances; null if unknown, or if a
 * group uses a formula of its own.
 */
export function connectionLimit(
  cluster: Asset,
  graph: Graph,
): { written: number | null; limit: number | null } {
  const [reading] = readParameter(cluster, observabilityOfCluster(cluster).connections.parameter, graph);
  const value = reading?.state === 'known' ? reading.value : '';
  const written = /^\d+$/.test(value) ? Number(value) : null;
  const isComputed = written === null && reading?.evidence.key === 'evidence.parameter';
  return { written, limit: isComputed ? null : (written ?? classLimit(cluster, graph)) };
}

/** Default maximum connections of the smallest class of a cluster's instances. */
export function classLimit(cluster: Asset, graph: Graph): number | null {
  const numbers = instanceClasses(cluster, graph).map(observabilityOfCluster(cluster).connections.byClass);
  const found = numbers.filter((number) => number !== null);
  return found.length === 0 || found.length < numbers.length ? null : Math.min(...found);
}

/** Connections that web servers can open together; null parts are unknown. */
export interface ConnectionDemand {
  servers: number | null;
  /** Connections of one server. */
  pool: number | null;
  total: number | null;
}

/** Demand on a cluster: the maximum size of the nearby group times the largest pool in the code. */
export function connectionDemand(cluster: Asset, { graph, clues }: CheckContext): ConnectionDemand {
  const servers = maxServers(graph.near(cluster, 'auto-scaling-group'));
  const sizes = (clues?.pools ?? []).map(({ size }) => size);
  const pool = sizes.length === 0 ? null : Math.max(...sizes);
  return { servers, pool, total: servers === null || pool === null ? null : servers * pool };
}

/** Maximum size of the largest of some groups. */
const maxServers = memoize((groups: readonly Asset[]): number | null => {
  const sizes = groups.flatMap(({ settings }) => numberOf(settings.maxSize) ?? []);
  return sizes.length === 0 ? null : sizes.reduce((most, size) => Math.max(most, size));
});

/** Proxies in front of a cluster or one of its instances. */
export function proxiesOf(cluster: Asset, graph: Graph): readonly Asset[] {
  return [cluster, ...membersOf(cluster, graph)].flatMap((subject) =>
    graph.linkedTo(subject, 'watches', 'db-proxy'),
  );
}

/** True if the web servers can use more than their share; at least one connection each if their pools are unknown. */
export function isOverShare(
  { servers, total }: ConnectionDemand,
  limit: number | null,
  percent = MAX_SHARE_PERCENT,
): boolean {
  const least = total ?? servers;
  return least !== null && limit !== null && least > (limit * percent) / 100;
}
