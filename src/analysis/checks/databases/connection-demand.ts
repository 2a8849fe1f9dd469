import { answeredOnceEach, type Asset } from '../../../model/index.ts';
import type { CheckContext } from '../check.ts';
import { observed } from '../engine.ts';
import type { Graph } from '../graph.ts';
import { instanceClasses } from './members.ts';
import { readParameter } from '../parameters.ts';
import { numberOf } from '../readings.ts';

/** The share of its connections that web servers may take together, and from which an alarm rings (our choice). */
export const SHARE_PERCENT = 80;

/** How many connections a cluster takes, by hand or by the smallest class of its instances; null where it is unknown. */
export function connectionLimit(
  cluster: Asset,
  graph: Graph,
): { written: number | null; limit: number | null } {
  const [reading] = readParameter(cluster, observed(cluster).connections.parameter, graph);
  const value = reading?.state === 'known' ? reading.value : '';
  const written = /^\d+$/.test(value) ? Number(value) : null;
  return { written, limit: written ?? classLimit(cluster, graph) };
}

/** What the smallest class of a cluster's instances takes by default. */
export function classLimit(cluster: Asset, graph: Graph): number | null {
  const numbers = instanceClasses(cluster, graph).map(observed(cluster).connections.byClass);
  const found = numbers.filter((number) => number !== null);
  return found.length === 0 || found.length < numbers.length ? null : Math.min(...found);
}

/** What web servers can open together. */
export interface Demand {
  total: number;
  servers: number;
  pool: number;
}

/** The most servers of the group beside, times the largest pool in the code; null where either is unknown. */
export function demandOn(cluster: Asset, { graph, clues }: CheckContext): Demand | null {
  const servers = mostServers(graph.near(cluster, 'auto-scaling-group'));
  const pools = (clues?.pools ?? []).map(({ size }) => size);
  if (servers === null || pools.length === 0) return null;
  const pool = Math.max(...pools);
  return { total: servers * pool, servers, pool };
}

/** The size of the largest of some groups. */
const mostServers = answeredOnceEach((groups: readonly Asset[]): number | null => {
  const sizes = groups.flatMap(({ settings }) => numberOf(settings.maxSize) ?? []);
  return sizes.length === 0 ? null : sizes.reduce((most, size) => Math.max(most, size));
});

/** Whether the web servers can take more than their share. */
export function isTooMuch(
  demand: Demand | null,
  limit: number | null,
  percent = SHARE_PERCENT,
): demand is Demand {
  return demand !== null && limit !== null && demand.total > (limit * percent) / 100;
}
