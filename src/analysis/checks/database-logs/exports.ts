import { databaseWords } from '../../../vocabulary/index.ts';
import { text } from '../../../l10n/index.ts';
import type { Asset, Fix } from '../../../model/index.ts';
import { passingLink, linkOf, type CheckLink } from '../answers.ts';
import type { CheckContext } from '../check.ts';
import { modifyCommand } from '../commands.ts';
import { observabilityOfCluster } from '../engine.ts';
import { isServerlessV1 } from '../subjects/members.ts';
import { logGroupOf, NEW_GROUP_DAYS } from './log-groups.ts';
import { isWritten, readSetting, textsOf } from '../reading/readings.ts';

/** The logs that a database can send to CloudWatch Logs. */
export function logTypes(database: Asset): string[] {
  const isInstance = databaseWords(database).type === 'db-instance';
  return observabilityOfCluster(database).logs.flatMap(({ type, isOfInstances }) =>
    isOfInstances === true && !isInstance ? [] : [type],
  );
}

/** Link that holds if a cluster exports a log. Instances of Aurora cannot: exports belong to the cluster. */
export function exportLink(cluster: Asset, type: string): CheckLink {
  if (isServerlessV1(cluster))
    return passingLink(text('evidence.serverlessV1Exports', { asset: cluster.name }));
  const reading = readSetting(cluster, 'enabledCloudwatchLogsExports');
  const evidence = text('evidence.notExported', { asset: cluster.name, type });
  return { ...linkOf(reading, (value) => textsOf(value).includes(type), evidence), name: 'export' };
}

/**
 * Adds logs to a cluster's exports, which restarts nothing. Creates their log groups first, because those that RDS
 * creates never expire.
 */
export function exportFix(cluster: Asset, types: readonly string[], context: CheckContext): Fix {
  const list = types.map((type) => `"${type}"`).join(',');
  return {
    title: text('fix.exports', { types: [...types] }),
    changes: [
      ...newLogGroups(cluster, types, context),
      {
        kind: 'setting',
        assetId: cluster.id,
        setting: 'enabledCloudwatchLogsExports',
        value: types,
        mode: 'add',
      },
    ],
    command:
      `${modifyCommand(cluster)} ` + `--cloudwatch-logs-export-configuration '{"EnableLogTypes":[${list}]}'`,
  };
}

/** CDK's cluster takes the retention of all its logs itself. */
function newLogGroups(cluster: Asset, types: readonly string[], context: CheckContext): Fix['changes'] {
  if (isWritten(cluster, 'cloudwatchLogsRetention') !== false) return [];
  return types
    .filter((type) => logGroupOf(cluster, type, context) === undefined)
    .map((logType) => ({
      kind: 'log-group' as const,
      assetId: cluster.id,
      logType,
      days: NEW_GROUP_DAYS,
    }));
}
