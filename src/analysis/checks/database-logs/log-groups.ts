import { givenName } from '../../../vocabulary/index.ts';
import type { Asset } from '../../../model/index.ts';
import type { CheckContext } from '../check.ts';
import { textOf } from '../readings.ts';

/** Days that a new log group keeps (our choice). */
export const OFFERED_DAYS = 90;

/** The group that Aurora writes a log to: `/aws/rds/cluster/<cluster>/<log>`. */
export function logGroupOf(cluster: Asset, type: string, { graph }: CheckContext): Asset | undefined {
  const name = givenName(cluster);
  return graph.around(cluster, 'log-group').find((group) => {
    const written = textOf(group.settings.logGroupName);
    if (written === null) return false;
    if (name !== null && written === `/aws/rds/cluster/${name}/${type}`) return true;
    const isLinked = graph.linked(group, 'watches').some(({ id }) => id === cluster.id);
    return isLinked && written.startsWith('/aws/rds/cluster/') && written.endsWith(`/${type}`);
  });
}
