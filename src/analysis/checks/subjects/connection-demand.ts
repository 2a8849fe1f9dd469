import { memoize, type Asset } from '../../../model/index.ts';
import type { CheckContext } from '../check.ts';
import { observed } from '../engine.ts';
import type { Graph } from '../reading/graph.ts';
import { instanceClasses, membersOf } from './members.ts';
import { readParameter } from './parameters.ts';
import { numberOf } from '../reading/readings.ts';

/** The share of its connections that web servers may take together, and from which an alarm rings (our choice). */
export const SHARE_PERCENT = 80;

/**
 * How many connections a cluster takes, by hand or by the smallest class of its instances; null where it is unknown, as it
 * is where a group computes it by a formula of its own.
 */
export function connectionLimit(
  cluster: Asset,
  graph: Graph,
): { written: number | null; limit: number | null } {
  const [reading] = readParameter(cluster, observed(cluster).connections.parameter, graph);
  const value = reading?.state === 'known' ? reading.value : '';
  const written = /^\d+$/.test(value) ? Number(value) : null;
  const isComputed = written === null && reading?.evidence.key === 'evidence.parameter';
  return { written, limit: isComputed ? null : (written ?? classLimit(cluster, graph)) };
}

/** What the smallest class of a cluster's instances takes by default. */
export function classLimit(cluster: Asset, graph: Graph): number | null {
  const numbers = instanceClasses(cluster, graph).map(observed(cluster).connections.byClass);
  const found = numbers.filter((number) => number !== null);
  return found.length === 0 || found.length < numbers.length ? null : Math.min(...found);
}

/** What web servers can open together; a null is not known. */
export interface Demand {
  servers: number | null;
  /** Connections of one server. */
  pool: number | null;
  total: number | null;
}

/** The most servers of the group beside, times the largest pool in the code. */
export function demandOn(cluster: Asset, { graph, clues }: CheckContext): Demand {
  const servers = mostServers(graph.near(cluster, 'auto-scaling-group'));
  const sizes = (clues?.pools ?? []).map(({ size }) => size);
  const pool = sizes.length === 0 ? null : Math.max(...sizes);
  return { servers, pool, total: servers === null || pool === null ? null : servers * pool };
}

/** The size of the largest of some groups. */
const mostServers = memoize((groups: readonly Asset[]): number | null => {
  const sizes = groups.flatMap(({ settings }) => numberOf(settings.maxSize) ?? []);
  return sizes.length === 0 ? null : sizes.reduce((most, size) => Math.max(most, size));
});

/** The proxies in front of a cluster or of an instance of it. */
export function proxiesOf(cluster: Asset, graph: Graph): readonly Asset[] {
  return [cluster, ...membersOf(cluster, graph)].flatMap((subject) =>
    graph.linkedTo(subject, 'watches', 'db-proxy'),
  );
}

/** Whether the web servers can take more than their share: with a connection each, where their pools are not known. */
export function isTooMuch(
  { servers, total }: Demand,
  limit: number | null,
  percent = SHARE_PERCENT,
): boolean {
  const least = total ?? servers;
  return least !== null && limit !== null && least > (limit * percent) / 100;
}
