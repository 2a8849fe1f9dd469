import { databaseWords, userGivenName } from '../../../vocabulary/index.ts';
import { memoize, type Asset } from '../../../model/index.ts';
import type { CheckContext } from '../check.ts';
import { textOf } from '../reading/readings.ts';

/** Days that a new log group keeps (our choice). */
export const NEW_GROUP_DAYS = 90;

/** The group that RDS writes a log to: `/aws/rds/cluster/<cluster>/<log>`, `/aws/rds/instance/<instance>/<log>`. */
export function logGroupOf(cluster: Asset, type: string, { graph }: CheckContext): Asset | undefined {
  const name = userGivenName(cluster);
  const { logGroups } = databaseWords(cluster);
  const groups = graph.around(cluster, 'log-group');
  const named = name === null ? undefined : byName(groups).get(`${logGroups}${name}/${type}`);
  const linked = graph.linkedTo(cluster, 'watches', 'log-group').filter(({ settings }) => {
    const written = textOf(settings.logGroupName) ?? '';
    return written.startsWith(logGroups) && written.endsWith(`/${type}`);
  });
  return named === undefined || linked.length === 0
    ? (named ?? linked[0])
    : groups.find((group) => group === named || linked.includes(group));
}

/** True if a group with a partly unknown name can be the one. */
export function mayBeGroupOf({ settings }: Asset, cluster: Asset, type: string): boolean {
  const written = textOf(settings.logGroupName) ?? '';
  const parts = written.split(/\$\{[^}]*\}/);
  const name = userGivenName(cluster);
  if (parts.length < 2 || name === null) return false;
  const wanted = `${databaseWords(cluster).logGroups}${name}/${type}`;
  return wanted.startsWith(parts[0] ?? '') && wanted.endsWith(parts.at(-1) ?? '');
}

/** First group of each name. */
const byName = memoize(
  (groups: readonly Asset[]) =>
    new Map(groups.toReversed().map((group) => [textOf(group.settings.logGroupName), group])),
);
